/** What the writer of answers guarantees, with trees as the fetches leave them. */
import { describe, expect, test } from '@jest/globals';
import { buildSchema, GraphQLError, parse } from 'graphql';
import { compileAnswer, type WrittenAnswer } from './compile-answer.js';

const SCHEMA = buildSchema(`
  interface Animal { name: String!  friend: Animal }
  type Cat implements Animal { name: String!  friend: Animal  lives: Int! }
  type Dog implements Animal { name: String!  friend: Animal  tricks: [String!]! }
  union Pet = Cat | Dog
  enum Mood { CALM WILD }
  scalar Anything
  type Owner { id: ID!  pets: [Pet!]  first: Animal  must: Animal!  mood: Mood  box: Anything  age: Int  height: Float  grid: [[Int!]!]  same: Owner }
  type Query { owner(id: ID): Owner  owners: [Owner!]!  maybe: [Owner] }
`);

function write(document: string, tree: Record<string, unknown> | null, told: readonly GraphQLError[] = []): { data: unknown; text: string; errors: WrittenAnswer['errors'] } {
  const { data, errors } = compileAnswer(SCHEMA, parse(document))({ tree, errors: told });
  return { data: JSON.parse(data), text: data, errors };
}

const places = ({ errors }: { errors: WrittenAnswer['errors'] }): unknown[] => errors.map(({ path }) => path);

describe('an answer', () => {
  test('stands in the order of the question, under the names of the client, with nothing that was not asked', () => {
    const tree = { owner__arg0: { __typename: 'Owner', age: 3, id: '1', secret: 'x', height: 1.5 } };
    expect(write('{ owner__arg0: owner(id: 1) { height years: age id } }', { owner__arg0: { ...tree.owner__arg0, years: 3 } }).text).toBe('{"owner":{"height":1.5,"years":3,"id":"1"}}');
  });

  test('holds what is asked in several fragments once, together', () => {
    const document = '{ owner { id ...A ...B } } fragment A on Owner { same { id } } fragment B on Owner { same { age id } age }';
    expect(write(document, { owner: { id: '1', age: 2, same: { id: '3', age: 4 } } }).text).toBe('{"owner":{"id":"1","same":{"id":"3","age":4},"age":2}}');
  });

  test('follows fragments on interfaces, unions and types by the type of each object', () => {
    const document = '{ owner { pets { __typename ... on Animal { name } ... on Dog { tricks } ... on Cat { lives } } } }';
    const pets = [{ __typename: 'Dog', name: 'a', tricks: ['sit'] }, { __typename: 'Cat', name: 'b', lives: 9 }];
    expect(write(document, { owner: { pets } }).data).toEqual({ owner: { pets: [{ __typename: 'Dog', name: 'a', tricks: ['sit'] }, { __typename: 'Cat', name: 'b', lives: 9 }] } });
  });

  test('is null as a whole when there is no tree, or when a null rises to the root', () => {
    expect(write('{ owners { id } }', null).text).toBe('null');
    const risen = write('{ owners { id } }', { owners: [{ id: '1' }, null] });
    expect(risen.text).toBe('null');
    expect(places(risen)).toEqual([['owners', 1]]);
  });

  test('writes texts as JSON does', () => {
    for (const text of ['', 'plain', 'with "quotes"', 'back\\slash', 'line\nend', '\u0001', '\ud800', 'é€😀', 'x'.repeat(300), `${'y'.repeat(100)}"`]) {
      expect(write('{ owner { box id } }', { owner: { box: text, id: text } }).text).toBe(JSON.stringify({ owner: { box: text, id: text } }));
    }
  });
});

