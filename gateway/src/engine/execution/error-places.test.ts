import { describe, expect, it } from '@jest/globals';
import { unavailable } from '#kernel/faults.js';
import { at, entities, entityFetch, FakeSubgraphs, parallel, rootFetch, sequence, type Answering } from './testing/fake-subgraphs.js';

const SUPERGRAPH = 'type Query { a: Int } interface Job { id: ID } type A implements Job { id: ID } type B implements Job { id: ID }';
const job = (type: string, id: number): object => ({ __typename: type, id });
const jobs = { data: { jobs: [null, job('B', 1), job('A', 1), job('B', 2), job('A', 1)] } };
const root = rootFetch('root', '{jobs{__typename id}}');
const failing = (...path: (string | number)[]): Answering => ({ variables }) => ({ data: { _entities: (variables.representations ?? []).map(() => null) }, errors: [{ message: 'no', path, extensions: { code: 'X' } }] });
const pathsOf = (errors: readonly { readonly path?: readonly (string | number)[] | undefined }[]): unknown => errors.map(({ path }) => path);

describe('the place of an error', () => {
  it('behind an interface list the rows of other types are counted; the same entity at two places is told at both', async () => {
    const fakes = new FakeSubgraphs(SUPERGRAPH, { root: () => jobs, a: failing('_entities', 0, 'pay__arg1', 2) });
    const { errors } = await fakes.run(sequence(root, entityFetch('a', 'jobs.@', 'A', 'pay__arg1:pay')));
    expect(pathsOf(errors)).toEqual([['jobs', 2, 'pay', 2], ['jobs', 4, 'pay', 2]]);
    expect(errors[0]).toMatchObject({ message: 'no', extensions: { code: 'X', serviceName: 'a' } });
  });

  it('an answer that two fetches share is told at the places of both', async () => {
    const fakes = new FakeSubgraphs(SUPERGRAPH, { root: () => ({ data: { a: job('A', 1), b: job('A', 1) } }), a: failing('_entities', 0) });
    const { errors } = await fakes.run(sequence(rootFetch('root', '{a{__typename id} b{__typename id}}'), parallel(entityFetch('a', 'a', 'A', 'pay'), entityFetch('a', 'b', 'A', 'pay'))));
    expect(fakes.represented('a')).toHaveLength(1);
    // Which of them is told first is up to the turns of the event loop.
    expect(pathsOf(errors.toSorted((one, other) => String(one.path).localeCompare(String(other.path))))).toEqual([['a'], ['b']]);
  });

  it('keys that the planner or we made are told as the client\'s', async () => {
    const fakes = new FakeSubgraphs(SUPERGRAPH, { root: () => ({ data: { first__arg0: job('A', 1) } }), a: failing('_entities', 0, 'pay__alias_1') });
    const fetch = entityFetch('a', 'first__arg0', 'A', 'pay__alias_1:pay', { outputRewrites: [{ kind: 'KeyRenamer', path: ['... on A', 'pay__alias_1'], renameKeyTo: 'pay__arg3' }] });
    const { errors } = await fakes.run(sequence(rootFetch('root', '{first__arg0:first{__typename id}}'), fetch));
    expect(pathsOf(errors)).toEqual([['first', 'pay']]);
  });

  it('a key of the client that looks like one of ours is told as he wrote it, when nothing came of the one field that was asked', async () => {
    const down = (): never => { throw unavailable('s', 'silent'); };
    const fakes = new FakeSubgraphs(SUPERGRAPH, { root: down });
    const { errors } = await fakes.run(rootFetch('root', '{a__arg0__arg0:a}'));
    expect(pathsOf(errors)).toEqual([['a__arg0']]);
  });

  it('in a list of lists it has a number for each', async () => {
    const fakes = new FakeSubgraphs(SUPERGRAPH, { root: () => ({ data: { rows: [[null], [job('A', 1), job('A', 2)]] } }), a: failing('_entities', 1, 'pay') });
    const { errors } = await fakes.run(sequence(rootFetch('root', '{rows{__typename id}}'), entityFetch('a', 'rows.@', 'A', 'pay')));
    expect(pathsOf(errors)).toEqual([['rows', 1, 1, 'pay']]);
  });

  it('a path that narrows to types names only rows of these', async () => {
    const fakes = new FakeSubgraphs(SUPERGRAPH, { root: () => jobs, a: failing('_entities', 0) });
    const { errors } = await fakes.run(sequence(root, at(['jobs', '@', { types: ['B'] }], entityFetch('a', '', 'Job', 'pay').node)));
    expect(pathsOf(errors)).toEqual([['jobs', 1]]);
  });

  it('a silence is told once as it was thrown; its place is told where there is one', async () => {
    const silence = (): never => {
      throw unavailable('sw-leiden', 'Leiden antwoordt niet');
    };
    const fakes = new FakeSubgraphs(SUPERGRAPH, { root: () => jobs, a: silence, b: silence, c: silence });
    const { errors, tree } = await fakes.run(sequence(parallel(root, rootFetch('c', '{one{x}}'), rootFetch('c', '{two three}')), entityFetch('a', 'jobs.@', 'A', 'pay')));
    expect(pathsOf(errors)).toEqual([['one'], undefined, undefined]);
    expect(errors[0]).toMatchObject({ message: 'Leiden antwoordt niet', extensions: { code: 'UNAVAILABLE', body: 'sw-leiden' }, originalError: expect.objectContaining({ name: 'Fault' }) });
    expect(tree).toMatchObject({ jobs: jobs.data.jobs });
  });

  it('errors of a question at the root keep their path, and what did come is kept', async () => {
    const fakes = new FakeSubgraphs(SUPERGRAPH, { root: () => ({ data: { a: null, b: 1 }, errors: [{ message: '', path: ['a', 'x__arg0'] }, { message: 'all' }] }) });
    const { tree, errors } = await fakes.run(rootFetch('root', '{a{x__arg0:x} b}'));
    expect(tree).toMatchObject({ a: null, b: 1 });
    expect(pathsOf(errors)).toEqual([['a', 'x'], undefined]);
    expect(errors[0]?.message).toBe('Error while fetching subquery from service "root"');
  });

  it('a subgraph that answers nothing, or another number of entities than asked, is told and nothing of it is taken', async () => {
    for (const data of [null, {}, { _entities: null }, { _entities: 'x' }, { _entities: [] }, { _entities: [{ pay: 1 }, { pay: 1 }] }]) {
      const fakes = new FakeSubgraphs(SUPERGRAPH, { root: () => ({ data: { one: job('A', 1) } }), a: () => ({ data }) });
      const { tree, errors } = await fakes.run(sequence(rootFetch('root', '{one{__typename id}}'), entityFetch('a', 'one', 'A', 'pay')));
      expect(tree).toMatchObject({ one: job('A', 1) });
      expect(pathsOf(errors)).toEqual([['one']]);
    }
  });

  it('a root that answers null without a reason gets one', async () => {
    const { errors } = await new FakeSubgraphs(SUPERGRAPH, { root: () => ({ data: null }) }).run(rootFetch('root', '{a}'));
    expect(pathsOf(errors)).toEqual([['a']]);
  });

  it('an entity of another type than the one asked about is not taken', async () => {
    const fakes = new FakeSubgraphs(SUPERGRAPH, { root: () => jobs, a: entities(() => ({ __typename: 'B', pay: 1 })) });
    const { tree, errors } = await fakes.run(sequence(root, entityFetch('a', 'jobs.@', 'A', '__typename pay')));
    expect(tree).toEqual(Object.assign(Object.create(null) as object, jobs.data));
    expect(pathsOf(errors)).toEqual([['jobs', 2], ['jobs', 4]]);
  });
});
