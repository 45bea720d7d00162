/**
 * Until when an application may be left untreated. Awb art. 4:5 lid 4: such a decision is made known within four weeks after the application
 * was completed or the time given for it lapsed unused.
 */
import { runTerm, type TermRule } from './forward-term.js';
import { type EquatedDays, NO_EQUATED_DAYS } from './holidays.js';
import { tellTerm, type ToldTerm } from './moved-days.js';
import { GROUNDS, groundOf } from './suspension-grounds.js';

const NOT_TREATED: TermRule = { length: 4, unit: 'weeks', article: 'Awb art. 4:5 lid 4' };

/** `completedOn`: the day of completion, or the day on which the time given lapsed. */
export function notTreatedTerm(completedOn: string, equated: EquatedDays = NO_EQUATED_DAYS): ToldTerm {
  return tellTerm(runTerm(completedOn, NOT_TREATED, [], equated), completedOn, equated);
}

/** Of the last invitation to complete that has ended by `on`; null when there was none. */
export function notTreatedTermOf(suspensions: readonly { readonly until: string | null; readonly legalGround: string }[], on: string, equated: EquatedDays = NO_EQUATED_DAYS): ToldTerm | null {
  const ended = suspensions.flatMap(({ until, legalGround }) => {
    const ground = groundOf(legalGround);
    return ground !== null && GROUNDS[ground].asksCompletion && until !== null && until <= on ? [until] : [];
  });
  const last = ended.toSorted().at(-1);
  return last === undefined ? null : notTreatedTerm(last, equated);
}
