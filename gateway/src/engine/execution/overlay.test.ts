import { describe, expect, it } from '@jest/globals';
import { entities, entityFetch, FakeSubgraphs, parallel, rootFetch, sequence } from './testing/fake-subgraphs.js';
import type { Question } from './testing/joint-requests.js';

const SUPERGRAPH = 'type Query { a: Int } type Item { id: ID } type Size { w: Int }';
const items = { data: { all: [{ __typename: 'Item', id: 1, colour: 'red' }, { __typename: 'Item', id: 1, colour: 'blue' }] } };
const root = rootFetch('root', '{all{__typename id colour}}');

describe('two fetches that bring parts of one inner object', () => {
  it('both parts are there, whichever comes first', async () => {
    for (const [slow, quick] of [['w', 'h'], ['h', 'w']] as const) {
      const wait = async (key: string): Promise<void> => void (key === slow && (await new Promise((resolve) => setTimeout(resolve, 5))));
      const part = (key: string) => async (question: Question) => (await wait(key), entities(() => ({ size: { [key]: 1 } }))(question));
      const fakes = new FakeSubgraphs(SUPERGRAPH, { root: () => items, [slow]: part(slow), [quick]: part(quick) });
      const { tree } = await fakes.run(sequence(root, parallel(entityFetch('w', 'all.@', 'Item', 'size{w}'), entityFetch('h', 'all.@', 'Item', 'size{h}'))));
      expect(tree?.['all']).toMatchObject([{ size: { w: 1, h: 1 } }, { size: { w: 1, h: 1 } }]);
    }
  });

  it('two objects that were asked about alike by one, and differently by the other, keep their own parts', async () => {
    const fakes = new FakeSubgraphs(SUPERGRAPH, { root: () => items, w: entities(() => ({ size: { w: 1 } })), h: entities(({ colour }) => ({ size: { h: colour } })) });
    const byColour = [{ kind: 'InlineFragment', typeCondition: 'Item', selections: ['__typename', 'colour'].map((name) => ({ kind: 'Field', name }) as const) }] as const;
    const { tree } = await fakes.run(sequence(root, entityFetch('w', 'all.@', 'Item', 'size{w}'), entityFetch('h', 'all.@', 'Item', 'size{h}', { requires: byColour })));
    expect(tree?.['all']).toMatchObject([{ size: { w: 1, h: 'red' } }, { size: { w: 1, h: 'blue' } }]);
  });

  it('lists of the same length are joined row by row; the objects in them can be asked about further, once', async () => {
    const rows = (key: string) => entities(() => ({ rows: [1, 2].map((id) => ({ __typename: 'Item', id, [key]: id })) }));
    const fakes = new FakeSubgraphs(SUPERGRAPH, { root: () => items, a: rows('a'), b: rows('b'), c: entities(({ id }) => ({ c: id })) });
    const plan = sequence(root, parallel(entityFetch('a', 'all.@', 'Item', 'rows{__typename id a}'), entityFetch('b', 'all.@', 'Item', 'rows{__typename id b}')), entityFetch('c', 'all.@.rows.@', 'Item', 'c'));
    const { tree } = await fakes.run(plan);
    expect(fakes.represented('c')).toEqual([[{ __typename: 'Item', id: 1 }, { __typename: 'Item', id: 2 }]]);
    const row = (id: number): object => ({ id, a: id, b: id, c: id });
    expect(tree?.['all']).toMatchObject([{ rows: [row(1), row(2)] }, { rows: [row(1), row(2)] }]);
  });

  it('two fetches at the root may bring parts of one field', async () => {
    const fakes = new FakeSubgraphs(SUPERGRAPH, { a: () => ({ data: { me: { a: 1 } } }), b: () => ({ data: { me: { b: 2 } } }) });
    const { tree } = await fakes.run(parallel(rootFetch('a', '{me{a}}'), rootFetch('b', '{me{b}}')));
    expect(tree).toMatchObject({ me: { a: 1, b: 2 } });
  });
});
