/**
 * Suspension of a decision term as intervals. Awb art. 4:15 lid 1: from the day after the invitation until the day on which the application
 * is completed or the time given has lapsed, that day not counted; lid 2: as long as the applicant agreed, is himself the cause, or force majeure lasts.
 */
import { addDays, daysBetween, earliest, latest } from './calendar.js';

/** `from`: the first suspended day. `until`: the first day on which the term runs again; null while it still stands. */
export interface SuspendedPeriod {
  readonly from: string;
  readonly until: string | null;
}

export function isNotEmpty({ from, until }: SuspendedPeriod): boolean {
  return until === null || from < until;
}

/** Days of a period that has ended; 0 while it stands. */
export function closedDays({ from, until }: SuspendedPeriod): number {
  return until === null ? 0 : daysBetween(from, until);
}

/** A period that still stands, as it is on the evening of `on`; null when it begins later. */
export function closedOn(period: SuspendedPeriod, on: string): { from: string; until: string } | null {
  if (period.from > on) return null;
  return { from: period.from, until: earliest(period.until ?? addDays(on, 1), addDays(on, 1)) };
}

/** Suspended days among the days after `after` until and including `lastDay`, of periods that do not overlap. */
export function suspendedDays(periods: readonly SuspendedPeriod[], after: string, lastDay: string): number {
  return periods.reduce((total, period) => total + daysWithin(period, after, lastDay), 0);
}

function daysWithin({ from, until }: SuspendedPeriod, after: string, lastDay: string): number {
  const start = latest(from, addDays(after, 1));
  const end = earliest(until ?? addDays(lastDay, 1), addDays(lastDay, 1));
  return Math.max(0, daysBetween(start, end));
}
