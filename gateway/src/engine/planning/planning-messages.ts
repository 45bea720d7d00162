/** What the gateway and the process that plans say to each other. */
import type { QueryPlan } from '../plan.js';

/** `apollo`: @apollo/query-planner. `hive`: @graphql-hive/router-query-planner. `auto`: each where it is right. */
export const PLANNERS = ['auto', 'apollo', 'hive'] as const;
export type PlannerName = (typeof PLANNERS)[number];

/** Given to it when it begins. */
export interface PlanningTask {
  readonly planner: PlannerName;
  /** The planner's copy. */
  readonly supergraphSdl: string;
}

export interface PlanningQuestion {
  readonly id: number;
  readonly operation: string;
}

export type PlanningAnswer =
  | { readonly kind: 'loaded'; readonly apiSchema: string }
  | { readonly kind: 'not-loaded'; readonly why: string }
  | { readonly kind: 'planned'; readonly id: number; readonly plan: QueryPlan }
  /** `tooMuch`: it has more options than a question is worth. */
  | { readonly kind: 'not-planned'; readonly id: number; readonly tooMuch: boolean; readonly why: string };

/** A planner as it stands in its process. */
export interface LoadedPlanner {
  /** What clients see, as text. */
  readonly apiSchema: string;
  /** Throws TooManyOptions. */
  plan(operation: string): QueryPlan | Promise<QueryPlan>;
}

export class TooManyOptions extends Error {}
