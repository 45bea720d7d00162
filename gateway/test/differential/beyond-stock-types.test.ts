/** The same as beyond-stock.test, for types: abstract ones that not every subgraph knows whole, shared fields, moved fields. Data written by hand. */
import { describe, expect, it } from '@jest/globals';
import type { PlannerName } from './compiled.js';
import { HandWritten, type Resolvers } from './hand-written.js';

const ALL: readonly PlannerName[] = ['apollo', 'hive', 'auto'];
const ids = (reference: object): unknown => reference;
const entity = (fields: Resolvers[string] = {}): Resolvers[string] => ({ __resolveReference: ids, ...fields });

async function expectData(graph: HandWritten, question: string, data: unknown, planners: readonly PlannerName[] = ALL): Promise<void> {
  for (const who of planners) expect({ who, ...(await graph.ask(who, question)) }).toEqual({ who, data, errors: [] });
}

describe('abstract types', () => {
  it('a member of a union that one subgraph does not know is asked of the others only', async () => {
    const graph = new HandWritten({
      a: { sdl: 'type Query { found: [Found!]! } union Found = Book | Song type Book @key(fields: "id") { id: ID! title: String! @shareable } type Song @key(fields: "id") { id: ID! tune: String! }', resolvers: { Query: { found: () => [{ __typename: 'Book', id: '1', title: 'T' }, { __typename: 'Song', id: '2', tune: 'do' }] }, Book: entity(), Song: entity() } },
      b: { sdl: 'type Query { other: Found } union Found = Book type Book @key(fields: "id") { id: ID! title: String! @shareable lent: Boolean! }', resolvers: { Query: { other: () => ({ __typename: 'Book', id: '3', title: 'O' }) }, Book: entity({ lent: ({ id }: { id: string }) => id === '1' }) } },
    });
    await expectData(graph, '{ found { __typename ... on Book { title lent } ... on Song { tune } } other { ... on Song { tune } ... on Book { lent } } }', { found: [{ __typename: 'Book', title: 'T', lent: true }, { __typename: 'Song', tune: 'do' }], other: { lent: false } });
  });

  it('an interface of which each subgraph has a part is whole for the client', async () => {
    const graph = new HandWritten({
      a: { sdl: 'type Query { nodes: [Node!]! } interface Node { id: ID! } type X implements Node @key(fields: "id") { id: ID! } type Y implements Node @key(fields: "id") { id: ID! }', resolvers: { Query: { nodes: () => [{ __typename: 'X', id: '1' }, { __typename: 'Y', id: '2' }] } } },
      b: { sdl: 'interface Node { size: Int } type X implements Node @key(fields: "id") { id: ID! size: Int }', resolvers: { X: entity({ size: () => 10 }) } },
      c: { sdl: 'type Y @key(fields: "id") { id: ID! size: Int }', resolvers: { Y: entity({ size: () => null }) } },
    });
    await expectData(graph, '{ nodes { id size __typename } }', { nodes: [{ id: '1', size: 10, __typename: 'X' }, { id: '2', size: null, __typename: 'Y' }] });
  });

  it('fields of one name and different types in different members stay apart', async () => {
    const graph = new HandWritten({
      a: { sdl: 'type Query { parts: [Part!]! } union Part = Bolt | Nut type Bolt @key(fields: "id") { id: ID! } type Nut @key(fields: "id") { id: ID! }', resolvers: { Query: { parts: () => [{ __typename: 'Bolt', id: '1' }, { __typename: 'Nut', id: '2' }] } } },
      b: { sdl: 'type Bolt @key(fields: "id") { id: ID! size: Int! } type Nut @key(fields: "id") { id: ID! size: String }', resolvers: { Bolt: entity({ size: () => 8 }), Nut: entity({ size: () => 'M8' }) } },
    });
    await expectData(graph, '{ parts { ... on Bolt { length: size } ... on Nut { width: size } } }', { parts: [{ length: 8 }, { width: 'M8' }] });
  });

  it('__typename stands wherever it is asked, under any name', async () => {
    const graph = new HandWritten({
      a: { sdl: 'type Query { me: Me } type Me @key(fields: "id") { id: ID! pet: Pet } interface Pet { name: String! } type Cat implements Pet { name: String! }', resolvers: { Query: { me: () => ({ id: '1', pet: { __typename: 'Cat', name: 'c' } }) }, Me: entity() } },
      b: { sdl: 'type Me @key(fields: "id") { id: ID! age: Int }', resolvers: { Me: entity({ age: () => 5 }) } },
    });
    await expectData(graph, '{ q: __typename me { constructor: __typename age pet { __typename kind: __typename } } __typename }', { q: 'Query', me: { constructor: 'Me', age: 5, pet: { __typename: 'Cat', kind: 'Cat' } }, __typename: 'Query' });
  });
});

