import { describe, expect, it } from '@jest/globals';
import type { RequiredSelection } from '../plan.js';
import { entities, entityFetch, FakeSubgraphs, parallel, rootFetch, sequence } from './testing/fake-subgraphs.js';

const SUPERGRAPH = 'type Query { a: Int } interface I { id: ID } type P implements I { id: ID } type Q { id: ID }';
const p = (id: unknown, more: object = {}): object => ({ __typename: 'P', id, ...more });
const needs = (...keys: string[]): readonly RequiredSelection[] => [{ kind: 'InlineFragment', typeCondition: 'P', selections: ['__typename', ...keys].map((name) => ({ kind: 'Field', name })) }];
const root = rootFetch('root', '{all{__typename id shade}}');

describe('telling the objects at one place apart', () => {
  it('a fetch by a value that another brought asks about each value once', async () => {
    const fakes = new FakeSubgraphs(SUPERGRAPH, { root: () => ({ data: { all: [p(1), p(2), p(1)] } }), a: entities(({ id }) => ({ price: Number(id) * 10 })), b: entities(({ price }) => ({ dear: Number(price) > 10 })) });
    const { tree } = await fakes.run(sequence(root, entityFetch('a', 'all.@', 'P', 'price'), entityFetch('b', 'all.@', 'P', 'dear', { requires: needs('id', 'price') })));
    expect(fakes.represented('b')).toEqual([[p(1, { price: 10 }), p(2, { price: 20 })]]);
    expect(tree?.['all']).toMatchObject([{ dear: false }, { dear: true }, { dear: false }]);
  });

  it('objects that one fetch takes for the same and another does not are asked about apart', async () => {
    const fakes = new FakeSubgraphs(SUPERGRAPH, { root: () => ({ data: { all: [p(1, { shade: 'x' }), p(1, { shade: 'y' })] } }), a: entities(() => ({ a: 1 })), b: entities(({ shade }) => ({ b: shade })) });
    const { tree } = await fakes.run(sequence(root, entityFetch('a', 'all.@', 'P', 'a'), entityFetch('b', 'all.@', 'P', 'b', { requires: needs('id', 'shade') })));
    expect(tree?.['all']).toMatchObject([{ a: 1, b: 'x' }, { a: 1, b: 'y' }]);
  });

  it('objects that are asked about by several values are one where all of them are the same, whatever those are', async () => {
    const pairs = [[1, 'x'], [1, 'y'], [1, 'x'], [1, 'y'], [2, { z: 1 }], [2, { z: 1 }], [[3], 'x'], [[3], 'x'], [1, null], ['1', 'x']] as const;
    const all = pairs.map(([id, shade]) => p(id, { shade }));
    const fakes = new FakeSubgraphs(SUPERGRAPH, { root: () => ({ data: { all } }), a: entities(({ id, shade }) => ({ a: [id, shade] })) });
    const { tree } = await fakes.run(sequence(root, entityFetch('a', 'all.@', 'P', 'a', { requires: needs('id', 'shade') })));
    const asked = [[1, 'x'], [1, 'y'], [2, { z: 1 }], [[3], 'x'], [1, null], ['1', 'x']].map(([id, shade]) => p(id, { shade }));
    expect(fakes.represented('a')[0]).toHaveLength(asked.length);
    expect(fakes.represented('a')[0]).toEqual(expect.arrayContaining(asked));
    expect(tree?.['all']).toMatchObject(pairs.map(([id, shade]) => ({ a: [id, shade] })));
  });

  it('a value that is not sent of objects of this type tells none of them apart', async () => {
    const requires: readonly RequiredSelection[] = [...needs('id'), { kind: 'InlineFragment', typeCondition: 'Q', selections: [{ kind: 'Field', name: '__typename' }, { kind: 'Field', name: 'shade' }] }];
    const fakes = new FakeSubgraphs(SUPERGRAPH, { root: () => ({ data: { all: [p(1, { shade: 'x' }), p(1, { shade: 'y' })] } }), a: entities(({ id }) => ({ a: id })) });
    const { tree } = await fakes.run(sequence(root, entityFetch('a', 'all.@', 'P', 'a', { requires })));
    expect(fakes.represented('a')).toEqual([[p(1)]]);
    expect(tree?.['all']).toMatchObject([{ a: 1 }, { a: 1 }]);
  });

  it('a number and its text, null, and objects as keys are told apart', async () => {
    const ids = [1, '1', null, { x: 1 }, { x: 2 }, { x: 1 }, [1]];
    const fakes = new FakeSubgraphs(SUPERGRAPH, { root: () => ({ data: { all: ids.map((id) => p(id)) } }), a: entities(({ id }) => ({ a: id })) });
    const { tree } = await fakes.run(sequence(root, entityFetch('a', 'all.@', 'P', 'a')));
    expect(fakes.represented('a')).toEqual([[p(1), p('1'), p(null), p([1]), p({ x: 1 }), p({ x: 2 })].map((one) => expect.objectContaining(one))].map((list) => expect.arrayContaining(list)));
    expect(tree?.['all']).toEqual(ids.map((id) => p(id, { a: id })));
  });

  it('an object that comes after its like was added to is asked about by what it has itself', async () => {
    const all = [{ __typename: 'Q', id: 6 }, { __typename: 'P', id: 5, more: [p(1)] }];
    const fakes = new FakeSubgraphs(SUPERGRAPH, { root: () => ({ data: { all } }), a: entities(({ id }) => ({ price: id })), late: entities(() => ({ more: [p(1)] })), b: entities(({ price }) => ({ b: price })) });
    const plan = sequence(
      rootFetch('root', '{all{__typename id ...on P{more{__typename id}}}}'),
      entityFetch('a', 'all.@.more.@', 'P', 'price'),
      entityFetch('late', 'all.@', 'Q', 'more{__typename id}'),
      entityFetch('b', 'all.@.more.@', 'P', 'b', { requires: needs('id', 'price') }),
    );
    const { tree } = await fakes.run(plan);
    expect(tree?.['all']).toEqual([{ __typename: 'Q', id: 6, more: [p(1)] }, { __typename: 'P', id: 5, more: [p(1, { price: 1, b: 1 })] }]);
  });

  it('objects of which two fetches bring a value are asked about one by one', async () => {
    const bring = (value: number) => entities(({ id }) => (id === value ? { price: value } : {}));
    const fakes = new FakeSubgraphs(SUPERGRAPH, { root: () => ({ data: { all: [p(1), p(2)] } }), a: bring(1), b: bring(2), c: entities(({ price }) => ({ c: price })) });
    const { tree } = await fakes.run(sequence(root, parallel(entityFetch('a', 'all.@', 'P', 'price'), entityFetch('b', 'all.@', 'P', 'price')), entityFetch('c', 'all.@', 'P', 'c', { requires: needs('price') })));
    expect(tree?.['all']).toMatchObject([{ c: 1 }, { c: 2 }]);
  });
});
