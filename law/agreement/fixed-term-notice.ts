/**
 * Telling a worker with a fixed-term contract whether it goes on. BW art. 7:668, BWBR0005290 (2015): in writing, at the latest one month before
 * the end, when the contract is for six months or longer and ends on a calendar date; who does not owes a month's wage, who is late a part of it.
 */
import { Big } from 'big.js';
import { Temporal } from 'temporal-polyfill';

const SINCE = '2015-01-01';
const LEAST_MONTHS = 6;

/** Last day to tell it; null where the act asks nothing: no end, shorter than six months, or over before the article held. */
export function tellBefore(from: string, until: string | null): string | null {
  if (until === null || until < SINCE) return null;
  const day = Temporal.PlainDate.from(until);
  const halfYear = Temporal.PlainDate.from(from).add({ months: LEAST_MONTHS }).subtract({ days: 1 }).toString();
  return until < halfYear ? null : day.subtract({ months: 1 }).toString();
}

/**
 * EUR: nothing when told in time, the whole month's wage when never told (`toldOn` null, or after the end), else by the days of delay over the days of
 * that last month. The act says no more than "in proportion": counting calendar days is our reading, working days have been read in it too.
 */
export function silencePenalty(monthWage: string, from: string, until: string, toldOn: string | null): string {
  const due = tellBefore(from, until);
  if (due === null || (toldOn !== null && toldOn <= due)) return '0.00';
  if (toldOn === null || toldOn > until) return new Big(monthWage).toFixed(2, Big.roundHalfUp);
  const days = (to: string): number => Temporal.PlainDate.from(due).until(to, { largestUnit: 'days' }).days;
  return new Big(monthWage).times(days(toldOn)).div(days(until)).toFixed(2, Big.roundHalfUp);
}
