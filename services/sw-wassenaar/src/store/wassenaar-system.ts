/** This company behind the federation's port: nothing here but which store answers what. */
import type { CompanySystem } from '#sw-contract/port.js';
import { statistics } from './delivered-statistics.store.js';
import { employments, employmentsByIds } from './employments.store.js';
import { cells, freshness, labourPositions } from './figures.store.js';
import { hold, release, take, takenPlace } from './holds.store.js';
import { endPlacement, placements, placementsByIds, recordPlacement } from './placements.store.js';
import { supervisionCapacity, workplaces, workplacesByIds } from './workplaces.store.js';

export const wassenaarSystem: CompanySystem = {
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
  statistics,
  hold,
  release,
  take,
  takenPlace,
  recordPlacement,
  endPlacement,
};
