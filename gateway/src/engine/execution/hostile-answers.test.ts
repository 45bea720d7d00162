import { describe, expect, it } from '@jest/globals';
import { parse } from 'graphql';
import { newExchange } from '../../exchange.js';
import { compilePlan } from './compile-plan.js';
import { entities, entityFetch, FakeSubgraphs, parallel, rootFetch, sequence } from './testing/fake-subgraphs.js';
import { SupergraphTypes } from './types.js';

const SUPERGRAPH = 'type Query { a: Int } type A { id: ID }';
const root = rootFetch('root', '{one{__typename id}}');
const one = (more: object = {}): { data: Record<string, unknown> } => ({ data: { one: { __typename: 'A', id: 1, ...more } } });
const asked = JSON.parse('{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"toString":"text"}') as object;

describe('a subgraph that answers what it was not asked', () => {
  it('nothing that it names changes what objects inherit, and names of inherited things are answered as they came', async () => {
    const fakes = new FakeSubgraphs(SUPERGRAPH, { root: () => one(), a: entities(() => asked) });
    const { tree } = await fakes.run(sequence(root, entityFetch('a', 'one', 'A', '__proto__:x constructor toString')));
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    expect(Object.getPrototypeOf(tree?.['one'])).toBe(Object.prototype);
    expect(Object.getOwnPropertyDescriptor(tree?.['one'], '__proto__')?.value).toEqual({ polluted: 1 });
    expect(JSON.stringify(tree)).toContain('"toString":"text"');
  });

  it('a selected name that every object inherits is not taken from there', async () => {
    const fakes = new FakeSubgraphs(SUPERGRAPH, { root: () => one(), a: entities(() => ({})), b: entities(() => ({ y: 1 })) });
    const requires = [{ kind: 'InlineFragment', typeCondition: 'A', selections: ['__typename', 'constructor'].map((name) => ({ kind: 'Field', name }) as const) }] as const;
    const { tree } = await fakes.run(sequence(root, entityFetch('a', 'one', 'A', 'constructor valueOf'), entityFetch('b', 'one', 'A', 'y', { requires })));
    expect(Object.keys(tree?.['one'] as object)).toEqual(['__typename', 'id']);
    expect(fakes.represented('b')).toEqual([]);
  });

  it('only keys that were selected are taken, also where two fetches bring parts of one object', async () => {
    const fakes = new FakeSubgraphs(SUPERGRAPH, { root: () => one(), a: entities(() => ({ x: 1, id: 2, part: { p: 1, q: 'of a' } })), b: entities(() => ({ y: 1, x: 2, part: { q: 1, p: 'of b' } })) });
    const { tree } = await fakes.run(sequence(root, parallel(entityFetch('a', 'one', 'A', 'x part{p}'), entityFetch('b', 'one', 'A', 'y part{q}'))));
    expect(tree?.['one']).toEqual({ __typename: 'A', id: 1, x: 1, y: 1, part: { p: 1, q: 1 } });
  });

  it('who is asked for an object does not fill in what another is asked about it', async () => {
    const fakes = new FakeSubgraphs(SUPERGRAPH, { root: () => one({ pay: 'a lie', inner: [{ pay: 'a lie' }] }), a: () => ({ data: null, errors: [{ message: 'down' }] }) });
    const { tree } = await fakes.run(sequence(rootFetch('root', '{one{__typename id inner{__typename id}}}'), parallel(entityFetch('a', 'one', 'A', 'pay'), entityFetch('a', 'one.inner.@', 'A', 'pay'))));
    expect(tree?.['one']).toEqual({ __typename: 'A', id: 1, inner: [{}] });
  });

  it('values of the wrong shape are passed by: lists, texts and numbers where objects belong, objects where lists belong', async () => {
    for (const wrong of ['text', 7, true, [['text']], { __typename: 'A' }, { __typename: 5, id: 1 }, { __typename: 'Nobody', id: 1 }, { '@': { __typename: 'A', id: 1 } }]) {
      const fakes = new FakeSubgraphs(SUPERGRAPH, { root: () => ({ data: { one: wrong, all: wrong } }), a: entities(() => 'text') });
      const { errors } = await fakes.run(sequence(rootFetch('root', '{one{__typename id} all{__typename id}}'), parallel(entityFetch('a', 'one', 'A', 'pay'), entityFetch('a', 'all.@', 'A', 'pay'))));
      expect(fakes.represented('a')).toEqual([]);
      expect(errors).toEqual([]);
    }
  });

  it('a list in a list is entered whether or not the schema has one there, and stays as deep as it came', async () => {
    const fakes = new FakeSubgraphs(SUPERGRAPH, { root: () => ({ data: { all: [[{ __typename: 'A', id: 1 }]] } }), a: entities(() => ({ pay: 1 })) });
    const { tree } = await fakes.run(sequence(rootFetch('root', '{all{__typename id}}'), entityFetch('a', 'all.@', 'A', 'pay')));
    expect(tree?.['all']).toEqual([[{ __typename: 'A', id: 1, pay: 1 }]]);
  });

  it('an answer too deep to be sent on costs the fetch that needs it only', async () => {
    const answers: Record<string, () => unknown> = { root: () => one().data, a: () => ({ _entities: [{ deep: JSON.parse(`${'['.repeat(50_000)}${']'.repeat(50_000)}`) }] }), b: () => ({}), c: () => ({ _entities: [{ y: 1 }] }) };
    const subgraphs = new Map(Object.entries(answers).map(([name, answer]) => [name, { name, ask: async () => ({ data: answer() as Record<string, unknown> }) }]));
    const requires = [{ kind: 'InlineFragment', typeCondition: 'A', selections: ['__typename', 'deep'].map((name) => ({ kind: 'Field', name }) as const) }] as const;
    const node = sequence(root, entityFetch('a', 'one', 'A', 'deep'), entityFetch('b', 'one', 'A', 'y', { requires }), entityFetch('c', 'one', 'A', 'y'));
    const { tree, errors } = await (await compilePlan({ node }, { subgraphs, types: new SupergraphTypes(parse(SUPERGRAPH)) }))(newExchange([], 'post'), {});
    expect(tree?.['one']).toMatchObject({ y: 1 });
    expect(errors).toHaveLength(1);
  });
});
