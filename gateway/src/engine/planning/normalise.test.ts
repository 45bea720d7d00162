import { describe, expect, it } from '@jest/globals';
import { buildSchema, parse, print, validate } from 'graphql';
import { normalise } from './normalise.js';

const schema = buildSchema(`
  scalar Json
  enum Colour { RED GREEN }
  input Inner { n: Int = 3 ids: [ID!] }
  input Filter { colour: Colour inner: [Inner] ratio: Float json: Json }
  interface Node { id: ID! }
  type Person implements Node { id: ID! name: String friends(first: Int = 5, filter: Filter): [Person!] }
  type Query { person(id: ID!): Person node(filters: [Filter!], json: Json): Node me: Person }
  type Mutation { rename(name: String!): Person }
`);

function normal(text: string, name: string | null = null): ReturnType<typeof normalise> {
  const document = parse(text);
  expect(validate(schema, document)).toEqual([]);
  return normalise(schema, document, name);
}

const planned = (text: string): string | null => normal(text).text;

describe('what one plan is made for', () => {
  it('documents that differ in space, comments, unused operations and literals have one text', () => {
    const one = '{ person(id: "1") { name } }';
    const other = normal('query A { me { id } } query B { me { name } } { person(id: 2) { # who\n name } }'.replace(' { person', 'query C { person'), 'C');
    expect(other.text).toBe(print(parse(planned(one)!.replace('query (', 'query C('))));
    expect(other.values).toEqual({ l0: '2' });
  });

  it('every text that comes out is a valid document', () => {
    const texts = ['{ me { name @skip(if: true) } }', 'query ($s: Boolean!) { me { name @skip(if: $s) @include(if: false) } }', '{ ...F } fragment F on Query { __typename me { friends { ...G } } } fragment G on Person { id @skip(if: true) }'];
    for (const text of texts) expect(validate(schema, parse(planned(text)!))).toEqual([]);
  });

  it('what asks about the schema is not planned, and stays for the answer', () => {
    expect(planned('{ __typename __schema { types { name } } }')).toBeNull();
    const { text, document } = normal('{ t: __typename __type(name: "Person") { fields(includeDeprecated: true) { name } } me { t: __typename } }');
    expect(text).toBe('{\n  me {\n    t__arg0: __typename\n  }\n}');
    expect(print(document)).toContain('__type(name: "Person")');
  });

  it('a literal in @skip and @include is decided at once, a variable stays', () => {
    expect(planned('query ($s: Boolean!) { me { id @skip(if: $s) name @include(if: true) } a: me @skip(if: true) { id } ... @include(if: false) { me { friends { id } } } }')).toBe(
      'query ($s: Boolean!) {\n  me {\n    id @skip(if: $s)\n    name\n  }\n}',
    );
  });

  it('variables and fragments that nothing uses any more are gone', () => {
    expect(planned('query ($x: ID!) { me { id } person(id: $x) @skip(if: true) { ...F } } fragment F on Person { name }')).toBe('{\n  me {\n    id\n  }\n}');
  });
});

describe('literals that become variables', () => {
  it('carry enums, input objects and coerced lists, and leave defaults alone', () => {
    const { text, values } = normal('{ node(filters: {colour: RED, inner: {ids: 7}, ratio: 2}) { id } }');
    expect(text).toContain('query ($l0: [Filter!])');
    expect(JSON.stringify(values)).toBe('{"l0":[{"colour":"RED","inner":[{"ids":["7"]}],"ratio":2}]}');
  });

  it('around a variable, the parts are lifted and the variable stays', () => {
    const { text, values } = normal('query ($l0: Int) { node(filters: [{colour: GREEN, inner: {n: $l0, ids: ["a"]}}, {ratio: 1}]) { id } }');
    expect(text).toContain('node__arg0: node(filters: [{colour: $_l0, inner: {n: $l0, ids: $l1}}, $l2])');
    expect({ ...values }).toMatchObject({ _l0: 'GREEN', l1: ['a'] });
  });

  it('null is a value; an argument that is not there stays away', () => {
    const { text, values } = normal('{ me { friends(first: null) { id } } }');
    expect(text).toContain('friends(first: $l0)');
    expect({ ...values }).toEqual({ l0: null });
  });

  it('a number or name that JSON cannot carry to a scalar of a subgraph stays a literal', () => {
    expect(planned('{ node(json: 12345678901234567890) { id } }')).toContain('json: 12345678901234567890');
    expect(planned('{ node(json: {a: [1.50, NAME]}) { id } }')).toContain('json: {a: [1.50, NAME]}');
    expect({ ...normal('{ node(json: {a: [1.5, true, "x", null]}) { id } }').values }).toEqual({ l0: { a: [1.5, true, 'x', null] } });
  });

  it('the default of a variable of the client is among the values', () => {
    const { text, values } = normal('query ($id: ID! = 4) { person(id: $id) { id } }');
    expect(text).toContain('$id: ID! = 4');
    expect({ ...values }).toEqual({ id: '4' });
  });
});

describe('keys under which fields are planned', () => {
  it('what GraphQL merges has one key, whatever the order of its arguments, and across fragments', () => {
    const text = planned('{ me { friends(first: 1, filter: {ratio: 1, colour: RED}) { id } ...F } } fragment F on Person { friends(filter: {colour: RED, ratio: 1}, first: 1) { name } }');
    expect(text?.match(/friends__arg\d+: friends\((?:first: \$l0, filter: \$l1|filter: \$l1, first: \$l0)\)/g)).toHaveLength(2);
    expect(text).not.toContain('friends__arg1');
  });

  it('a field with other arguments, or with none given, has another key', () => {
    const text = planned('{ a: me { friends(first: 1) { id } } b: me { friends(first: 2) { id } } c: me { friends { id } } }');
    expect(text?.match(/friends__arg\d/g)).toEqual(['friends__arg0', 'friends__arg1', 'friends__arg2']);
  });

  it('a field under another name cannot be taken for the field of that name', () => {
    expect(planned('{ me { id: name name__arg7: name } }')).toContain('id__arg0: name\n    name__arg7__arg0: name');
  });
});