describe('fields of several subgraphs', () => {
  it('a field that was taken over is asked of its new owner only', async () => {
    const graph = new HandWritten({
      old: { sdl: 'type Query { bill: Bill } type Bill @key(fields: "id") { id: ID! sum: Int! paid: Boolean }', resolvers: { Query: { bill: () => ({ id: '1', sum: -1, paid: true }) }, Bill: entity() } },
      fresh: { sdl: 'type Bill @key(fields: "id") { id: ID! sum: Int! @override(from: "old") }', resolvers: { Bill: entity({ sum: () => 250 }) } },
    });
    await expectData(graph, '{ bill { sum paid } }', { bill: { sum: 250, paid: true } });
  });

  it('what is provided, also below the object, is not asked again', async () => {
    const graph = new HandWritten({
      a: {
        sdl: 'type Query { post: Post @provides(fields: "author { name home { city } }") } type Post @key(fields: "id") { id: ID! author: Author @external } type Author @key(fields: "id") { id: ID! name: String @external home: Home @external } type Home { city: String @external }',
        resolvers: { Query: { post: () => ({ id: '1', author: { id: '2', name: 'A', home: { city: 'L' } } }) } },
      },
      b: { sdl: 'type Post @key(fields: "id") { id: ID! author: Author @shareable } type Author @key(fields: "id") { id: ID! name: String @shareable home: Home @shareable age: Int } type Home @shareable { city: String }', resolvers: { Post: entity({ author: () => ({ id: '2' }) }), Author: entity({ name: () => 'B', home: () => ({ city: 'M' }), age: () => 40 }) } },
    });
    await expectData(graph, '{ post { author { name home { city } } } }', { post: { author: { name: 'A', home: { city: 'L' } } } });
    expect(graph.asked.map(({ subgraph }) => subgraph)).toEqual(['a']);
  });

  it('parts of one shared value come from the subgraphs that have them', async () => {
    const graph = new HandWritten({
      a: { sdl: 'type Query { shop: Shop @shareable } type Shop { name: String address: Address @shareable } type Address { street: String }', resolvers: { Query: { shop: () => ({ name: 'S', address: { street: 'x' } }) } } },
      b: { sdl: 'type Query { shop: Shop @shareable } type Shop { open: Boolean address: Address @shareable } type Address { city: String }', resolvers: { Query: { shop: () => ({ open: true, address: { city: 'y' } }) } } },
    });
    await expectData(graph, '{ shop { name open address { street city } } }', { shop: { name: 'S', open: true, address: { street: 'x', city: 'y' } } });
  });

  it('a value of an enum that clients may not see is null to them', async () => {
    const graph = new HandWritten({
      a: { sdl: 'type Query { states: [State] } enum State { OPEN CLOSED SECRET @inaccessible }', resolvers: { Query: { states: () => ['OPEN', 'SECRET', 'CLOSED'] } } },
    });
    for (const who of ALL) expect((await graph.ask(who, '{ states }')).data).toEqual({ states: ['OPEN', null, 'CLOSED'] });
  });

  it('a member of an argument enum that only one subgraph knows is not offered', async () => {
    const graph = new HandWritten({
      a: { sdl: 'type Query { a(size: Size): Int @shareable } enum Size { S M L }', resolvers: { Query: { a: () => 1 } } },
      b: { sdl: 'type Query { b(size: Size): Int } enum Size { S M }', resolvers: { Query: { b: () => 2 } } },
    });
    await expect(graph.ask('apollo', '{ a(size: L) }')).rejects.toThrow('Size');
    await expectData(graph, '{ a(size: M) b(size: S) }', { a: 1, b: 2 });
  });
});

describe('hostile answers', () => {
  it('reach neither the answer nor the prototype of anything', async () => {
    const graph = new HandWritten({
      a: { sdl: 'type Query { me: Me } type Me @key(fields: "id") { id: ID! name: String }', resolvers: { Query: { me: () => ({ id: '1', name: 'n' }) }, Me: entity() } },
      b: {
        sdl: 'type Me @key(fields: "id") { id: ID! age: Int }',
        resolvers: { Me: entity({ age: () => 5 }) },
        twist: () => JSON.parse('{"data":{"_entities":[{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},"age":7,"name":"stolen","id":"9"}]}}') as never,
      },
    });
    await expectData(graph, '{ me { id name age } }', { me: { id: '1', name: 'n', age: 7 } });
    expect((Object.create({}) as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});
