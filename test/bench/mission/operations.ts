/** What is measured: the contract's operations as they are committed, and the worklist; each for the user whose work it is, over the same persons and pages at every size. */
import { readFileSync } from 'node:fs';
import { inRepository } from '../../../local/paths.js';

export interface Measured {
  readonly name: 'dossier' | 'worklist' | 'placements' | 'options' | 'handling';
  /** A demo user, and the purpose that he names. */
  readonly user: string;
  readonly purpose: string;
  readonly query: string;
  readonly operationName: string;
  /** Asked in turn. */
  readonly variables: readonly Record<string, unknown>[];
}

export interface Subjects {
  /** Persons whose dossiers are asked. */
  readonly clients: readonly string[];
  /** Workers for whom a place is sought. */
  readonly workers: readonly string[];
}

const contract = (file: string): string => readFileSync(inRepository('schema', 'operations', `${file}.graphql`), 'utf8');
const own = (file: string): string => readFileSync(inRepository('test', 'bench', 'mission', 'operations', `${file}.graphql`), 'utf8');

/** Of a document with several operations only the asked one, with nothing that it does not use: the merged server has no mutations. */
export function onlyOperation(text: string, name: string): string {
  const found = new RegExp(`^query ${name}\\b[\\s\\S]*?^}`, 'm').exec(text)?.[0];
  if (!found) throw new Error(`the document has no query ${name}`);
  return found;
}

export function measuredOperations({ clients, workers }: Subjects): Measured[] {
  const caseWorker = { user: 'case-worker', purpose: 'wsw' };
  return [
    { name: 'dossier', ...caseWorker, query: contract('portal-dossier'), operationName: 'Dossier', variables: clients.map((person) => ({ person })) },
    { name: 'worklist', ...caseWorker, query: own('worklist'), operationName: 'Worklist', variables: [{}] },
    { name: 'placements', user: 'placement-leiden', purpose: 'wsw', query: contract('partner-placements'), operationName: 'MyPlacements', variables: [{ code: 'leiden' }] },
    { name: 'options', ...caseWorker, query: onlyOperation(contract('negotiation'), 'Options'), operationName: 'Options', variables: workers.map((person) => ({ person })) },
    { name: 'handling', user: 'analyst', purpose: 'statistiek', query: contract('analyst-handling'), operationName: 'Handling', variables: [{ year: 2013 }] },
  ];
}
