/** What is asked of a generated federation. */
import { readFileSync } from 'node:fs';
import { Kind, parse, print, visit, type DocumentNode } from 'graphql';
import { inRepository } from '../../../local/paths.js';

export interface Asked {
  readonly name: string;
  readonly title: string;
  readonly document: DocumentNode;
  readonly variables: Readonly<Record<string, unknown>>;
}

const PERSON = '2zfjeh7qjPdXJlDhxHM95c9-5MvoWy_SukPhk10hFso';
const contract = (name: string): DocumentNode => parse(readFileSync(inRepository('schema', 'operations', `${name}.graphql`), 'utf8'));

/** Every company's placements, as deep as the contract goes. */
const ALL_PLACEMENTS = parse(`query AllPlacements {
  swCompanies {
    code name asOf fresh
    placements(filter: { status: ACTIVE }, first: 10) {
      totalCount
      nodes { id workForm hoursPerWeek from until hirer { name } function workplace { id title status } employment { id workerName { full } } }
    }
  }
}`);

export const OPERATIONS: readonly Asked[] = [
  { name: 'dossier', title: 'a dossier (`Dossier`)', document: contract('portal-dossier'), variables: { person: PERSON } },
  { name: 'placements', title: 'one company\'s placements, the deepest of the contract (`MyPlacements`)', document: contract('partner-placements'), variables: { code: 'leiden' } },
  { name: 'all-placements', title: 'the placements of all companies', document: ALL_PLACEMENTS, variables: {} },
];

export const bodyOf = ({ document, variables }: Asked): string => JSON.stringify({ query: print(document), variables });

/** The same question without its n-th leaf: nobody has planned it yet. */
export function without(asked: Asked, leaf: number): Asked {
  let seen = 0;
  const document = visit(asked.document, {
    Field: (field) => (field.selectionSet || seen++ !== leaf ? undefined : { ...field, name: { kind: Kind.NAME, value: '__typename' } }),
  });
  return { ...asked, document };
}

/** Objects in an answer: what a client shows as rows, and their parts. */
export function rowsIn(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, one) => sum + rowsIn(one), 0);
  if (typeof value !== 'object' || value === null) return 0;
  return 1 + Object.values(value).reduce<number>((sum, one) => sum + rowsIn(one), 0);
}
