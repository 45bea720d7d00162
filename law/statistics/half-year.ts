/** Regeling uitvoering sw en begeleid werken, art. 11(1) and (2): the statistics describe the last day of a half-year and are delivered within six weeks. */
import { addDays } from '../terms/calendar.js';

const SIX_WEEKS = 42;

/** `'20132'` -> 20132, the second half of 2013; the number grows with time. Null for what is no half-year. */
export function halfYearOf(text: string): number | null {
  return /^(19|20)\d{2}[12]$/.test(text) ? Number(text) : null;
}

export function firstDayOf(halfYear: number): string {
  return `${Math.floor(halfYear / 10)}-${halfYear % 10 === 1 ? '01-01' : '07-01'}`;
}

/** The reference date of every field. */
export function lastDayOf(halfYear: number): string {
  return `${Math.floor(halfYear / 10)}-${halfYear % 10 === 1 ? '06-30' : '12-31'}`;
}

/** The last day to deliver, as counted; whether a day off moves it is a matter of the Algemene termijnenwet (law/terms). */
export function deliveryDueOn(halfYear: number): string {
  return addDays(lastDayOf(halfYear), SIX_WEEKS);
}
