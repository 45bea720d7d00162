/** An application as the law's term sees it (law/terms/decision-term), and what whoever handles it is reminded of. Awb arts 4:5, 4:13 to 4:17. */
import { decisionTerm, type DecisionTerm, ordinanceTerm, type TermFacts } from '#law/terms/decision-term.js';
import { equatedDays } from '#law/terms/holidays.js';
import type { ToldTerm } from '#law/terms/moved-days.js';
import { notTreatedTermOf } from '#law/terms/not-treated.js';
import { type ObjectionTerm, objectionTerm } from '#law/terms/objection.js';
import { penaltyOf, type PenaltyOutcome } from '#law/terms/penalty.js';
import { parameterOn, type Parameter } from '#law/parameters.js';
import type { SuspendedPeriod } from '#law/terms/suspension.js';
import type { ApplicationFacts, SuspensionFacts } from './facts.js';

export const TERM_STATES = ['RUNNING', 'SUSPENDED', 'DUE_SOON', 'LATE', 'DECIDED_IN_TIME', 'DECIDED_LATE'] as const;
export type TermState = (typeof TERM_STATES)[number];

/** The dates of an application that its term depends on. */
export type ApplicationDates = Pick<ApplicationFacts, 'receivedOn' | 'decidedOn' | 'termWeeks' | 'newTermToldOn' | 'newTermUntil'>;

/** All that can be said of the term of one application on one day. */
export interface ApplicationTerm extends DecisionTerm {
  readonly state: TermState;
  /** Until when it may be left untreated; null where nobody was invited to complete it, or it is decided. */
  readonly notTreated: ToldTerm | null;
  /** As if made known on the day of the decision; null while there is none. */
  readonly objection: ObjectionTerm | null;
  readonly penalty: PenaltyOutcome | null;
}

export function termFactsOf(application: ApplicationDates, suspensions: readonly SuspendedPeriod[]): TermFacts {
  const { receivedOn, decidedOn, termWeeks, newTermToldOn, newTermUntil } = application;
  return {
    receivedOn, decidedOn, suspensions,
    statutory: termWeeks === null ? null : ordinanceTerm(termWeeks),
    newTerm: newTermToldOn !== null && newTermUntil !== null ? { toldOn: newTermToldOn, until: newTermUntil } : null,
  };
}

export function applicationTerm(application: ApplicationFacts, suspensions: readonly SuspensionFacts[], on: string, parameters: readonly Parameter[]): ApplicationTerm {
  const equated = equatedDays(parameters);
  const term = decisionTerm(termFactsOf(application, suspensions), on, equated);
  const { decidedOn } = application;
  return {
    ...term,
    state: stateOf(term, decidedOn, dueSoonDays(parameters, on)),
    notTreated: decidedOn === null ? notTreatedTermOf(suspensions, on, equated) : null,
    objection: decidedOn === null ? null : objectionTerm(decidedOn, equated),
    penalty: penaltyOn(application, term, on, parameters),
  };
}

/** Policy, no law: so many days before the last one an application counts as due soon. */
export function dueSoonDays(parameters: readonly Parameter[], on: string): number {
  return Number(parameterOn(parameters, 'DUE_SOON_DAYS', on).value);
}

function stateOf({ lastDay, daysLeft, suspendedOn }: DecisionTerm, decidedOn: string | null, soonDays: number): TermState {
  if (decidedOn !== null) return decidedOn <= lastDay ? 'DECIDED_IN_TIME' : 'DECIDED_LATE';
  if (daysLeft !== null && daysLeft < 0) return 'LATE';
  if (suspendedOn) return 'SUSPENDED';
  return daysLeft !== null && daysLeft <= soonDays ? 'DUE_SOON' : 'RUNNING';
}

/** A notice that had not come by `on` is not known on `on`; one after the decision asks for what was already given. */
function penaltyOn({ defaultNoticeOn, decidedOn }: ApplicationFacts, { lastDay }: DecisionTerm, on: string, parameters: readonly Parameter[]): PenaltyOutcome | null {
  if (defaultNoticeOn === null || defaultNoticeOn > on) return null;
  if (decidedOn !== null && (decidedOn <= lastDay || decidedOn <= defaultNoticeOn)) return null;
  return penaltyOf({ lastDay, noticeReceivedOn: defaultNoticeOn, decidedOn }, on, parameters);
}
