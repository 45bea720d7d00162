/**
 * The terms of an indication. Wsw art. 11 lid 5: decision within sixteen weeks after receipt; lid 6: on an objection within sixteen weeks after
 * the term to object has ended; Besluit uitvoering sw art. 6 lid 1: re-indication asked at the latest sixteen weeks before the validity ends.
 * None of them rolls: over twelve weeks (Algemene termijnenwet art. 4), and counted back (art. 1 lid 2).
 */
import { backwardTerm, type BackwardTerm } from './backward-term.js';
import { runTerm, type TermRule } from './forward-term.js';
import { type EquatedDays, NO_EQUATED_DAYS } from './holidays.js';
import { tellTerm, type ToldTerm } from './moved-days.js';
import { objectionTerm } from './objection.js';
import type { SuspendedPeriod } from './suspension.js';

/** For who selects by it in a database; the days themselves are the functions'. */
export const INDICATION_WEEKS = 16;
const DECISION: TermRule = { length: INDICATION_WEEKS, unit: 'weeks', article: 'Wsw art. 11 lid 5' };
const OBJECTION_DECISION: TermRule = { length: INDICATION_WEEKS, unit: 'weeks', article: 'Wsw art. 11 lid 6' };
const REINDICATION: TermRule = { length: INDICATION_WEEKS, unit: 'weeks', article: 'Besluit uitvoering sw art. 6 lid 1' };

export function indicationDecisionTerm(receivedOn: string, suspensions: readonly SuspendedPeriod[], on: string): ToldTerm {
  return tellTerm(runTerm(receivedOn, DECISION, suspensions), on);
}

/** `madeKnownOn`: of the decision that is objected to. */
export function indicationObjectionDecisionTerm(madeKnownOn: string, equated: EquatedDays = NO_EQUATED_DAYS): ToldTerm {
  const objected = objectionTerm(madeKnownOn, equated).lastDay;
  return tellTerm(runTerm(objected, OBJECTION_DECISION), objected);
}

export function reindicationRequestTerm(validUntil: string, equated: EquatedDays = NO_EQUATED_DAYS): BackwardTerm {
  return backwardTerm(validUntil, REINDICATION, equated);
}
