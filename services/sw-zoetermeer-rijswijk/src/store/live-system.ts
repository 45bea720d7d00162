// This company behind the federation's port: each question to the store that answers it.
import { liveFreshness } from '#sw-contract/live.js';
import type { CompanySystem } from '#sw-contract/port.js';
import { employments, employmentsByIds } from './employments.store.js';
import { cells, labourPositions } from './figures.store.js';
import { placements, placementsByIds } from './placements.store.js';
import { endPlacement, hold, recordPlacement, release, take, takenPlace } from './reservations.store.js';
import { statistics } from './statistics.store.js';
import { supervisionCapacity, workplaces, workplacesByIds } from './workplaces.store.js';

export const liveSystem: CompanySystem = {
  workplacesByIds,
  workplaces,
  employmentsByIds,
  employments,
  placementsByIds,
  placements,
  freshness: (_em, businessDate) => Promise.resolve(liveFreshness(businessDate)),
  supervisionCapacity,
  labourPositions,
  cells,
  statistics,
  hold,
  release,
  take,
  takenPlace,
  recordPlacement,
  endPlacement,
};
