/** Both planners, each for what it is right about. Guarantees that Hive's, which is not there for every machine, is loaded only when it is asked. */
import { parse } from 'graphql';
import type { QueryPlan } from '../plan.js';
import { loadApollo } from './apollo-planner.js';
import { doubtsOf, plannersFor, type Doubts, type OwnPlanner } from './planner-doubts.js';
import { TooManyOptions, type LoadedPlanner } from './planning-messages.js';

type Loading = Readonly<Record<OwnPlanner, () => LoadedPlanner | Promise<LoadedPlanner>>>;

export function loadAuto(supergraphSdl: string): LoadedPlanner {
  const apollo = loadApollo(supergraphSdl);
  let hive: Promise<LoadedPlanner> | null = null;
  const loadHive = (): Promise<LoadedPlanner> => (hive ??= import('./hive-planner.js').then((one) => one.loadHive(supergraphSdl)));
  const doubts = doubtsOf(parse(supergraphSdl, { noLocation: true }));
  return { apiSchema: apollo.apiSchema, plan: (operation) => planned(operation, doubts, { apollo: () => apollo, hive: loadHive }) };
}

/** The first that finds a way. What is too much for one is too much: the other would take as long to find that out. */
export async function planned(operation: string, doubts: Doubts, planners: Loading): Promise<QueryPlan> {
  const refusals: string[] = [];
  for (const name of plannersFor(operation, doubts)) {
    try {
      return await (await planners[name]()).plan(operation);
    } catch (error) {
      if (error instanceof TooManyOptions) throw error;
      refusals.push(`${name}: ${String(error)}`);
    }
  }
  throw new Error(refusals.join('; '));
}