describe('a null where none may stand', () => {
  test('makes the nearest field that may be null null, and is told at its own place', () => {
    const answer = write('{ owner { id pets { ... on Dog { name tricks } } } }', { owner: { id: '1', pets: [{ __typename: 'Dog', name: 'a', tricks: ['x', null] }] } });
    expect(answer.data).toEqual({ owner: { id: '1', pets: null } });
    expect(places(answer)).toEqual([['owner', 'pets', 0, 'tricks', 1]]);
  });

  test('is not told again when a subgraph told why, above it or below it', () => {
    const tree = { maybe: [{ id: '1', must: null }, { id: '2', must: null }] };
    const answer = write('{ maybe { id must { name } } }', tree, [new GraphQLError('gone', { path: ['maybe', 0, 'must', 'name'] })]);
    expect(answer.data).toEqual({ maybe: [null, null] });
    expect(places(answer)).toEqual([['maybe', 0, 'must', 'name'], ['maybe', 1, 'must']]);
  });

  test('is not told again when nothing was sent because something beside it was null inside the subgraph', () => {
    const gone = new GraphQLError('gone', { path: ['maybe', 0, 'id'] });
    const answer = write('{ maybe { id must { name } } }', { maybe: [{}, { id: '2' }] }, [gone]);
    expect(answer.data).toEqual({ maybe: [null, null] });
    expect(places(answer)).toEqual([['maybe', 0, 'id'], ['maybe', 1, 'must']]);
  });

  test('is told at each place of an object that stands at several', () => {
    const shared = { __typename: 'Cat', name: null };
    const answer = write('{ maybe { first { name } } }', { maybe: [{ first: shared }, { first: shared }] });
    expect(answer.data).toEqual({ maybe: [{ first: null }, { first: null }] });
    expect(places(answer)).toEqual([['maybe', 0, 'first', 'name'], ['maybe', 1, 'first', 'name']]);
  });
});

describe('what a subgraph promised and did not keep', () => {
  test.each([
    ['age', 1.5], ['age', '1'], ['age', { a: 1 }], ['mood', 'HIDDEN'], ['mood', 1], ['height', 'x'], ['id', 1.5], ['grid', [[1], 2]], ['grid', 'x'], ['same', 'x'], ['same', [1]],
  ])('%s is no %j: null, with its place', (field, value) => {
    const answer = write(`{ maybe { ${field} ${field === 'same' ? '{ id }' : ''} } }`, { maybe: [{ [field]: value }] });
    expect(answer.errors).toHaveLength(1);
    expect(places(answer)[0]).toEqual(expect.arrayContaining(['maybe', 0, field]));
  });

  test('a number is an id as well, as text', () => {
    expect(write('{ owner { id } }', { owner: { id: 7 } }).text).toBe('{"owner":{"id":"7"}}');
  });

  test.each(['Nothing', 'Owner', 'Animal '])('an object that calls itself %s may not stand where an animal is asked', (typename) => {
    const answer = write('{ owner { first { name } } }', { owner: { first: { __typename: typename, name: 'x' } } });
    expect(answer.data).toEqual({ owner: { first: null } });
    expect(places(answer)).toEqual([['owner', 'first']]);
  });

  test('an object whose type nobody told is asked for what all of its kind have, and for no type', () => {
    expect(write('{ owner { first { name ... on Cat { lives } } } }', { owner: { first: { name: 'x', lives: 9 } } }).data).toEqual({ owner: { first: { name: 'x' } } });
    expect(write('{ owner { first { name __typename } } }', { owner: { first: { __typename: 'Animal', name: 'x' } } }).data).toEqual({ owner: { first: null } });
  });

  test('names of the prototype of objects are nobody\'s fields, and may be asked', () => {
    const document = '{ owner { constructor: age __proto__: height toString: id } }';
    expect(write(document, { owner: {} }).errors.map(({ path }) => path?.at(-1))).toEqual(['toString']);
    expect(write(document, JSON.parse('{"owner":{"constructor":1,"__proto__":2,"toString":"3"}}') as Record<string, unknown>).text).toBe('{"owner":{"constructor":1,"__proto__":2,"toString":"3"}}');
  });
});
