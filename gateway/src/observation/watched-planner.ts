/** A planner with a clock beside it. */
import type { Planner } from '../engine/planning/planner.js';
import { NOBODY, type Observer } from './observer.js';

/** Nobody watches: the planner as it is. */
export function watchedPlanner(planner: Planner, observer: Observer): Planner {
  if (observer === NOBODY) return planner;
  return {
    plan: async (operation, patient) => {
      const from = performance.now();
      try {
        const plan = await planner.plan(operation, patient);
        observer.planned(performance.now() - from, 'planned');
        return plan;
      } catch (error) {
        observer.planned(performance.now() - from, 'refused');
        throw error;
      }
    },
    close: () => planner.close(),
  };
}
