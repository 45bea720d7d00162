// This company behind the federation's port: each question to the store that answers it.
import type { CompanySystem } from '#sw-contract/port.js';
import { employments, employmentsByIds } from './employments.store.js';
import { cells, freshness, labourPositions } from './figures.store.js';
import { placements, placementsByIds } from './placements.store.js';
import { endPlacement, hold, recordPlacement, release, take } from './reservations.store.js';
import { supervisionCapacity, workplaces, workplacesByIds } from './workplaces.store.js';

export const liveSystem: CompanySystem = {
  workplacesByIds,
  workplaces,
  employmentsByIds,
  employments,
  placementsByIds,
  placements,
  freshness,
  supervisionCapacity,
  labourPositions,
  cells,
  hold,
  release,
  take,
  recordPlacement,
  endPlacement,
};
