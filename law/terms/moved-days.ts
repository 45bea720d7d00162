/**
 * Why the last day of a term is not the day that the bare term gives: one line per day by which it moved, with its article.
 * Awb art. 4:15 for a suspended day; Algemene termijnenwet arts 1(1), 2 and 3 for a day off on which a term may not end.
 */
import { addDays, dayOff, daysBetween } from './calendar.js';
import { lastDayOf, type RunTerm } from './forward-term.js';
import { type EquatedDays, NO_EQUATED_DAYS } from './holidays.js';
import { closedOn, type SuspendedPeriod } from './suspension.js';

export type MovedReason = 'SUSPENSION' | 'SATURDAY' | 'SUNDAY' | 'HOLIDAY' | 'TOO_FEW_WORKING_DAYS';

export interface MovedDay {
  readonly day: string;
  readonly reason: MovedReason;
  readonly article: string;
  /** Dutch. */
  readonly text: string;
}

/** A term as it is told: where it would end, where it ends, and why. */
export interface ToldTerm {
  readonly article: string;
  readonly statutoryLastDay: string;
  /** Suspension included, before rolling. */
  readonly rawLastDay: string;
  readonly lastDay: string;
  readonly moved: readonly MovedDay[];
}

const SUSPENSION = 'Awb art. 4:15';
const ROLLS = 'Algemene termijnenwet art. 1 lid 1';

/** A suspension that still stands counts up to and including `on`. */
export function tellTerm(term: RunTerm, on: string, equated: EquatedDays = NO_EQUATED_DAYS): ToldTerm {
  const standing = term.suspended.find((one) => one.until === null);
  const standingDays = standing ? suspendedDaysOf(standing, on) : [];
  const rawLastDay = addDays(term.rawLastDay, standingDays.length);
  const lastDay = lastDayOf({ ...term, rawLastDay }, equated);
  const suspended = [...term.suspended.filter((one) => one.until !== null).flatMap((one) => suspendedDaysOf(one, on)), ...standingDays];
  const rolled = [...term.passed, ...daysFrom(rawLastDay, lastDay)];
  return {
    article: term.article,
    statutoryLastDay: term.statutoryLastDay,
    rawLastDay,
    lastDay,
    moved: [...suspended.map(movedBySuspension), ...rolled.map((day) => movedAsDayOff(day, equated))].toSorted((one, other) => (one.day < other.day ? -1 : 1)),
  };
}

function suspendedDaysOf(period: SuspendedPeriod, on: string): string[] {
  const closed = period.until === null ? closedOn(period, on) : { from: period.from, until: period.until };
  return closed ? daysFrom(closed.from, closed.until) : [];
}

/** `until` not included. */
function daysFrom(from: string, until: string): string[] {
  return Array.from({ length: Math.max(0, daysBetween(from, until)) }, (_, index) => addDays(from, index));
}

function movedBySuspension(day: string): MovedDay {
  return { day, reason: 'SUSPENSION', article: SUSPENSION, text: 'Opgeschorte dag.' };
}

export function movedAsDayOff(day: string, equated: EquatedDays): MovedDay {
  const off = dayOff(day, equated);
  if (!off) return { day, reason: 'TOO_FEW_WORKING_DAYS', article: 'Algemene termijnenwet art. 2', text: 'De termijn bevat nog geen twee werkdagen.' };
  const article = off.kind === 'HOLIDAY' ? `${ROLLS} en art. 3` : ROLLS;
  return { day, reason: off.kind, article, text: `Geen werkdag: ${off.name}.` };
}
