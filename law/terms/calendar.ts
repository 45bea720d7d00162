/**
 * Calendar dates (YYYY-MM-DD), days off and the rolling of a term that ends on one.
 * Algemene termijnenwet art. 1(1): a term that ends on a Saturday, Sunday or public holiday runs through the next working day.
 * Which terms roll is not said here: law/terms/forward-term.ts and law/terms/backward-term.ts know.
 */
import { dateOf, dayNumber, dayOfWeek } from './day-number.js';
import { type EquatedDays, NO_EQUATED_DAYS, publicHolidays } from './holidays.js';

const SATURDAY = 6;
const SUNDAY = 7;

export function addDays(date: string, days: number): string {
  return dateOf(dayNumber(date) + days);
}

/** Calendar days from `from` (not counted) until and including `to`; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return dayNumber(to) - dayNumber(from);
}

export function earliest(one: string, other: string): string {
  return one < other ? one : other;
}

export function latest(one: string, other: string): string {
  return one > other ? one : other;
}

/** Why a day is no working day. */
export interface DayOff {
  readonly kind: 'SATURDAY' | 'SUNDAY' | 'HOLIDAY';
  /** In Dutch: the day of the week, or the holiday by its name. */
  readonly name: string;
}

/** A holiday is named also where it falls in a weekend; null for a working day. */
export function dayOff(date: string, equated: EquatedDays = NO_EQUATED_DAYS): DayOff | null {
  const weekday = dayOfWeek(dayNumber(date));
  const holiday = publicHolidays(Number(date.slice(0, 4))).get(date);
  if (holiday) return { kind: 'HOLIDAY', name: holiday };
  if (weekday === SATURDAY) return { kind: 'SATURDAY', name: 'zaterdag' };
  if (weekday === SUNDAY) return { kind: 'SUNDAY', name: 'zondag' };
  return equated.has(date) ? { kind: 'HOLIDAY', name: 'bij koninklijk besluit gelijkgestelde dag' } : null;
}

/** Neither Saturday nor Sunday nor a public holiday. */
export function isWorkingDay(date: string, equated: EquatedDays = NO_EQUATED_DAYS): boolean {
  return dayOff(date, equated) === null;
}

/** The day itself, or the first working day after it. */
export function rollForward(date: string, equated: EquatedDays = NO_EQUATED_DAYS): string {
  let day = date;
  while (!isWorkingDay(day, equated)) day = addDays(day, 1);
  return day;
}

/** The earliest day that rolls to `date` or later: a term due before `date` ended before this day. */
export function rollBoundary(date: string, equated: EquatedDays = NO_EQUATED_DAYS): string {
  let day = date;
  while (!isWorkingDay(addDays(day, -1), equated)) day = addDays(day, -1);
  return day;
}

/** The first `count` working days after `date`; the day itself is not counted. */
export function workingDaysAfter(date: string, count: number, equated: EquatedDays = NO_EQUATED_DAYS): string[] {
  const counted: string[] = [];
  for (let day = addDays(date, 1); counted.length < count; day = addDays(day, 1)) if (isWorkingDay(day, equated)) counted.push(day);
  return counted;
}
