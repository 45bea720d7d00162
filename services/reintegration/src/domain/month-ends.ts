// Guarantees: one list of the days on which labour years are counted. Wsw art. 1 lid 1: the twelve month-end positions of a calendar year.
import { Temporal } from 'temporal-polyfill';

const MONTHS = 12;

export function monthEndsOf(year: number): string[] {
  return Array.from({ length: MONTHS }, (_, month) => lastDay(year, month + 1));
}

/** The first month end on or after a day: from that one on a change counts. */
export function monthEndFrom(day: string): string {
  return lastDay(Number(day.slice(0, 4)), Number(day.slice(5, 7)));
}

/** The last month end that has come on a day; the day itself when it is one. */
export function lastMonthEndUpTo(day: string): string {
  return monthEndFrom(day) === day ? day : Temporal.PlainDate.from(day).with({ day: 1 }).subtract({ days: 1 }).toString();
}

function lastDay(year: number, month: number): string {
  const yearMonth = Temporal.PlainYearMonth.from({ year, month });
  return yearMonth.toPlainDate({ day: yearMonth.daysInMonth }).toString();
}
