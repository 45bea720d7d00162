/**
 * The clock of a term that runs forward from an event. Algemene termijnenwet art. 1(1): a last day off moves to the next working day;
 * art. 2: three days or more hold at least two working days; art. 4: neither for terms in hours, over 90 days, twelve weeks or three months,
 * or in years. Awb art. 4:15: a suspended day moves the end by one day. Art. 5: terms of an algemene maatregel van bestuur alike.
 */
import { Temporal } from 'temporal-polyfill';
import { addDays, isWorkingDay, latest } from './calendar.js';
import { type EquatedDays, NO_EQUATED_DAYS } from './holidays.js';
import { closedDays, isNotEmpty, type SuspendedPeriod } from './suspension.js';

export interface TermRule {
  readonly length: number;
  readonly unit: 'days' | 'weeks' | 'months' | 'years';
  /** In Dutch, as it is shown: `Awb art. 4:13 lid 2`. */
  readonly article: string;
}

/** How the days of one term ran. */
export interface RunTerm {
  readonly from: string;
  readonly article: string;
  /** Whether the Algemene termijnenwet moves its last day. */
  readonly rolls: boolean;
  /** Of three days or more (art. 2). */
  readonly holdsTwoWorkingDays: boolean;
  /** The end if nothing happened: no suspension, no rolling. */
  readonly statutoryLastDay: string;
  /** With every ended suspension in it, before it rolls; so that a store can sort by it. */
  readonly rawLastDay: string;
  /** The periods that count: in order, without overlap, begun while the term ran. Only the last may still stand. */
  readonly suspended: readonly SuspendedPeriod[];
  /** Days off between the raw end and a suspension that began before the working day to which it had rolled. */
  readonly passed: readonly string[];
}

const LONGEST = { days: 90, weeks: 12, months: 3, years: 0 } as const;
const DAYS_PER_WEEK = 7;
const AT_LEAST_DAYS = 3;
const AT_LEAST_WORKING_DAYS = 2;

/** Algemene termijnenwet art. 4, a. */
export function isGovernedByTermsAct({ length, unit }: TermRule): boolean {
  return length <= LONGEST[unit];
}

/** `from`: the day of the event, itself not counted. */
export function runTerm(from: string, rule: TermRule, suspensions: readonly SuspendedPeriod[] = [], equated: EquatedDays = NO_EQUATED_DAYS): RunTerm {
  const lastDay = lastDayOfBareTerm(from, rule);
  const holdsTwoWorkingDays = rule.unit !== 'days' || rule.length >= AT_LEAST_DAYS;
  const bare = { from, article: rule.article, rolls: isGovernedByTermsAct(rule), holdsTwoWorkingDays, statutoryLastDay: lastDay, rawLastDay: lastDay, suspended: [], passed: [] };
  return withSuspensions(bare, suspensions, addDays(from, 1), equated);
}

function lastDayOfBareTerm(from: string, { length, unit }: TermRule): string {
  if (unit === 'days') return addDays(from, length);
  return unit === 'weeks' ? addDays(from, length * DAYS_PER_WEEK) : Temporal.PlainDate.from(from).add({ [unit]: length }).toString();
}

/** A term that no law set but somebody named by its last day: it never rolls. Days before `freeFrom` are no part of it. */
export function namedTerm(toldOn: string, until: string, article: string, suspensions: readonly SuspendedPeriod[], freeFrom: string): RunTerm {
  const bare = { from: toldOn, article, rolls: false, holdsTwoWorkingDays: false, statutoryLastDay: until, rawLastDay: until, suspended: [], passed: [] };
  return withSuspensions(bare, suspensions, freeFrom, NO_EQUATED_DAYS);
}

/**
 * What begins after the term has lapsed suspends nothing, for there is no term left to suspend. What begins on a day to which the end
 * had rolled leaves that one day.
 */
function withSuspensions(start: RunTerm, suspensions: readonly SuspendedPeriod[], firstFree: string, equated: EquatedDays): RunTerm {
  const suspended: SuspendedPeriod[] = [];
  const passed: string[] = [];
  let { rawLastDay } = start;
  let freeFrom = firstFree;
  for (const { from, until } of suspensions.filter(isNotEmpty).toSorted((one, other) => (one.from < other.from ? -1 : 1))) {
    const period = { from: latest(from, freeFrom), until };
    if (period.from > lastDayOf({ ...start, rawLastDay }, equated)) break;
    if (!isNotEmpty(period)) continue;
    for (; rawLastDay < period.from; rawLastDay = addDays(rawLastDay, 1)) passed.push(rawLastDay);
    suspended.push(period);
    rawLastDay = addDays(rawLastDay, closedDays(period));
    if (period.until === null) break;
    freeFrom = period.until;
  }
  return { ...start, rawLastDay, suspended, passed };
}

/** The last day, rolled where the Algemene termijnenwet says so. */
export function lastDayOf(term: Pick<RunTerm, 'from' | 'rolls' | 'holdsTwoWorkingDays' | 'rawLastDay'>, equated: EquatedDays = NO_EQUATED_DAYS): string {
  let day = term.rawLastDay;
  while (term.rolls && !mayEndOn(day, term, equated)) day = addDays(day, 1);
  return day;
}

function mayEndOn(day: string, { from, holdsTwoWorkingDays }: Pick<RunTerm, 'from' | 'holdsTwoWorkingDays'>, equated: EquatedDays): boolean {
  return isWorkingDay(day, equated) && (!holdsTwoWorkingDays || hasTwoWorkingDays(from, day, equated));
}

/** A long term has them wherever it lies, so that its first days decide. */
function hasTwoWorkingDays(from: string, lastDay: string, equated: EquatedDays): boolean {
  let found = 0;
  for (let day = addDays(from, 1); day <= lastDay && found < AT_LEAST_WORKING_DAYS; day = addDays(day, 1)) if (isWorkingDay(day, equated)) found += 1;
  return found === AT_LEAST_WORKING_DAYS;
}
