/**
 * A date in this system is the integer yyyymmdd, and 0 is "none"; the federation writes `YYYY-MM-DD` and null.
 * Guarantees that a number that is no calendar date is refused, never shifted to a neighbouring day.
 */
import { Temporal } from 'temporal-polyfill';

export const NO_DATE = 0;

/** 20140303 -> `"2014-03-03"`, 0 -> null. Throws RangeError for a number that is no date. */
export function dateOfNumber(number: number): string | null {
  if (number === NO_DATE) return null;
  const fields = { year: Math.floor(number / 10_000), month: Math.floor(number / 100) % 100, day: number % 100 };
  return Temporal.PlainDate.from(fields, { overflow: 'reject' }).toString();
}

/** `"2014-03-03"` -> 20140303, null -> 0. Throws RangeError for a text that is no date. */
export function numberOfDate(date: string | null): number {
  if (date === null) return NO_DATE;
  const { year, month, day } = Temporal.PlainDate.from(date, { overflow: 'reject' });
  return year * 10_000 + month * 100 + day;
}

export function dayAfter(date: string): string {
  return Temporal.PlainDate.from(date).add({ days: 1 }).toString();
}
