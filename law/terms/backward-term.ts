/**
 * A term counted back from a day. Algemene termijnenwet art. 1(2): such a term never moves for a weekend or public holiday,
 * so that the last day may be a day off; who must act by it acts before.
 */
import { Temporal } from 'temporal-polyfill';
import { addDays, type DayOff, dayOff, isWorkingDay } from './calendar.js';
import type { TermRule } from './forward-term.js';
import { type EquatedDays, NO_EQUATED_DAYS } from './holidays.js';

export interface BackwardTerm {
  readonly article: string;
  /** The last day to act, where it falls. */
  readonly lastDay: string;
  /** Set when that day is no working day: it does not move. */
  readonly fallsOn: DayOff | null;
  /** The last working day on or before it: when there is somebody to do it. */
  readonly lastWorkingDay: string;
}

export function backwardTerm(before: string, { length, unit, article }: TermRule, equated: EquatedDays = NO_EQUATED_DAYS): BackwardTerm {
  const lastDay = Temporal.PlainDate.from(before).subtract({ [unit]: length }).toString();
  let lastWorkingDay = lastDay;
  while (!isWorkingDay(lastWorkingDay, equated)) lastWorkingDay = addDays(lastWorkingDay, -1);
  return { article, lastDay, fallsOn: dayOff(lastDay, equated), lastWorkingDay };
}
