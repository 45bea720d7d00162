/**
 * Calendar dates (YYYY-MM-DD) and the rolling of a term that ends on a day off.
 * Algemene termijnenwet art. 1(1): a term that ends on a Saturday, Sunday or public holiday runs through the next working day;
 * art. 3: the list of public holidays. Terms counted backwards do not roll (art. 1(2)) and have no function here.
 */
import { Temporal } from 'temporal-polyfill';

const SATURDAY = 6;
const KINGS_DAY_SINCE = 2014;

export function addDays(date: string, days: number): string {
  return Temporal.PlainDate.from(date).add({ days }).toString();
}

/** Calendar days from `from` (not counted) until and including `to`; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'day' }).days;
}

export function earliest(one: string, other: string): string {
  return one < other ? one : other;
}

/** Neither Saturday nor Sunday nor a public holiday. */
export function isWorkingDay(date: string): boolean {
  const day = Temporal.PlainDate.from(date);
  return day.dayOfWeek < SATURDAY && !publicHolidays(day.year).has(date);
}

/** The day itself, or the first working day after it. */
export function rollForward(date: string): string {
  let day = date;
  while (!isWorkingDay(day)) day = addDays(day, 1);
  return day;
}

/** The earliest day that rolls to `date` or later: a term due before `date` ended before this day. */
export function rollBoundary(date: string): string {
  let day = date;
  while (!isWorkingDay(addDays(day, -1))) day = addDays(day, -1);
  return day;
}

/** The `count`-th working day after `date`; the day itself is not counted. */
export function addWorkingDays(date: string, count: number): string {
  let day = date;
  for (let left = count; left > 0; ) {
    day = addDays(day, 1);
    if (isWorkingDay(day)) left -= 1;
  }
  return day;
}

const holidaysByYear = new Map<number, ReadonlySet<string>>();

export function publicHolidays(year: number): ReadonlySet<string> {
  const known = holidaysByYear.get(year);
  if (known) return known;
  const easter = easterSunday(year);
  const movable = [-2, 1, 39, 50].map((days) => easter.add({ days }).toString());
  const fixed = ['01-01', '05-05', '12-25', '12-26'].map((day) => `${year}-${day}`);
  const holidays = new Set([...movable, ...fixed, monarchsBirthday(year)]);
  holidaysByYear.set(year, holidays);
  return holidays;
}

/** The day on which the birthday is celebrated: 30 April until 2013, 27 April since; on the Saturday before when it is a Sunday. */
function monarchsBirthday(year: number): string {
  const day = Temporal.PlainDate.from({ year, month: 4, day: year < KINGS_DAY_SINCE ? 30 : 27 });
  return (day.dayOfWeek > SATURDAY ? day.subtract({ days: 1 }) : day).toString();
}

/** Gregorian computus in the anonymous form (Meeus, Jones, Butcher). */
function easterSunday(year: number): Temporal.PlainDate {
  const a = year % 19;
  const century = Math.floor(year / 100);
  const rest = year % 100;
  const correction = Math.floor((8 * century + 13) / 25);
  const epact = (19 * a + century - Math.floor(century / 4) - correction + 15) % 30;
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(rest / 4) - epact - (rest % 4)) % 7;
  const late = Math.floor((a + 11 * epact + 19 * weekday) / 433);
  const month = Math.floor((epact + weekday - 7 * late + 90) / 25);
  const day = (epact + weekday - 7 * late + 33 * month + 19) % 32;
  return Temporal.PlainDate.from({ year, month, day });
}
