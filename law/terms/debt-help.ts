/**
 * The terms of debt help. Wgs art. 4 lid 1: first conversation within four weeks; lid 2: within three working days when a necessity of life is
 * threatened. Art. 4a lid 3 (text since 2021): decision within the term of the ordinance, eight weeks at most; before 2021 the Wgs set none
 * and Awb art. 4:13 did: the term of the ordinance, or eight weeks after the application.
 */
import { findParameter, type Parameter } from '../parameters.js';
import { addDays, daysBetween, isWorkingDay, workingDaysAfter } from './calendar.js';
import { runTerm, type TermRule } from './forward-term.js';
import { type EquatedDays, NO_EQUATED_DAYS } from './holidays.js';
import { movedAsDayOff, tellTerm, type ToldTerm } from './moved-days.js';

const FIRST_CONVERSATION: TermRule = { length: 4, unit: 'weeks', article: 'Wgs art. 4 lid 1' };
const THREATENED_ARTICLE = 'Wgs art. 4 lid 2';
const THREATENED_WORKING_DAYS = 3;
const MOST_WEEKS = 8;
const OWN_TERM_SINCE = '2021-01-01';
/** `FIRST_CONVERSATION` or `APPLICATION`: art. 4a lid 3 names no beginning, the ordinance does. */
const STARTS = 'DEBT_DECISION_TERM_STARTS';

export interface FirstConversationTerm {
  readonly article: string;
  readonly lastDay: string;
  /** The working days of art. 4 lid 2, one by one; empty for the four weeks. */
  readonly counted: readonly string[];
  readonly moved: ToldTerm['moved'];
}

/** `threatened`: forced eviction, end of gas, electricity, water or heating, or of the health insurance. Working days are those of Algemene termijnenwet art. 1; the Wgs defines none. */
export function firstConversationTerm(appliedOn: string, threatened: boolean, equated: EquatedDays = NO_EQUATED_DAYS): FirstConversationTerm {
  if (!threatened) {
    const { article, lastDay, moved } = tellTerm(runTerm(appliedOn, FIRST_CONVERSATION, [], equated), appliedOn, equated);
    return { article, lastDay, counted: [], moved };
  }
  const counted = workingDaysAfter(appliedOn, THREATENED_WORKING_DAYS, equated);
  const lastDay = counted.at(-1) ?? appliedOn;
  return { article: THREATENED_ARTICLE, lastDay, counted, moved: skipped(appliedOn, lastDay, equated) };
}

export interface DebtDecisionFacts {
  readonly municipality: string;
  readonly appliedOn: string;
  /** Null: not held yet. */
  readonly firstConversationOn: string | null;
  /** Weeks by the ordinance of the municipality; null: none known. */
  readonly ordinanceWeeks: number | null;
}

export interface DebtDecisionTerm {
  readonly article: string;
  readonly weeks: number;
  /** The ordinance gave more than the law allows; the law's weeks count. */
  readonly capped: boolean;
  /** Null while the term has not begun: the first conversation is still to be held. */
  readonly term: ToldTerm | null;
}

export function debtDecisionTerm(facts: DebtDecisionFacts, parameters: readonly Parameter[], equated: EquatedDays = NO_EQUATED_DAYS): DebtDecisionTerm {
  const isOwn = facts.appliedOn >= OWN_TERM_SINCE;
  const given = facts.ordinanceWeeks ?? MOST_WEEKS;
  const weeks = cappedWeeks(facts.appliedOn, given);
  const rule: TermRule = { length: weeks, unit: 'weeks', article: articleOf(isOwn, facts.ordinanceWeeks) };
  const start = isOwn ? beginningOf(facts, parameters) : facts.appliedOn;
  const term = start === null ? null : tellTerm(runTerm(start, rule, [], equated), start, equated);
  return { article: rule.article, weeks, capped: weeks < given, term };
}

/** What an ordinance may give at most: since 2021 the eight weeks of art. 4a lid 3. */
export function cappedWeeks(appliedOn: string, ordinanceWeeks: number): number {
  return appliedOn >= OWN_TERM_SINCE ? Math.min(ordinanceWeeks, MOST_WEEKS) : ordinanceWeeks;
}

function articleOf(isOwn: boolean, ordinanceWeeks: number | null): string {
  if (isOwn) return 'Wgs art. 4a lid 3';
  return ordinanceWeeks === null ? 'Awb art. 4:13 lid 2' : 'Awb art. 4:13 lid 1';
}

function beginningOf({ appliedOn, firstConversationOn, municipality }: DebtDecisionFacts, parameters: readonly Parameter[]): string | null {
  const starts = findParameter(parameters, STARTS, appliedOn, municipality)?.value;
  return starts === 'APPLICATION' ? appliedOn : firstConversationOn;
}

/** The days off between, each with its reason; as a term of that many calendar days would tell them. */
function skipped(from: string, lastDay: string, equated: EquatedDays): ToldTerm['moved'] {
  const between = Array.from({ length: daysBetween(from, lastDay) }, (_, index) => addDays(from, index + 1));
  return between.filter((day) => !isWorkingDay(day, equated)).map((day) => movedAsDayOff(day, equated));
}
