import { describe, expect, it } from '@jest/globals';
import { buildSchema, getOperationAST, getVariableValues, parse } from 'graphql';
import { costOf } from './cost-of.js';
import { costTable } from './cost-table.js';
import { knownCosts } from './known-costs.js';
import { tellingVariables } from './telling-variables.js';

const SDL = `
schema @link(url: "https://specs.apollo.dev/link/v1.0") @link(url: "https://specs.apollo.dev/cost/v0.1", import: ["@cost", "@listSize"]) { query: Query }
directive @link(url: String, import: [String]) repeatable on SCHEMA
directive @cost(weight: Int!) on ARGUMENT_DEFINITION | ENUM | FIELD_DEFINITION | INPUT_FIELD_DEFINITION | OBJECT | SCALAR
directive @listSize(assumedSize: Int, slicingArguments: [String!], sizedFields: [String!], requireOneSlicingArgument: Boolean = true) on FIELD_DEFINITION
type Query {
  places(first: Int = 25, page: PageInput, word: String): [Place!] @listSize(slicingArguments: ["first", "page.size", "ids"])
  person(id: ID!, least: Int @cost(weight: 9), dear: Dear, ids: [ID!]): Place
}
input PageInput { size: Int = 40 }
type Place { id: ID! }
scalar Dear @cost(weight: 3)
`;
const table = costTable(SDL);
const schema = buildSchema(SDL.replace(/^schema[^{]*/m, 'schema '));

const QUESTIONS: [query: string, telling: string[], ...variables: Record<string, unknown>[]][] = [
  ['query ($w: String) { places(word: $w) { id } }', [], {}, { w: 'a' }, { w: null }],
  ['query ($n: Int) { places(first: $n) { id } }', ['n'], {}, { n: 1 }, { n: 100 }, { n: null }, { n: 1 }],
  ['query ($n: Int = 7) { places(first: $n) { id } }', ['n'], {}, { n: 1 }, { n: null }],
  ['query ($n: Int) { places(page: { size: $n }) { id } }', ['n'], {}, { n: 3 }, { n: null }],
  ['query ($p: PageInput) { places(page: $p) { id } }', ['p'], {}, { p: { size: 3 } }, { p: { size: 4 } }, { p: {} }, { p: null }],
  ['query ($id: ID!, $yes: Boolean!) { person(id: $id) { id @include(if: $yes) } }', [], { id: '1', yes: true }, { id: '2', yes: false }],
  ['query ($l: Int) { person(id: 1, least: $l) { id } }', ['l'], {}, { l: 0 }, { l: null }],
  ['query ($d: Dear) { person(id: 1, dear: $d) { id } }', ['d'], {}, { d: 'x' }, { d: null }],
  ['query ($ids: [ID!]) { person(id: 1, ids: $ids) { id } }', ['ids'], {}, { ids: ['1'] }, { ids: ['1', '2'] }],
  ['query ($id: ID = 1) { person(id: $id) { id } }', ['id'], {}, { id: '2' }],
];

describe('a cost that is kept', () => {
  it.each(QUESTIONS)('is that of these variables: %s', (query, telling, ...values) => {
    const document = parse(query);
    const operation = getOperationAST(document, null)!;
    const resolved = { document, operation, schema, variables: {} };
    expect(tellingVariables(resolved, table)).toEqual(telling);
    const known = knownCosts(() => table, ({ variables: _sent, ...asked }, variables) => costOf({ ...asked, variables, table }));
    for (const sent of [...values, ...values]) {
      const variables = getVariableValues(schema, operation.variableDefinitions ?? [], sent).coerced!;
      expect([sent, known({ ...resolved, variables: sent }, variables)]).toEqual([sent, costOf({ document, operation, schema, variables, table })]);
    }
  });

  it('is told once as long as no variable has a say in it, and null where none may be is never taken for something that fits', () => {
    let told = 0;
    const known = knownCosts(() => table, () => (told += 1));
    const document = parse('query ($w: String, $n: Int) { places(first: $n, word: $w) { id } }');
    const resolved = { document, operation: getOperationAST(document, null)!, schema, variables: {} };
    expect(['a', 'b', 'c'].map((w) => known(resolved, { w, n: 1 }))).toEqual([1, 1, 1]);
    expect([known(resolved, { n: null }), known(resolved, {}), known(resolved, { n: 1 })]).toEqual([2, 3, 1]);
    const strict = parse('query ($id: ID = 1) { person(id: $id) { id } }');
    expect(() => costOf({ document: strict, operation: getOperationAST(strict, null)!, schema, variables: { id: null }, table })).toThrow();
  });
});
