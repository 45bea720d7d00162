/** Hive's planner (Rust, as an addon), for a process of its own: an addon that hangs cannot be interrupted, and one that fails takes its process with it. */
import { QueryPlanner } from '@graphql-hive/router-query-planner';
import { readHivePlan } from './hive-plan.js';
import { withoutStandard } from './hive-schema.js';
import type { LoadedPlanner } from './planning-messages.js';

const NO_LABELS: ReadonlySet<string> = new Set();
/** Of a progressive override no request is inside. */
const NO_SHARE = 100;

export function loadHive(supergraphSdl: string): LoadedPlanner {
  const planner = new QueryPlanner(supergraphSdl);
  return { apiSchema: withoutStandard(planner.consumerSchema), plan: (operation) => readHivePlan(planner.plan(operation, null, new Set(NO_LABELS), NO_SHARE)) };
}
