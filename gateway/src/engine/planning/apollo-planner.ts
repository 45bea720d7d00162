/** Apollo's planner, for a process of its own: it plans in one go, and a bad question takes it long. */
import { operationFromDocument, Supergraph } from '@apollo/federation-internals';
import { QueryPlanner } from '@apollo/query-planner';
import { parse, printSchema } from 'graphql';
import { readApolloPlan } from './apollo-plan.js';
import { TooManyOptions, type LoadedPlanner } from './planning-messages.js';

/** More options than this for one selection means a schema that plans exponentially. */
const MAX_PATHS = 1000;
/** The contract operations need one; what needs hundreds is worth a worse plan, not a longer wait. */
const MAX_PLANS = 200;
/** How the library says that it stopped; it has no codes for it. */
const STOPPED = /Too many options generated|exceeds limit|limit of recursive selections|Invalid array length|Maximum call stack|Exceeded maximum/i;

/** Throws for a supergraph that is not one, or that wants what nobody here enforces. */
export function loadApollo(supergraphSdl: string): LoadedPlanner {
  const supergraph = Supergraph.build(supergraphSdl, { validateSupergraph: true });
  const api = supergraph.apiSchema();
  const planner = new QueryPlanner(supergraph, { debug: { pathsLimit: MAX_PATHS, maxEvaluatedPlans: MAX_PLANS } });
  return {
    apiSchema: printSchema(api.toGraphQLJSSchema()),
    plan: (operation) => {
      try {
        return readApolloPlan(planner.buildQueryPlan(operationFromDocument(api, parse(operation, { noLocation: true }))));
      } catch (error) {
        throw STOPPED.test(String(error)) ? new TooManyOptions(String(error)) : error;
      }
    },
  };
}
