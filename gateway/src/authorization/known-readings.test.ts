import { Supergraph } from '@apollo/federation-internals';
import { describe, expect, it } from '@jest/globals';
import { getOperationAST, parse, print } from 'graphql';
import type { Viewer } from '#kernel/viewer.js';
import { KnownReadings } from './known-readings.js';
import { PolicyTables } from './policy-tables.js';
import { readingOf, type Reading } from './reading.js';
import { guardedSupergraph } from './testing/guarded-supergraph.js';
import { ANALYST, CASE_WORKER, DISTRICT_TEAM, purposes } from './testing/reader.js';

const tables = new PolicyTables();
const copy = tables.prepare(guardedSupergraph());
const schema = Supergraph.build(copy).apiSchema().toGraphQLJSSchema();
tables.loaded(copy, schema);

const VIEWERS: Viewer[] = [
  CASE_WORKER,
  DISTRICT_TEAM,
  ANALYST,
  { ...CASE_WORKER, purpose: null },
  { ...CASE_WORKER, purpose: 'schuldhulp' },
  { ...CASE_WORKER, scopes: [] },
  { ...CASE_WORKER, roles: ['CASE_WORKER', 'WIJKTEAM'] },
  { ...DISTRICT_TEAM, roles: [] },
];

const QUESTIONS: [query: string, ...variables: Record<string, unknown>[]][] = [
  ['{ person(id: "1") { name debts category code friends { must } } }'],
  ['query ($id: ID!) { person(id: $id) { name debts } }', { id: '1' }, { id: '2' }],
  ['query ($n: Int) { indebted(least: $n) { id } }', {}, { n: 1 }, { n: null }, { n: 2 }],
  ['query ($n: Int = 1) { indebted(least: $n) { id } }', {}, { n: null }],
  ['query ($f: PersonFilter) { find(filter: $f) { id } }', {}, { f: { municipality: '1' } }, { f: { debts: 1 } }, { f: { and: [{ below: { debts: 1 } }] } }],
  ['query ($n: Int) { find(filters: [{ municipality: 1 }, { below: { debts: $n } }]) { id } }', {}, { n: 1 }, { n: null }],
  ['query ($yes: Boolean!) { person(id: 1) { debts @include(if: $yes) name @skip(if: $yes) } }', { yes: true }, { yes: false }],
  ['query ($yes: Boolean!) { person(id: 1) { ... @include(if: $yes) { debts } } }', { yes: true }, { yes: false }],
];

const shown = ({ asked, hidden }: Reading): object => ({ asked: asked && print(asked), hidden });

describe('a reading that is kept', () => {
  it.each(QUESTIONS)('is the reading of these rights and these variables, whoever asked before: %s', (query, ...values) => {
    const readings = new KnownReadings(tables, purposes, true);
    const document = parse(query);
    const operation = getOperationAST(document, null)!;
    for (const times of [1, 2]) {
      for (const viewer of VIEWERS) {
        for (const variables of values.length > 0 ? values : [{}]) {
          const resolved = { document, operation, schema, variables };
          const anew = readingOf(resolved, { table: tables.of(schema), viewer, purposes, losesTypes: true });
          expect([times, viewer, variables, shown(readings.of(resolved, viewer))]).toEqual([times, viewer, variables, shown(anew)]);
        }
      }
    }
  });

  it('is the same object for everybody of the same rights, so that what is asked of the engine is prepared once', () => {
    const readings = new KnownReadings(tables, purposes, true);
    const document = parse('query ($id: ID!) { person(id: $id) { name debts } }');
    const of = (viewer: Viewer, id: string): Reading => readings.of({ document, operation: getOperationAST(document, null) ?? undefined, schema, variables: { id } }, viewer);
    expect(of({ ...CASE_WORKER, subject: 'bea', body: 'gm-0626' }, '2')).toBe(of(CASE_WORKER, '1'));
    expect(of({ ...CASE_WORKER, purpose: 'schuldhulp' }, '1')).not.toBe(of(CASE_WORKER, '1'));
  });
});
