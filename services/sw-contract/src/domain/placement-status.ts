// A placement's status follows from its dates and the business date, so that nothing has to run at midnight to be right.
// Architecture decision 12: the business date is given, never read from a clock.
import type { PlacementStatus } from '../model.js';

/** PLANNED before the first day, ENDED after the last day (inclusive end) or when ended before it began, ACTIVE between. */
export function placementStatus(period: { from: string; until: string | null }, businessDate: string): PlacementStatus {
  if (period.until !== null && period.until < period.from) return 'ENDED';
  if (businessDate < period.from) return 'PLANNED';
  return period.until !== null && businessDate > period.until ? 'ENDED' : 'ACTIVE';
}
