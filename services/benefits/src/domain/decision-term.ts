/**
 * The decision term of an application: due date, net and gross days, days left, from its suspensions as intervals.
 * Awb 4:13(2): eight weeks after receipt; Awb 4:15: suspended from the day after the invitation until the day on which the
 * application is completed (that day not counted); Algemene termijnenwet art. 1(1): a last day off rolls to the next working day.
 */
import { addDays, daysBetween, earliest, rollForward } from '#law/terms/calendar.js';

/** Awb 4:13(2); under the twelve weeks of Algemene termijnenwet art. 4, so that it rolls. */
export const DECISION_TERM_DAYS = 56;

/** `from`: the first suspended day. `until`: the first day on which the term runs again; null while it still stands. */
export interface SuspendedPeriod {
  readonly from: string;
  readonly until: string | null;
}

export interface TermFacts {
  readonly receivedOn: string;
  readonly decidedOn: string | null;
  readonly suspensions: readonly SuspendedPeriod[];
}

export interface DecisionTerm {
  readonly dueOn: string;
  /** Calendar days from `on` to `dueOn`, negative when late; null once decided. */
  readonly daysLeft: number | null;
  /** Calendar days from receipt to the decision, or to `on` while there is none. */
  readonly grossDays: number;
  /** Gross days without the suspended ones. */
  readonly netDays: number;
}

/** What does not depend on the day of reading, so that a store can sort by it. */
export interface TermBase {
  /** The last day of the term before it rolls, with every closed suspension added. */
  readonly baseDueOn: string;
  /** First day of a suspension that still stands, null when the term runs. */
  readonly suspendedSince: string | null;
}

export function decisionTerm(facts: TermFacts, on: string): DecisionTerm {
  const suspensions = effectiveSuspensions(facts);
  const lastDay = facts.decidedOn ?? on;
  const grossDays = Math.max(0, daysBetween(facts.receivedOn, lastDay));
  const suspendedDays = sum(suspensions.map((one) => daysWithin(one, facts.receivedOn, lastDay)));
  const dueOn = rollForward(currentDueOn(termBase(facts), lastDay));
  return {
    dueOn,
    daysLeft: facts.decidedOn === null ? daysBetween(on, dueOn) : null,
    grossDays,
    netDays: Math.max(0, grossDays - suspendedDays),
  };
}

export function termBase(facts: TermFacts): TermBase {
  const suspensions = effectiveSuspensions(facts);
  const closed = suspensions.filter((one) => one.until !== null);
  const standing = suspensions.find((one) => one.until === null);
  return {
    baseDueOn: addDays(facts.receivedOn, DECISION_TERM_DAYS + sum(closed.map(closedDays))),
    suspendedSince: standing?.from ?? null,
  };
}

/** The unrolled last day as it stands on `on`: a suspension that still stands pushes it one day per day. */
export function currentDueOn(base: TermBase, on: string): string {
  if (base.suspendedSince === null || base.suspendedSince > on) return base.baseDueOn;
  return addDays(base.baseDueOn, daysBetween(base.suspendedSince, on) + 1);
}

/**
 * In order of time, without overlap. A period that begins after the term has lapsed suspends nothing (there is no term left
 * to suspend, Awb 4:15), nor does one that is empty.
 */
function effectiveSuspensions({ receivedOn, suspensions }: TermFacts): SuspendedPeriod[] {
  const ordered = suspensions.filter(isNotEmpty).toSorted((one, other) => (one.from < other.from ? -1 : 1));
  const effective: SuspendedPeriod[] = [];
  let lastDay = addDays(receivedOn, DECISION_TERM_DAYS);
  let freeFrom = addDays(receivedOn, 1);
  for (const { from, until } of ordered) {
    if (from > rollForward(lastDay)) break;
    const period = { from: from < freeFrom ? freeFrom : from, until };
    if (!isNotEmpty(period)) continue;
    effective.push(period);
    if (period.until === null) break;
    lastDay = addDays(lastDay, closedDays(period));
    freeFrom = period.until;
  }
  return effective;
}

function isNotEmpty({ from, until }: SuspendedPeriod): boolean {
  return until === null || from < until;
}

function closedDays({ from, until }: SuspendedPeriod): number {
  return until === null ? 0 : daysBetween(from, until);
}

/** Suspended days in the days after `after` until and including `lastDay`. */
function daysWithin({ from, until }: SuspendedPeriod, after: string, lastDay: string): number {
  const start = from > after ? from : addDays(after, 1);
  const end = earliest(until ?? addDays(lastDay, 1), addDays(lastDay, 1));
  return Math.max(0, daysBetween(start, end));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
