/** `npm run test:doors -- mutate`: how many of the mutants of the policy the oracle notices, which ones it does not, in which time. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadRegisters } from '#kernel/registers.js';
import { inRepository } from '../../../local/paths.js';
import { SERVICES } from '../../../local/services.js';
import type { DoorPart } from '../part.js';
import { faultsOf, type Tables, viewersOf } from './check.js';
import { filtersOf, guardsOf } from './guards.js';
import { filterMutants, type Mutant, mutants, registerMutants } from './mutants.js';
import { FILTERS } from './places.js';

const SCHEMAS = ['supergraph', ...SERVICES.map(({ name }) => name)];

export interface Mutated {
  readonly mutants: number;
  readonly killed: number;
  readonly survivors: readonly string[];
  /** What is wrong before anything was changed. */
  readonly faults: readonly string[];
  readonly guards: number;
}

/** @param every 1 for all mutants, 9 for every ninth */
export function mutatePolicy(every = 1): Mutated {
  const { purposes } = loadRegisters();
  const viewers = viewersOf(purposes);
  const schemas = SCHEMAS.map((name) => ({ name, tables: tablesOf(name, purposes) }));
  const faults = schemas.flatMap(({ name, tables }) => faultsOf(tables, viewers).map((fault) => `${name}: ${fault}`));
  const supergraph = schemas[0]!.tables;
  let [made, killed, seen] = [0, 0, 0];
  const survivors: string[] = [];
  const tryOne = ({ what, tables }: Mutant): void => {
    if ((seen += 1) % every !== 0) return;
    made += 1;
    if (faultsOf(tables, viewers).length > 0) killed += 1;
    else survivors.push(what);
  };
  for (const { name, tables } of schemas) for (const mutant of mutants(name, tables)) tryOne({ ...mutant, tables: justThat(mutant, tables.guards) });
  for (const { name, tables } of schemas) for (const mutant of filterMutants(name, tables, Object.values(FILTERS))) tryOne(mutant);
  for (const mutant of registerMutants(supergraph)) tryOne(mutant);
  return { mutants: made, killed, survivors, faults, guards: schemas.reduce((sum, { tables }) => sum + tables.guards.length, 0) };
}

function tablesOf(schema: string, purposes: Tables['purposes']): Tables {
  const sdl = readFileSync(inRepository('schema', `${schema}.graphql`), 'utf8');
  const guards = guardsOf(sdl);
  const filters = filtersOf(sdl);
  const here = (where: string): boolean => new RegExp(`\\b(type|input) ${where.split('.')[0] ?? ''}\\b[^}]*\\b${where.split('.')[1] ?? ''}\\b`).test(sdl);
  return { purposes, guards, filters, filtersExpected: Object.entries(FILTERS).filter(([where]) => here(where)).map(([where, field]) => `${where} -> ${field}`) };
}

/** The guard that is different: the others were looked at before. */
const justThat = ({ tables }: Mutant, before: readonly unknown[]): Mutant['tables'] => ({ ...tables, guards: tables.guards.filter((guard, index) => guard !== before[index]) });

/** The policies of the rows have mutants of their own, made and judged in a database (row-security.test.ts of each service). */
function rowPolicies(): { readonly passed: number; readonly failed: readonly string[] } {
  const out = join(mkdtempSync(join(tmpdir(), 'schakel-mutate-')), 'rows.json');
  const args = ['--experimental-vm-modules', '--no-warnings', inRepository('node_modules', 'jest', 'bin', 'jest.js'), '--config', inRepository('test', 'jest.units.json'), '--json', '--outputFile', out, 'row-security'];
  spawnSync(process.execPath, args, { cwd: inRepository(), stdio: 'ignore' });
  const { testResults } = JSON.parse(readFileSync(out, 'utf8')) as { testResults: { assertionResults: { status: string; fullName: string }[] }[] };
  const all = testResults.flatMap(({ assertionResults }) => assertionResults);
  return { passed: all.filter(({ status }) => status === 'passed').length, failed: all.filter(({ status }) => status !== 'passed').map(({ fullName }) => fullName) };
}

export const mutate: DoorPart = () => {
  const began = performance.now();
  const { mutants: made, killed, survivors, faults, guards } = mutatePolicy();
  const perMutant = ((performance.now() - began) / Math.max(1, made)).toFixed(2);
  const rows = rowPolicies();
  return Promise.resolve({
    name: 'mutate',
    figures: { 'guarded places looked at': guards, mutants: made, killed, survivors: survivors.length, 'ms per mutant': perMutant, 'tests of the row policies and their mutants': rows.passed },
    violations: [...faults, ...rows.failed, ...(rows.passed === 0 ? ['the tests of the row policies did not run'] : []), ...survivors.map((what) => `not noticed: ${what}`)],
  });
};
