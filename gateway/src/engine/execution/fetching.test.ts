import { describe, expect, it } from '@jest/globals';
import { at, byId, entities, entityFetch, FakeSubgraphs, parallel, rootFetch, sequence } from './testing/fake-subgraphs.js';

const SUPERGRAPH = `type Query { a: Int } interface Media { id: ID } interface Owner { id: ID }
  type Book implements Media { id: ID } type Film implements Media { id: ID } type User implements Owner { id: ID }`;
const root = rootFetch('root', '{me{__typename id}}');
const me = () => ({ data: { me: { __typename: 'User', id: 1 } } });

describe('running a plan', () => {
  it('a variable is sent when it has a value, once as text and only where it is used', async () => {
    const fakes = new FakeSubgraphs(SUPERGRAPH, { root: me, b: entities(() => ({ x: 1 })) });
    await fakes.run(sequence({ ...root, variableUsages: ['absent'] }, entityFetch('b', 'me', 'User', 'x', { variableUsages: ['y', 'absent', 'nothing'] })), { y: { deep: ['"'] }, nothing: null, other: 1 });
    expect(fakes.asked.map(({ variables }) => variables)).toEqual([{}, { representations: [{ __typename: 'User', id: 1 }], y: { deep: ['"'] }, nothing: null }]);
  });

  it('a condition chooses by its variable', async () => {
    const fakes = new FakeSubgraphs(SUPERGRAPH, { root: me, b: entities(() => ({ x: 1 })), c: entities(() => ({ x: 2 })) });
    const plan = sequence(root, { kind: 'Condition', condition: 'with', ifClause: entityFetch('b', 'me', 'User', 'x'), elseClause: entityFetch('c', 'me', 'User', 'x') });
    const [yes, no] = await Promise.all([fakes.run(plan, { with: true }), fakes.run(plan, { with: false })]);
    expect([yes, no].map(({ tree }) => tree?.['me'])).toMatchObject([{ x: 1 }, { x: 2 }]);
  });

  it('nothing is asked about a list without objects of the type', async () => {
    const fakes = new FakeSubgraphs(SUPERGRAPH, { root: () => ({ data: { all: [null, { __typename: 'Film', id: 1 }] } }), b: entities(() => ({ x: 1 })) });
    await fakes.run(sequence(rootFetch('root', '{all{__typename id}}'), entityFetch('b', 'all.@', 'Book', 'x')));
    expect(fakes.represented('b')).toEqual([]);
  });

  it('an object whose required value was not answered is not asked about; one that is null is', async () => {
    const fakes = new FakeSubgraphs(SUPERGRAPH, { root: () => ({ data: { all: [{ __typename: 'Book', id: 1 }, { __typename: 'Book', id: 2, size: null }] } }), b: entities(() => ({ x: 1 })) });
    await fakes.run(sequence(rootFetch('root', '{all{__typename id size}}'), entityFetch('b', 'all.@', 'Book', 'x', { requires: byId('Book', 'size') })));
    expect(fakes.represented('b')).toEqual([[{ __typename: 'Book', id: 2, size: null }]]);
  });

  it('an object that turns out to be of a type after it came is found by the fetches for that type', async () => {
    const fakes = new FakeSubgraphs(SUPERGRAPH, {
      root: () => ({ data: { all: [{ __typename: 'Media', id: 1 }, { __typename: 'Media', id: 2 }] } }),
      types: entities(({ id }) => ({ __typename: id === 1 ? 'Book' : 'Film' })),
      books: entities(() => ({ pages: 10 })),
    });
    const { tree } = await fakes.run(sequence(rootFetch('root', '{all{__typename id}}'), entityFetch('types', 'all.@', 'Media', '__typename'), entityFetch('books', 'all.@', 'Book', 'pages')));
    expect(tree?.['all']).toEqual([{ __typename: 'Book', id: 1, pages: 10 }, { __typename: 'Film', id: 2 }]);
  });

  it('a plan may send an object under the name of its interface, and take a field under another name', async () => {
    const fakes = new FakeSubgraphs(SUPERGRAPH, { root: () => ({ data: { all: [{ __typename: 'Book', id: 1 }] } }), b: entities(() => ({ __typename: 'Media', stars__alias_0: 0 })) });
    const rewrites = { inputRewrites: [{ kind: 'ValueSetter', path: ['... on Book', '__typename'], setValueTo: 'Media' }], outputRewrites: [{ kind: 'KeyRenamer', path: ['stars__alias_0'], renameKeyTo: 'stars' }] } as const;
    const fetch = at(['all', '@'], { ...entityFetch('b', 'all', 'Media', '__typename stars__alias_0:stars').node, requires: byId('Book'), ...rewrites } as never);
    const { tree } = await fakes.run(sequence(rootFetch('root', '{all{__typename id}}'), fetch));
    expect(fakes.represented('b')).toEqual([[{ __typename: 'Media', id: 1 }]]);
    expect(tree?.['all']).toEqual([{ __typename: 'Book', id: 1, stars: 0 }]);
  });

  it('a path that narrows to a type leaves objects of other types alone, also those that are asked about alike', async () => {
    const owner = { __typename: 'User', id: 1 };
    const fakes = new FakeSubgraphs(SUPERGRAPH, {
      root: () => ({ data: { all: [{ __typename: 'Book', owner }, { __typename: 'Film', owner }] } }),
      b: entities(() => ({ said: 'of a book' })),
      f: entities(() => ({ said: 'of a film' })),
    });
    const of = (service: string, type: string) => at(['all', '@', { types: [type] }, 'owner'], entityFetch(service, '', 'User', 'said').node);
    const { tree } = await fakes.run(sequence(rootFetch('root', '{all{__typename owner{__typename id}}}'), parallel(of('b', 'Book'), of('f', 'Film'))));
    expect(tree?.['all']).toMatchObject([{ owner: { said: 'of a book' } }, { owner: { said: 'of a film' } }]);
  });

  it('commands are sent in order, each by itself, also when they say the same', async () => {
    const order: string[] = [];
    const fakes = new FakeSubgraphs(SUPERGRAPH, { a: async ({ query }) => (await new Promise((resolve) => setTimeout(resolve, 5)), order.push(`done ${query}`), { data: { add: 1 } }), b: ({ query }) => (order.push(`done ${query}`), { data: { take: 2 } }) });
    const { tree } = await fakes.run(sequence(rootFetch('a', 'mutation{add}'), rootFetch('a', 'mutation{add}'), rootFetch('b', 'mutation{take}')));
    expect(order).toEqual(['done mutation{add}', 'done mutation{add}', 'done mutation{take}']);
    expect(fakes.asked.map(({ mutating }) => mutating)).toEqual([true, true, true]);
    expect(tree).toMatchObject({ add: 1, take: 2 });
  });

  it('what was read after one command is read anew after the next', async () => {
    let stock = 0;
    const fakes = new FakeSubgraphs(SUPERGRAPH, { a: ({ query }) => ({ data: { [query.includes('one') ? 'one' : 'two']: { __typename: 'Book', id: 1 } } }), b: entities(() => ({ stock: (stock += 1) })) });
    const after = (key: string) => [rootFetch('a', `mutation{${key}{__typename id}}`), entityFetch('b', key, 'Book', 'stock')];
    const { tree } = await fakes.run(sequence(...after('one'), ...after('two')));
    expect(tree).toMatchObject({ one: { stock: 1 }, two: { stock: 2 } });
  });

  it('a plan without fetches answers nothing', async () => {
    const { tree, errors } = await new FakeSubgraphs(SUPERGRAPH, {}).run(null);
    expect([Object.keys(tree ?? {}), errors]).toEqual([[], []]);
  });
});
