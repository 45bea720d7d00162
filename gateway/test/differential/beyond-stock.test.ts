/** What a federation must get right and gateways get wrong: data written by hand. Planners that are right are named; whoever is not named is known to be wrong here. */
import { describe, expect, it } from '@jest/globals';
import type { PlannerName } from './compiled.js';
import { HandWritten, type Resolvers } from './hand-written.js';

const ALL: readonly PlannerName[] = ['apollo', 'hive', 'auto'];
const ids = (reference: object): unknown => reference;
const entity = (fields: Resolvers[string] = {}): Resolvers[string] => ({ __resolveReference: ids, ...fields });

async function expectData(graph: HandWritten, question: string, data: unknown, planners: readonly PlannerName[] = ALL): Promise<void> {
  for (const who of planners) expect({ who, ...(await graph.ask(who, question)) }).toEqual({ who, data, errors: [] });
}

describe('@requires', () => {
  const graph = new HandWritten({
    stock: {
      sdl: 'type Query { shelf: Shelf } type Shelf @key(fields: "id") { id: ID! items(max: Int! = 1): [Int!]! }',
      resolvers: { Query: { shelf: () => ({ id: 's' }) }, Shelf: entity({ items: (_shelf: never, { max }: { max: number }) => [10, 20, 30, 40].slice(0, max) }) },
    },
    totals: {
      sdl: 'type Shelf @key(fields: "id") { id: ID! items(max: Int! = 1): [Int!]! @external small: Int! @requires(fields: "items(max: 2)") large: Int! @requires(fields: "items(max: 4)") }',
      resolvers: { Shelf: entity({ small: ({ items }: { items: number[] }) => items.reduce((a, b) => a + b, 0), large: ({ items }: { items: number[] }) => items.reduce((a, b) => a + b, 0) }) },
    },
  });

  it('with arguments is what it says, whatever the client asks of the same field', async () => {
    await expectData(graph, '{ shelf { items(max: 3) small } }', { shelf: { items: [10, 20, 30], small: 30 } });
    await expectData(graph, '{ shelf { items large } }', { shelf: { items: [10], large: 100 } });
  });

  it('with conflicting arguments in one selection is asked once for each', async () => {
    await expectData(graph, '{ shelf { small large } }', { shelf: { small: 30, large: 100 } }, ['hive', 'auto']);
  });
});

