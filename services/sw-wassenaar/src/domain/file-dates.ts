/**
 * What day a delivered file describes, read from its name: statistics the last day of the half-year, the roster the last day
 * of the month, workplaces the Sunday of the ISO week. Guarantees that a name that is no such period is not accepted.
 */
import { halfYearOf } from '#law/statistics/half-year.js';
import { Temporal } from 'temporal-polyfill';

/** `statistiek-wsw-20132.txt` -> 20132 */
export function halfYearOfFile(fileName: string): number | null {
  const name = /^statistiek-wsw-(\d{5})\.txt$/.exec(fileName);
  return name ? halfYearOf(name[1]!) : null;
}

/** `rooster-2014-02.csv` -> `"2014-02-28"` */
export function rosterDate(fileName: string): string | null {
  const name = /^rooster-(\d{4})-(0[1-9]|1[0-2])\.csv$/.exec(fileName);
  if (!name) return null;
  const month = Temporal.PlainYearMonth.from({ year: Number(name[1]), month: Number(name[2]) });
  return month.toPlainDate({ day: month.daysInMonth }).toString();
}

/** `werkplekken-2014-w09.csv` -> `"2014-03-02"` */
export function workplacesDate(fileName: string): string | null {
  const name = /^werkplekken-(\d{4})-w(\d{2})\.csv$/.exec(fileName);
  return name ? sundayOf(Number(name[1]), Number(name[2])) : null;
}

/** The fourth of January always lies in week 1. */
function sundayOf(year: number, week: number): string | null {
  const fourth = Temporal.PlainDate.from({ year, month: 1, day: 4 });
  const sunday = fourth.add({ days: 7 * week - fourth.dayOfWeek });
  const exists = sunday.weekOfYear === week && sunday.yearOfWeek === year;
  return exists ? sunday.toString() : null;
}
