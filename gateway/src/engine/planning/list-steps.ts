/** Apollo's planner writes a step for each list of a list of lists, Hive's one for all of them: in the plan that the engine reads there is one. */
import type { PathStep } from '../plan.js';

export function oneStepPerList(path: readonly PathStep[]): PathStep[] {
  return path.filter((step, at) => step !== '@' || path[at - 1] !== '@');
}
