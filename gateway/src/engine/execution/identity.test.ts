import { describe, expect, it } from '@jest/globals';
import { entities, entityFetch, FakeSubgraphs, rootFetch, sequence } from './testing/fake-subgraphs.js';

const SUPERGRAPH = 'type Query { a: Int } interface I { id: ID } type P implements I { id: ID } type Q implements I { id: ID }';
const p = (id: unknown, more: object = {}): object => ({ __typename: 'P', id, ...more });

type Tree = { readonly all: readonly unknown[] };

describe('objects at one place that come with their key and nothing else', () => {
  it('are one object for each key, wherever they stand', async () => {
    const fakes = new FakeSubgraphs(SUPERGRAPH, { root: () => ({ data: { all: [p(1), p(2), p(1)] } }), a: entities(({ id }) => ({ price: Number(id) * 10 })) });
    const { all } = (await fakes.run(sequence(rootFetch('root', '{all{__typename id}}'), entityFetch('a', 'all.@', 'P', 'price')))).tree as Tree;
    expect(all).toEqual([p(1, { price: 10 }), p(2, { price: 20 }), p(1, { price: 10 })]);
    expect(all[0]).toBe(all[2]);
  });

  it('are two when they bring something else that may differ', async () => {
    const fakes = new FakeSubgraphs(SUPERGRAPH, { root: () => ({ data: { all: [p(1, { shade: 'x' }), p(1, { shade: 'y' })] } }), a: entities(() => ({ price: 10 })) });
    const { all } = (await fakes.run(sequence(rootFetch('root', '{all{__typename id shade}}'), entityFetch('a', 'all.@', 'P', 'price')))).tree as Tree;
    expect(all).toEqual([p(1, { shade: 'x', price: 10 }), p(1, { shade: 'y', price: 10 })]);
  });

  it('of two types are two', async () => {
    const q = { __typename: 'Q', id: 1 };
    const fakes = new FakeSubgraphs(SUPERGRAPH, { root: () => ({ data: { all: [p(1), q] } }), a: entities(() => ({ price: 10 })) });
    const { all } = (await fakes.run(sequence(rootFetch('root', '{all{__typename ...on P{id} ...on Q{id}}}'), entityFetch('a', 'all.@', 'P', 'price')))).tree as Tree;
    expect(all).toEqual([p(1, { price: 10 }), q]);
  });

  it('have an error at each place where they stand', async () => {
    const failing = (): object => ({ data: { _entities: [null, { __typename: 'P', price: 2 }] }, errors: [{ message: 'gone', path: ['_entities', 0, 'price'] }] });
    const fakes = new FakeSubgraphs(SUPERGRAPH, { root: () => ({ data: { all: [p(1), p(2), p(1)] } }), a: failing });
    const { errors } = await fakes.run(sequence(rootFetch('root', '{all{__typename id}}'), entityFetch('a', 'all.@', 'P', 'price')));
    expect(errors.map(({ path }) => path)).toEqual([['all', 0, 'price'], ['all', 2, 'price']]);
  });

  it('stand for those that come later and further down', async () => {
    const root = rootFetch('root', '{one{__typename id}}');
    const fakes = new FakeSubgraphs(SUPERGRAPH, { root: () => ({ data: { one: p(1) } }), a: entities(() => ({ friends: [p(2), p(3), p(2)] })), b: entities(({ id }) => ({ name: `n${String(id)}` })) });
    const { tree } = await fakes.run(sequence(root, entityFetch('a', 'one', 'P', 'friends{__typename id}'), entityFetch('b', 'one.friends.@', 'P', 'name')));
    const { friends } = (tree as { one: { friends: readonly unknown[] } }).one;
    expect(friends).toEqual([p(2, { name: 'n2' }), p(3, { name: 'n3' }), p(2, { name: 'n2' })]);
    expect(friends[0]).toBe(friends[2]);
  });
});
