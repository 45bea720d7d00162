/** How old a copy of an existing system may be and still count as fresh (decision: delivered at least weekly, one day of grace). */
import { daysBetween } from '#law/terms/calendar.js';

const FRESH_DAYS = 8;

export function isFresh(asOf: string | null, on: string): boolean {
  return asOf !== null && daysBetween(asOf, on) <= FRESH_DAYS;
}
