/**
 * The term for a decision on an application. Awb art. 4:13 lid 1: the term of a statutory provision; lid 2: without one, eight weeks after
 * receipt. Art. 4:14 lid 3: only without a statutory term, and told within those weeks, the reasonable term that was named takes its place;
 * told later or under a statutory term (lid 1) it informs and moves nothing. Art. 4:15: suspension.
 */
import { addDays, daysBetween, latest } from './calendar.js';
import { lastDayOf, namedTerm, runTerm, type RunTerm, type TermRule } from './forward-term.js';
import { type EquatedDays, NO_EQUATED_DAYS } from './holidays.js';
import { tellTerm, type ToldTerm } from './moved-days.js';
import { suspendedDays, type SuspendedPeriod } from './suspension.js';

export const REASONABLE_TERM: TermRule = { length: 8, unit: 'weeks', article: 'Awb art. 4:13 lid 2' };

/** A municipality's ordinance is a statutory provision. */
export function ordinanceTerm(weeks: number): TermRule {
  return { length: weeks, unit: 'weeks', article: 'Awb art. 4:13 lid 1' };
}

const NEW_TERM = 'Awb art. 4:14 lid 3';

/** What the applicant was told when the decision could not be in time. */
export interface NewTerm {
  readonly toldOn: string;
  /** The last day that was named. */
  readonly until: string;
}

export interface TermFacts {
  readonly receivedOn: string;
  readonly decidedOn: string | null;
  readonly suspensions: readonly SuspendedPeriod[];
  /** The term of a statutory provision, an ordinance included; null: art. 4:13 lid 2. */
  readonly statutory?: TermRule | null;
  readonly newTerm?: NewTerm | null;
}

/** What does not depend on the day of reading, so that a store can sort by it. */
export interface TermBase {
  /** The last day before it rolls, with every ended suspension added. */
  readonly baseDueOn: string;
  /** First day of a suspension that still stands, null when the term runs. */
  readonly suspendedSince: string | null;
  /** Whether the last day moves from a day off to a working day. */
  readonly rolls: boolean;
}

export interface DecisionTerm extends ToldTerm {
  /** Calendar days from `on` to `lastDay`, negative when late; null once decided. */
  readonly daysLeft: number | null;
  readonly suspendedOn: boolean;
  readonly elapsed: ElapsedDays;
}

export interface ElapsedDays {
  /** Calendar days from receipt to the decision, or to `on` while there is none. */
  readonly grossDays: number;
  /** Gross days without the suspended ones. */
  readonly netDays: number;
}

/** `named`: the day of art. 4:14 lid 3, with the suspensions that began after it was told; the Algemene termijnenwet does not move it, for no law set it. */
interface Clock {
  readonly run: RunTerm;
  readonly named: RunTerm | null;
}

export function decisionTerm(facts: TermFacts, on: string, equated: EquatedDays = NO_EQUATED_DAYS): DecisionTerm {
  const clock = clockOf(facts, equated);
  const day = facts.decidedOn ?? on;
  const told = tellTerm(clock.named ?? clock.run, day, equated);
  return {
    ...told,
    statutoryLastDay: clock.run.statutoryLastDay,
    daysLeft: facts.decidedOn === null ? daysBetween(on, told.lastDay) : null,
    suspendedOn: facts.decidedOn === null && periodsOf(clock).some(({ from, until }) => from <= on && (until === null || on < until)),
    elapsed: elapsedOf(clock, facts, day),
  };
}

/** As decisionTerm, only the days. */
export function elapsedDays(facts: TermFacts, on: string, equated: EquatedDays = NO_EQUATED_DAYS): ElapsedDays {
  return elapsedOf(clockOf(facts, equated), facts, facts.decidedOn ?? on);
}

export function termBase(facts: TermFacts, equated: EquatedDays = NO_EQUATED_DAYS): TermBase {
  const { run, named } = clockOf(facts, equated);
  const counting = named ?? run;
  const standing = counting.suspended.find((one) => one.until === null);
  return { baseDueOn: counting.rawLastDay, suspendedSince: standing?.from ?? null, rolls: counting.rolls };
}

/** The unrolled last day as it stands on `on`: a suspension that still stands pushes it one day per day. */
export function currentDueOn({ baseDueOn, suspendedSince }: TermBase, on: string): string {
  if (suspendedSince === null || suspendedSince > on) return baseDueOn;
  return addDays(baseDueOn, daysBetween(suspendedSince, on) + 1);
}

function clockOf({ receivedOn, suspensions, statutory, newTerm }: TermFacts, equated: EquatedDays): Clock {
  const run = runTerm(receivedOn, statutory ?? REASONABLE_TERM, suspensions, equated);
  if (!newTerm || statutory || newTerm.toldOn > lastDayOf(run, equated) || newTerm.until <= newTerm.toldOn) return { run, named: null };
  const { toldOn, until } = newTerm;
  const before = run.suspended.filter((one) => one.from <= toldOn);
  const freeFrom = before.reduce((free, one) => latest(free, one.until ?? addDays(until, 1)), addDays(toldOn, 1));
  return { run, named: namedTerm(toldOn, until, NEW_TERM, suspensions.filter((one) => one.from > toldOn), freeFrom) };
}

/** Of the first term what had begun when the new one was told, of the new one what began later. */
function periodsOf({ run, named }: Clock): readonly SuspendedPeriod[] {
  if (!named) return run.suspended;
  return [...run.suspended.filter((one) => one.from <= named.from), ...named.suspended];
}

function elapsedOf(clock: Clock, { receivedOn }: TermFacts, lastDay: string): ElapsedDays {
  const grossDays = Math.max(0, daysBetween(receivedOn, lastDay));
  return { grossDays, netDays: Math.max(0, grossDays - suspendedDays(periodsOf(clock), receivedOn, lastDay)) };
}
