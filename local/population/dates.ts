/** Calendar arithmetic on `YYYY-MM-DD` texts, which compare as dates do. */
import { Temporal } from 'temporal-polyfill';
import type { Dice } from './random.js';

export type Day = string;

export function plusDays(day: Day, days: number): Day {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}

export function plusYears(day: Day, years: number): Day {
  return Temporal.PlainDate.from(day).add({ years }).toString();
}

export function daysBetween(from: Day, to: Day): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'days' }).days;
}

/** A day from `first` up to and including `last`; `first` when the two are the wrong way round. */
export function anyDay(dice: Dice, first: Day, last: Day): Day {
  return first >= last ? first : plusDays(first, dice.whole(0, daysBetween(first, last)));
}

/** The first day of the month of `day`. */
export function monthStart(day: Day): Day {
  return `${day.slice(0, 8)}01`;
}

/** `2014-03-03` -> `20140303`, none -> `0` (the way the older files write a date). */
export function compact(day: Day | null): string {
  return day === null ? '0' : day.replaceAll('-', '');
}

export function laterOf(one: Day, other: Day): Day {
  return one > other ? one : other;
}
