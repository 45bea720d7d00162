/**
 * Until when somebody may object. Awb art. 6:7: six weeks; art. 6:8 lid 1: they begin on the day after the decision was made known.
 * Ended too late is not decided here: art. 6:11 leaves the reason for it to a human.
 */
import { addDays } from './calendar.js';
import { runTerm, type TermRule } from './forward-term.js';
import { type EquatedDays, NO_EQUATED_DAYS } from './holidays.js';
import { tellTerm, type ToldTerm } from './moved-days.js';

const OBJECTION: TermRule = { length: 6, unit: 'weeks', article: 'Awb art. 6:7' };

export interface ObjectionTerm extends ToldTerm {
  readonly firstDay: string;
}

export function objectionTerm(madeKnownOn: string, equated: EquatedDays = NO_EQUATED_DAYS): ObjectionTerm {
  return { firstDay: addDays(madeKnownOn, 1), ...tellTerm(runTerm(madeKnownOn, OBJECTION, [], equated), madeKnownOn, equated) };
}
