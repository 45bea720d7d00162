/**
 * Stale but honest: this company's answers are as old as its oldest current file, and they are called fresh only while the
 * monthly roster is at most 35 and the weekly workplaces at most 8 days older than the business date. The half-yearly
 * statistics are late by law (six weeks after the half-year) and do not count here.
 */
import { Temporal } from 'temporal-polyfill';

export const ROSTER_DAYS = 35;
export const WORKPLACES_DAYS = 8;

/** Days (YYYY-MM-DD) that the latest files describe; null = never delivered. */
export interface LatestFiles {
  readonly roster: string | null;
  readonly workplaces: string | null;
}

export interface FileFreshness {
  readonly asOf: string | null;
  readonly fresh: boolean;
}

export function freshnessOf({ roster, workplaces }: LatestFiles, businessDate: string): FileFreshness {
  const [oldest = null] = [roster, workplaces].filter((day) => day !== null).sort();
  const fresh = isWithin(roster, ROSTER_DAYS, businessDate) && isWithin(workplaces, WORKPLACES_DAYS, businessDate);
  return { asOf: oldest === null ? null : `${oldest}T00:00:00.000Z`, fresh };
}

function isWithin(day: string | null, limit: number, businessDate: string): boolean {
  return day !== null && Temporal.PlainDate.from(day).until(businessDate).days <= limit;
}
