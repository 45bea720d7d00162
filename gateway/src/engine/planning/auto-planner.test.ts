import { describe, expect, it } from '@jest/globals';
import type { QueryPlan } from '../plan.js';
import { loadAuto, planned } from './auto-planner.js';
import { loadApollo } from './apollo-planner.js';
import { manyWays } from './testing/many-ways.js';
import { TooManyOptions, type LoadedPlanner } from './planning-messages.js';

const PLAN: QueryPlan = { node: null };
const NO_DOUBTS = new Set<string>();

function planner(plan: () => QueryPlan): () => LoadedPlanner {
  return () => ({ apiSchema: '', plan });
}

function refusing(error: Error): () => LoadedPlanner {
  return planner(() => {
    throw error;
  });
}

describe('the planner that is left to us', () => {
  it('hands what one refuses to the other', async () => {
    expect(await planned('{ x }', NO_DOUBTS, { apollo: refusing(new Error('no')), hive: planner(() => PLAN) })).toBe(PLAN);
  });

  it('does not hand over what is too much, nor to one that is known to be wrong', async () => {
    const apollo = refusing(new TooManyOptions('many'));
    await expect(planned('{ x }', NO_DOUBTS, { apollo, hive: planner(() => PLAN) })).rejects.toThrow(TooManyOptions);
    await expect(planned('{ x }', new Set(['x']), { apollo: planner(() => PLAN), hive: refusing(new Error('no way')) })).rejects.toThrow('hive: Error: no way');
  });

  it('says of each why not, also of one that is not there for this machine', async () => {
    const hive = (): Promise<LoadedPlanner> => Promise.reject(new Error('no addon'));
    await expect(planned('{ x }', NO_DOUBTS, { apollo: refusing(new Error('no way')), hive })).rejects.toThrow('apollo: Error: no way; hive: Error: no addon');
  });

  it('gives the plans of Apollo where nothing is doubtful', async () => {
    const supergraph = manyWays(2);
    const asked = '{ items { id ... on T0 { oneT0 twoT0 } } pong }';
    expect(await loadAuto(supergraph).plan(asked)).toEqual(loadApollo(supergraph).plan(asked));
  });
});
