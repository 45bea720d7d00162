/** The port behind which a planner stands: Apollo's, or another. */
import type { QueryPlan } from '../plan.js';

export interface Planner {
  /**
   * `operation`: text of a document with one operation, valid for the API schema, without introspection. Throws Fault LIMIT_EXCEEDED when it would
   * take more time or more options than a question is worth. `patient`: nobody waits for it, it may take its time.
   */
  plan(operation: string, patient?: boolean): Promise<QueryPlan>;
  close(): Promise<void>;
}
