/**
 * The public holidays by name. Algemene termijnenwet art. 3(1) and (2): the list, Good Friday put on a par with it; art. 3(3): single days
 * that a royal decree puts on a par, which no rule can compute and which therefore are rows of the register of parameters.
 */
import { Temporal } from 'temporal-polyfill';
import type { Parameter } from '../parameters.js';

/** Name of the parameter rows of art. 3(3): one row per day, its first and last day the day itself. */
export const EQUATED_HOLIDAY = 'EQUATED_HOLIDAY';

/** Days by royal decree; handed in wherever a day off counts. */
export type EquatedDays = ReadonlySet<string>;

export const NO_EQUATED_DAYS: EquatedDays = new Set();

export function equatedDays(parameters: readonly Parameter[]): EquatedDays {
  return new Set(parameters.filter((one) => one.name === EQUATED_HOLIDAY).map((one) => one.from));
}

const SATURDAY = 6;
const KINGS_DAY_SINCE = 2014;
/** Days from Easter Sunday. */
const MOVABLE = [[-2, 'Goede Vrijdag'], [1, 'Tweede Paasdag'], [39, 'Hemelvaartsdag'], [50, 'Tweede Pinksterdag']] as const;
const FIXED = [['01-01', 'Nieuwjaarsdag'], ['05-05', 'Bevrijdingsdag'], ['12-25', 'Eerste Kerstdag'], ['12-26', 'Tweede Kerstdag']] as const;

const holidaysByYear = new Map<number, ReadonlyMap<string, string>>();

/** Day to Dutch name. */
export function publicHolidays(year: number): ReadonlyMap<string, string> {
  const known = holidaysByYear.get(year);
  if (known) return known;
  const easter = easterSunday(year);
  const holidays = new Map<string, string>([monarchsBirthday(year)]);
  for (const [days, name] of MOVABLE) holidays.set(easter.add({ days }).toString(), name);
  for (const [day, name] of FIXED) holidays.set(`${year}-${day}`, name);
  holidaysByYear.set(year, holidays);
  return holidays;
}

/** The day on which the birthday is celebrated: 30 April until 2013, 27 April since; on the Saturday before when it is a Sunday. */
function monarchsBirthday(year: number): [string, string] {
  const isKing = year >= KINGS_DAY_SINCE;
  const day = Temporal.PlainDate.from({ year, month: 4, day: isKing ? 27 : 30 });
  return [(day.dayOfWeek > SATURDAY ? day.subtract({ days: 1 }) : day).toString(), isKing ? 'Koningsdag' : 'Koninginnedag'];
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
