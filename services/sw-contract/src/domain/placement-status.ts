// A placement's status follows from its dates and the business date, so that nothing has to run at midnight to be right.
// Architecture decision 12: the business date is given, never read from a clock.
import type { PlacementStatus } from '../model.js';

/** From the first day without work up to the day of resuming, which is not part of it; null: not resumed. */
export interface Suspension {
  readonly from: string;
  readonly until: string | null;
}

interface Period {
  readonly from: string;
  /** Last day, inclusive. */
  readonly until: string | null;
}

/** PLANNED before the first day, ENDED after the last day or when ended before it began; between them ACTIVE, or SUSPENDED while a suspension covers the day. */
export function placementStatus(period: Period, businessDate: string, suspensions: readonly Suspension[] = []): PlacementStatus {
  if (period.until !== null && period.until < period.from) return 'ENDED';
  if (businessDate < period.from) return 'PLANNED';
  if (period.until !== null && businessDate > period.until) return 'ENDED';
  return suspensions.some((one) => covers(one, businessDate)) ? 'SUSPENDED' : 'ACTIVE';
}

function covers({ from, until }: Suspension, day: string): boolean {
  return from <= day && (until === null || day < until);
}
