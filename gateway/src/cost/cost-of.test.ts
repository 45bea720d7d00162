import { describe, expect, it } from '@jest/globals';
import { buildSchema, getVariableValues, Kind, parse } from 'graphql';
import { costOf } from './cost-of.js';
import { costTable } from './cost-table.js';

const SDL = `
schema @link(url: "https://specs.apollo.dev/link/v1.0") @link(url: "https://specs.apollo.dev/cost/v0.1", import: ["@cost", "@listSize"]) { query: Query mutation: Mutation }
directive @link(url: String, import: [String]) repeatable on SCHEMA
directive @cost(weight: Int!) on ARGUMENT_DEFINITION | ENUM | FIELD_DEFINITION | INPUT_FIELD_DEFINITION | OBJECT | SCALAR
directive @listSize(assumedSize: Int, slicingArguments: [String!], sizedFields: [String!], requireOneSlicingArgument: Boolean = true) on FIELD_DEFINITION
type Query {
  places(first: Int = 25, page: PageInput): Places @listSize(assumedSize: 25, slicingArguments: ["first", "page.size"], sizedFields: ["nodes"], requireOneSlicingArgument: false)
  companies: [Company!]! @listSize(assumedSize: 3)
  bodies: [Person]
  person(ids: [ID!]): Person
  figures: Person @cost(weight: 50)
  search(wishes: [WishInput!]): Person
}
type Mutation { accept(input: WishInput): Person }
input PageInput { size: Int = 40 }
input WishInput { word: String @cost(weight: 2)  more: WishInput }
type Places { totalCount: Int!  nodes: [Place!]! }
interface Company { places(first: Int = 10): Places  boss: Person }
type Leiden implements Company { places(first: Int = 10): Places @listSize(slicingArguments: ["first"], sizedFields: ["nodes"])  boss: Person }
type Wassenaar implements Company { places(first: Int = 10): Places @listSize(slicingArguments: ["first"], sizedFields: ["nodes"])  boss: Person @cost(weight: 7) }
type Place { id: ID!  boss: Person  places(first: Int): Places @listSize(assumedSize: 5, slicingArguments: ["first"], sizedFields: ["nodes"], requireOneSlicingArgument: false) }
type Person { id: ID!  secret: Secret }
scalar Secret @cost(weight: 3)
`;
const table = costTable(SDL);
const schema = buildSchema(SDL.replace(/^schema[^{]*/m, 'schema '));

function cost(text: string, variables: Record<string, unknown> = {}): number {
  const document = parse(text);
  const operation = document.definitions.find((one) => one.kind === Kind.OPERATION_DEFINITION)!;
  const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
  return costOf({ document, operation, schema, table, variables: coerced! });
}

describe('the cost of an operation', () => {
  it('is one for every object, nothing for a plain value, and what @cost says of a field or of a type', () => {
    expect(cost('{ person { id } }')).toBe(1);
    expect(cost('{ person { id secret } }')).toBe(4);
    expect(cost('{ figures { id } }')).toBe(50);
    expect(cost('{ __schema { types { name fields { name } } } }')).toBe(0);
  });

  it('grows with the length of a list, whether a literal says it, a variable, a default or a place in an input', () => {
    const literal = cost('{ places(first: 100) { nodes { id } } }');
    expect(literal).toBe(101);
    expect(cost('query($n: Int) { places(first: $n) { nodes { id } } }', { n: 100 })).toBe(literal);
    expect(cost('query($n: Int = 100) { places(first: $n) { nodes { id } } }')).toBe(literal);
    expect(cost('{ places(first: 1, page: { size: 100 }) { nodes { id } } }')).toBe(literal + 1);
    expect(cost('query($p: PageInput) { places(first: 1, page: $p) { nodes { id } } }', { p: { size: 100 } })).toBe(literal + 1);
    expect(cost('query($p: PageInput = { size: 100 }) { places(first: 1, page: $p) { nodes { id } } }')).toBe(literal + 1);
  });

  it('takes the default of the schema when nothing is said, and what is assumed for a length that is null or unknown', () => {
    expect(cost('{ places { nodes { id } } }')).toBe(26);
    expect(cost('{ places(first: 1, page: {}) { nodes { id } } }')).toBe(1 + 40 + 1);
    expect(cost('query($n: Int) { places(first: $n) { nodes { id } } }', { n: null })).toBe(26);
    expect(cost('{ bodies { id } }')).toBe(10);
  });

  it('multiplies lists in lists', () => {
    expect(cost('{ places(first: 100) { nodes { places(first: 100) { nodes { places(first: 100) { nodes { id } } } } } } }')).toBe(1 + 100 * (1 + 1 + 100 * (1 + 1 + 100)));
    expect(cost('{ companies { places(first: 4) { nodes { id } } } }')).toBe(3 * (1 + 1 + 4));
  });

  it('is that of the dearest of the possible types', () => {
    expect(cost('{ companies { boss { id } } }')).toBe(3 * (1 + 7));
    expect(cost('{ companies { ... on Leiden { boss { id } } } }')).toBe(3 * (1 + 1));
    expect(cost('{ companies { ... on Leiden { boss { id } } ... on Wassenaar { boss { id } } } }')).toBe(3 * (1 + 7));
  });

  it('counts what is sent along, and ten for a command', () => {
    expect(cost('{ search(wishes: [{ word: "a" }, { word: "b", more: { word: "c" } }]) { id } }')).toBe(1 + 3 + 6);
    expect(cost('query($w: [WishInput!]) { search(wishes: $w) { id } }', { w: [{ word: 'a' }, { word: 'b', more: { word: 'c' } }] })).toBe(1 + 3 + 6);
    expect(cost('mutation { accept(input: {}) { id } }')).toBe(10 + 1 + 1);
  });

  it('counts each alias of a field, and does not believe a condition', () => {
    expect(cost('{ a: figures { id } b: figures { id } }')).toBe(100);
    expect(cost('query($no: Boolean = false) { figures @include(if: $no) { id } }')).toBe(50);
  });

  it('of a bomb of fragments is told without exploding it', () => {
    const levels = Array.from({ length: 25 }, (_, n) => `fragment F${n} on Place { a: places { nodes { ...F${n + 1} } } b: places { nodes { ...F${n + 1} } } }`);
    expect(cost(`{ places { nodes { ...F0 } } } ${levels.join(' ')} fragment F25 on Place { id }`)).toBeGreaterThan(2 ** 25);
  });
});

describe('the way a question is written', () => {
  const PLAIN = '{ companies { boss { id secret } places(first: 3) { nodes { id boss { id } } } } }';

  it.each([
    ['aliases', '{ c: companies { x: boss { y: id z: secret } places(first: 3) { n: nodes { id b: boss { id } } } } }'],
    ['inline fragments', '{ ... on Query { companies { ... { boss { id secret } } ... on Company { places(first: 3) { nodes { ... on Place { id boss { id } } } } } } } }'],
    ['named fragments', '{ companies { ...C } } fragment C on Company { boss { ...P secret } ...L } fragment P on Person { id } fragment L on Company { places(first: 3) { nodes { id boss { ...P } } } }'],
    ['a fragment per type', '{ companies { ... on Leiden { boss { id secret } places(first: 3) { nodes { id boss { id } } } } ... on Wassenaar { boss { id secret } places(first: 3) { nodes { id boss { id } } } } } }'],
    ['variables', 'query($f: Int) { companies { boss { id secret } places(first: $f) { nodes { id boss { id } } } } }'],
    ['conditions', 'query($t: Boolean = true) { companies @include(if: $t) { boss @skip(if: false) { id secret } places(first: 3) { nodes { id boss { id } } } } }'],
    ['another order', '{ companies { places(first: 3) { nodes { boss { id } id } } boss { secret id } } }'],
  ])('does not change its cost: %s', (_name, text) => {
    expect(cost(text, { f: 3 })).toBe(cost(PLAIN));
  });
});

describe('the table of costs', () => {
  it('is read under the names that the supergraph gave the directives', () => {
    const renamed = SDL.replace('["@cost", "@listSize"]', '[{ name: "@cost", as: "@price" }, "@listSize"]').replaceAll('@cost(weight: 50)', '@price(weight: 50)');
    expect(costTable(renamed).weights.get('Query.figures')).toBe(50);
    expect(costTable(renamed).weights.has('Secret')).toBe(false);
  });

  it('has no negative costs, with which one field would pay for another', () => {
    expect(costTable(SDL.replace('@cost(weight: 50)', '@cost(weight: -50)')).weights.get('Query.figures')).toBe(0);
  });
});
