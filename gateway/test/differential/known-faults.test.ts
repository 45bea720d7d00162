/** Where the library is wrong and ours is not: each on a small supergraph, with what is right written by hand. */
import { describe, expect, it } from '@jest/globals';
import { HandWritten, type Who } from './hand-written.js';

const OURS = ['apollo', 'hive', 'auto'] as const satisfies readonly Who[];

const ids = (reference: { id: string }): unknown => reference;

describe('the library is wrong, and the compiled engine right', () => {
  it('@requires with arguments: the client asks the same field with other arguments', async () => {
    const graph = new HandWritten({
      posts: {
        sdl: 'type Query { post: Post } type Post @key(fields: "id") { id: ID! notes(first: Int!): [Int!]! }',
        resolvers: { Query: { post: () => ({ id: '1' }) }, Post: { __resolveReference: ids, notes: (_post: never, { first }: { first: number }) => [1, 2, 3].slice(0, first) } },
      },
      digests: {
        sdl: 'type Post @key(fields: "id") { id: ID! notes(first: Int!): [Int!]! @external digest: String! @requires(fields: "notes(first: 3)") }',
        resolvers: { Post: { __resolveReference: ids, digest: ({ notes }: { notes: number[] }) => `of ${notes.length}` } },
      },
    });
    const question = '{ post { notes(first: 1) digest } }';
    const right = { data: { post: { notes: [1], digest: 'of 3' } }, errors: [] };
    expect(await graph.ask('stock', question)).not.toEqual(right);
    for (const who of OURS) expect(await graph.ask(who, question)).toEqual(right);
  });

  it('an alias that is the name of a key: the key of the next fetch is what the alias says', async () => {
    const graph = new HandWritten({
      people: {
        sdl: 'type Query { person: Person } type Person @key(fields: "id") { id: ID! nick: String! }',
        resolvers: { Query: { person: () => ({ id: '1', nick: 'two' }) }, Person: { __resolveReference: ids } },
      },
      ages: {
        sdl: 'type Person @key(fields: "id") { id: ID! age: Int }',
        resolvers: { Person: { __resolveReference: ids, age: ({ id }: { id: string }) => (id === '1' ? 44 : null) } },
      },
    });
    const question = '{ person { id: nick age } }';
    const right = { data: { person: { id: 'two', age: 44 } }, errors: [] };
    expect(await graph.ask('stock', question)).not.toEqual(right);
    for (const who of OURS) expect(await graph.ask(who, question)).toEqual(right);
  });

  it('a @requires beside a field that is skipped: what the neighbour needs is not fetched, and the field is null without an error', async () => {
    const graph = new HandWritten({
      things: { sdl: 'type Query { thing: Thing } type Thing @key(fields: "id") { id: ID! size: Int! }', resolvers: { Query: { thing: () => ({ id: '1' }) }, Thing: { __resolveReference: ids, size: () => 3 } } },
      labels: {
        sdl: 'type Thing @key(fields: "id") { id: ID! size: Int! @external name: String label: String @requires(fields: "size") }',
        resolvers: { Thing: { __resolveReference: ids, name: () => 'a', label: ({ size }: { size: number }) => `of ${size}` } },
      },
    });
    const question = 'query ($v: Boolean!) { thing { name id label @skip(if: $v) } }';
    const right = { data: { thing: { name: 'a', id: '1' } }, errors: [] };
    expect((await graph.ask('stock', question, { v: true })).data).toEqual({ thing: { name: null, id: '1' } });
    for (const who of OURS) {
      expect(await graph.ask(who, question, { v: true })).toEqual(right);
      expect(await graph.ask(who, question, { v: false })).toEqual({ data: { thing: { name: 'a', id: '1', label: 'of 3' } }, errors: [] });
    }
  });

  it('order of keys: a field under a fragment comes where it was asked', async () => {
    const graph = pets();
    const question = '{ pets { ... on Dog { sound name } ... on Pet { sound } name } }';
    expect((await graph.ask('stock', question)).data).toEqual({ pets: [{ sound: 'miauw', name: 'cat' }, { sound: 'woof', name: 'dog' }] });
    for (const who of OURS) expect(JSON.stringify((await graph.ask(who, question)).data)).toBe('{"pets":[{"sound":"miauw","name":"cat"},{"sound":"woof","name":"dog"}]}');
  });

  it('error index behind an interface list: rows of other types are not counted', async () => {
    const graph = pets();
    const question = '{ pets { ... on Dog { weight } } }';
    expect((await graph.ask('stock', question)).errors).toEqual([['pets', 0, 'weight']]);
    for (const who of OURS) expect(await graph.ask(who, question)).toEqual({ data: { pets: [{}, { weight: null }] }, errors: [['pets', 1, 'weight']] });
  });

  it('nulls that rise are told beside the errors: the client sees a null without one', async () => {
    const graph = new HandWritten({
      people: { sdl: 'type Query { person: Person } type Person @key(fields: "id") { id: ID! }', resolvers: { Query: { person: () => ({ id: '1' }) } } },
      ages: {
        sdl: 'type Person @key(fields: "id") { id: ID! age: Int! }',
        resolvers: { Person: { __resolveReference: () => null } },
      },
    });
    expect(await graph.verdict('stock', '{ person { age } }')).toMatchObject({ data: { person: null }, paths: [], completion: [['person', 'age']] });
    for (const who of OURS) expect(await graph.ask(who, '{ person { age } }')).toEqual({ data: { person: null }, errors: [['person', 'age']] });
  });

  it('an interface object takes the type away: what is there is lost without an error', async () => {
    const graph = new HandWritten({
      media: {
        sdl: 'type Query { book: Book } interface Media @key(fields: "id") { id: ID! } type Book implements Media @key(fields: "id") { id: ID! }',
        resolvers: { Query: { book: () => ({ id: 'b1' }) } },
      },
      votes: { sdl: 'type Media @key(fields: "id") @interfaceObject { id: ID! votes: Int }', resolvers: { Media: { __resolveReference: ids, votes: () => 2 } } },
    });
    const question = 'query ($x: Boolean!) { ... on Query @include(if: $x) { book { votes __typename } } }';
    expect(await graph.ask('stock', question, { x: true })).toEqual({ data: { book: null }, errors: [] });
    for (const who of OURS) expect(await graph.ask(who, question, { x: true })).toEqual({ data: { book: { votes: 2, __typename: 'Book' } }, errors: [] });
  });

  it('commands twice, or out of order: one that is asked again under a condition is given again', async () => {
    let given = 0;
    const graph = new HandWritten({
      counter: { sdl: 'type Query { a: Int } type Mutation { count: Int! }', resolvers: { Mutation: { count: () => (given += 1) } } },
      other: { sdl: 'type Mutation { other: Int }', resolvers: { Mutation: { other: () => 7 } } },
    });
    const question = 'mutation ($also: Boolean!) { count ... on Mutation @include(if: $also) { other count } }';
    await graph.ask('stock', question, { also: true });
    expect(given).toBe(2);
    for (const who of OURS) {
      given = 0;
      expect(await graph.ask(who, question, { also: true })).toEqual({ data: { count: 1, other: 7 }, errors: [] });
      expect(given).toBe(1);
    }
  });
});

function pets(): HandWritten {
  return new HandWritten({
    names: {
      sdl: 'type Query { pets: [Pet!]! } interface Pet { name: String! sound: String! } type Dog implements Pet @key(fields: "id") { id: ID! name: String! sound: String! } type Cat implements Pet @key(fields: "id") { id: ID! name: String! sound: String! }',
      resolvers: {
        Query: { pets: () => [{ __typename: 'Cat', id: '1', name: 'cat', sound: 'miauw' }, { __typename: 'Dog', id: '2', name: 'dog', sound: 'woof' }] },
        Dog: { __resolveReference: ids },
        Cat: { __resolveReference: ids },
      },
    },
    weights: {
      sdl: 'type Dog @key(fields: "id") { id: ID! weight: Int }',
      resolvers: {
        Dog: {
          __resolveReference: ids,
          weight: () => {
            throw new Error('the scales are broken');
          },
        },
      },
    },
  });
}
