/** Loads the planner of a name, and no other: Hive's may not exist for this machine. */
import type { LoadedPlanner, PlanningTask } from './planning-messages.js';

export async function loadPlanner({ planner, supergraphSdl }: PlanningTask): Promise<LoadedPlanner> {
  switch (planner) {
    case 'auto':
      return (await import('./auto-planner.js')).loadAuto(supergraphSdl);
    case 'hive':
      return (await import('./hive-planner.js')).loadHive(supergraphSdl);
    case 'apollo':
      return (await import('./apollo-planner.js')).loadApollo(supergraphSdl);
  }
}