describe('keys', () => {
  it('an entity is reached by other keys in other subgraphs, over one that knows both', async () => {
    const graph = new HandWritten({
      a: { sdl: 'type Query { car: Car } type Car @key(fields: "plate") { plate: ID! }', resolvers: { Query: { car: () => ({ plate: 'X1' }) } } },
      b: { sdl: 'type Car @key(fields: "plate") @key(fields: "maker { id } serial") { plate: ID! maker: Maker! serial: Int! } type Maker @key(fields: "id") { id: ID! }', resolvers: { Car: entity({ maker: () => ({ id: 'M' }), serial: () => 7 }) } },
      c: {
        sdl: 'type Car @key(fields: "maker { id } serial") { maker: Maker! serial: Int! price: Int } type Maker @key(fields: "id") { id: ID! name: String }',
        resolvers: { Car: entity({ price: ({ maker, serial }: { maker: { id: string }; serial: number }) => (maker.id === 'M' && serial === 7 ? 900 : null) }), Maker: entity({ name: ({ id }: { id: string }) => `maker ${id}` }) },
      },
    });
    await expectData(graph, '{ car { price maker { name } } }', { car: { price: 900, maker: { name: 'maker M' } } });
  });

  it('a list can be a key, and a key with a null has an entity too', async () => {
    const graph = new HandWritten({
      a: { sdl: 'type Query { bags: [Bag!]! } type Bag @key(fields: "labels { text } colour") { labels: [Label!]! colour: String } type Label @shareable { text: String! }', resolvers: { Query: { bags: () => [{ labels: [{ text: 'x' }, { text: 'y' }], colour: null }, { labels: [], colour: 'red' }] } } },
      b: {
        sdl: 'type Bag @key(fields: "labels { text } colour") { labels: [Label!]! colour: String weight: String } type Label @shareable { text: String! }',
        resolvers: { Bag: entity({ weight: ({ labels, colour }: { labels: { text: string }[]; colour: string | null }) => `${labels.map(({ text }) => text).join('+')} ${String(colour)}` }) },
      },
    });
    await expectData(graph, '{ bags { weight } }', { bags: [{ weight: 'x+y null' }, { weight: ' red' }] });
  });

  it('entities that refer to each other in a circle are the same ones at every turn', async () => {
    const graph = new HandWritten({
      a: { sdl: 'type Query { man: Man } type Man @key(fields: "id") { id: ID! wife: Wife } type Wife @key(fields: "id") { id: ID! }', resolvers: { Query: { man: () => ({ id: '1' }) }, Man: entity({ wife: ({ id }: { id: string }) => ({ id: `w${id}` }) }) } },
      b: { sdl: 'type Wife @key(fields: "id") { id: ID! name: String man: Man } type Man @key(fields: "id") { id: ID! name: String }', resolvers: { Wife: entity({ name: ({ id }: { id: string }) => `Ms ${id}`, man: ({ id }: { id: string }) => ({ id: id.slice(1) }) }), Man: entity({ name: ({ id }: { id: string }) => `Mr ${id}` }) } },
    });
    await expectData(graph, '{ man { name wife { man { wife { name man { name } } } } } }', { man: { name: 'Mr 1', wife: { man: { wife: { name: 'Ms w1', man: { name: 'Mr 1' } } } } } });
  });

  it('the same question about objects at several places is asked for all of them', async () => {
    const graph = new HandWritten({
      a: { sdl: 'type Query { page: Page } type Page @key(fields: "path") { path: ID! next: Page }', resolvers: { Query: { page: () => ({ path: 'x' }) }, Page: entity({ next: () => ({ path: 'y' }) }) } },
      b: { sdl: 'type Page @key(fields: "path") { path: ID! words: Int! }', resolvers: { Page: entity({ words: ({ path }: { path: string }) => (path === 'x' ? 10 : 20) }) } },
    });
    await expectData(graph, '{ page { words next { words } } }', { page: { words: 10, next: { words: 20 } } });
  });

  it('a key that cannot be resolved is never asked for', async () => {
    const graph = new HandWritten({
      a: { sdl: 'type Query { order: Order } type Order @key(fields: "id", resolvable: false) { id: ID! }', resolvers: { Query: { order: () => ({ id: '5' }) } } },
      b: { sdl: 'type Order @key(fields: "id") { id: ID! sum: Int }', resolvers: { Order: entity({ sum: () => 12 }) } },
    });
    await expectData(graph, '{ order { id sum __typename } }', { order: { id: '5', sum: 12, __typename: 'Order' } });
    expect(graph.asked.map(({ subgraph }) => subgraph)).toEqual(['a', 'b']);
  });
});

describe('interface objects', () => {
  const parts = (resolvable: boolean): HandWritten =>
    new HandWritten({
      media: {
        sdl: `type Query { media: [Media!]! } interface Media @key(fields: "id") { id: ID! title: String! } type Book implements Media @key(fields: "id") { id: ID! title: String! pages: Int } type Film implements Media @key(fields: "id") { id: ID! title: String! }`,
        resolvers: {
          Query: { media: () => [{ __typename: 'Book', id: 'b1', title: 'B', pages: 3 }, { __typename: 'Film', id: 'f1', title: 'F' }] },
          Media: { __resolveReference: ({ id }: { id: string }) => ({ __typename: id.startsWith('b') ? 'Book' : 'Film', id, title: id.toUpperCase(), pages: 5 }) },
          Book: entity(),
          Film: entity(),
        },
      },
      votes: {
        sdl: `type Query { best: Media } type Media @key(fields: "id"${resolvable ? '' : ', resolvable: false'}) @interfaceObject { id: ID! ${resolvable ? 'votes: Int!' : ''} }`,
        resolvers: { Query: { best: () => ({ id: 'b7' }) }, Media: entity({ votes: ({ id }: { id: string }) => id.length }) },
      },
    });

  it('adds a field to every member', async () => {
    await expectData(parts(true), '{ media { __typename id votes ... on Book { pages } } }', { media: [{ __typename: 'Book', id: 'b1', votes: 2, pages: 3 }, { __typename: 'Film', id: 'f1', votes: 2 }] });
  });

  it('found there, is told by the type that it really is', async () => {
    await expectData(parts(true), '{ best { __typename votes title ... on Book { pages } } }', { best: { __typename: 'Book', votes: 2, title: 'B7', pages: 5 } });
  });

  it('that cannot be resolved leads to its members all the same', async () => {
    await expectData(parts(false), '{ best { __typename title ... on Film { id } } }', { best: { __typename: 'Book', title: 'B7' } });
  });
});
