// Guarantees: no agreement is signed before the worker knew the final terms in time and said yes, with his representative where the law asks one.
// Domain brief 8.3 invariants 3 and 4, 2.11 (BW 1:381, 1:450-453), 8.4 rows 1 and 2: a no is always possible before the start and costs nothing.
import { Temporal } from 'temporal-polyfill';
import { holdsOn, missingDeciders } from '#law/agreement/representation.js';
import type { Agreement, WorkerAnswer } from './agreement.js';
import { noLiveAmendment, type LiveAmendment } from './amendment.js';
import { wrongDecidedOn, wrongInformedOn, type WrongInput } from './client-dates.js';
import { dutchDate } from './dutch.js';
import type { IndicationFacts, RepresentativeFacts } from './facts.js';
import type { Decision } from './negotiation.js';
import type { InformChannel } from './offer.js';
import { firstRefusal, refuse, type Refused } from './refusals.js';
import { decidersNow, MISSING_SENTENCES } from './representation.js';
import { mayTake, speaksForAParty, stateAllows, versionIs, type Actor } from './standing.js';
import { indicationCovers, startLeavesTime, supplyIsAllowed } from './terms-checks.js';

export function mayInform(agreement: Agreement, actor: Actor): Refused | null {
  return mayTake('INFORM_WORKER', agreement, actor);
}

export interface Informing {
  readonly expectedVersion: number;
  readonly informedOn: string;
  readonly channel: InformChannel;
}

/** Wrong input: a day on which these terms were not agreed yet, or that is still to come. */
export function decideInform(agreement: Agreement, informing: Informing, actor: Actor): Decision | WrongInput {
  const refused = firstRefusal(
    () => speaksForAParty(agreement, actor),
    () => versionIs(agreement, informing.expectedVersion),
    () => mayInform(agreement, actor),
  );
  if (refused) return refused;
  const { informedOn, channel } = informing;
  const wrongInput = wrongInformedOn(agreement, informedOn, actor.on);
  if (wrongInput !== null) return { wrongInput };
  return startLeavesTime(agreement.current.terms.from, informedOn) ?? [{ type: 'WORKER_INFORMED', informedOn, channel, recordedBy: actor.viewer.body }];
}

/** A yes only after the worker was informed; a no from the proposal to the day before the start. */
export function mayRecordDecision(agreement: Agreement, actor: Actor): Refused | null {
  return firstRefusal(
    () => mayTake('RECORD_WORKER_NO', agreement, actor),
    () => (agreement.state === 'COMMITTING' && agreement.decided ? refuse('WRONG_STATE', 'De afspraak wordt op dit moment ondertekend; probeer het zo weer.') : null),
    () => (hasBegun(agreement, actor.on) ? refuse('WRONG_STATE', 'Het werk is begonnen; wie wil stoppen, beëindigt de afspraak.') : null),
  );
}

/** Signed work begins on its first day, also in the moment before the calendar has said so. */
function hasBegun({ state, current }: Agreement, on: string): boolean {
  return state === 'SIGNED' && current.terms.from <= on;
}

export interface WorkerAnswerRequest {
  readonly expectedVersion: number;
  readonly answer: WorkerAnswer;
  /** The worker's representatives as `benefits` knows them. */
  readonly representatives: readonly RepresentativeFacts[];
  /** As the register has it on the day of the answer: what it promised when the terms were written may be over. */
  readonly indication: IndicationFacts | null;
}

/** Asked before other bodies are, and again in the transaction. Wrong input: a day before what the worker answers to, or still to come. */
export function mayAnswerNow(agreement: Agreement, request: Omit<WorkerAnswerRequest, 'representatives' | 'indication'>, actor: Actor): Refused | WrongInput | null {
  const { answer, expectedVersion } = request;
  const refused = firstRefusal(
    () => speaksForAParty(agreement, actor),
    () => versionIs(agreement, expectedVersion),
    () => mayRecordDecision(agreement, actor),
    () => (answer.decision === 'AGREED' ? stateAllows('RECORD_WORKER_YES', agreement) : null),
  );
  const wrongInput = refused ? null : wrongDecidedOn(agreement, answer, actor.on);
  return wrongInput === null ? refused : { wrongInput };
}

export function decideWorkerAnswer(agreement: Agreement, request: WorkerAnswerRequest, actor: Actor): Decision | WrongInput {
  const { answer } = request;
  const stopped = mayAnswerNow(agreement, request, actor);
  if (stopped) return stopped;
  const refused = answer.decision === 'AGREED' ? mayAgree(agreement, request, actor) : null;
  if (refused) return refused;
  const representativeUntil = firstEnd(request.representatives.filter(({ id }) => namedIn(answer).includes(id)));
  const decided = { type: 'WORKER_DECIDED', ...answer, representativeUntil } as const;
  return answer.decision === 'AGREED' ? [decided, { type: 'COMMITMENT_STARTED' }] : [decided];
}

function namedIn({ representative, alsoDecided = [] }: WorkerAnswer): readonly string[] {
  return [...(representative === null ? [] : [representative]), ...alsoDecided];
}

/** Who ends first takes the decision of all with him (domain brief 8.4 row 22). */
function firstEnd(representatives: readonly RepresentativeFacts[]): string | null {
  return representatives.flatMap(({ until }) => (until === null ? [] : [until])).toSorted()[0] ?? null;
}

/** His yes leads to the signature, so it is the last moment at which a strike or an indication that ends too early can stop it (domain brief 8.4 rows 4 and 14). */
function mayAgree(agreement: Agreement, { answer, representatives, indication }: WorkerAnswerRequest, actor: Actor): Refused | null {
  const { terms, facts } = agreement.current;
  const informedOn = agreement.worker?.informedOn ?? answer.decidedOn;
  return firstRefusal(
    () => startLeavesTime(terms.from, informedOn),
    () => supplyIsAllowed({ terms, disputes: actor.disputes }),
    () => indicationCovers({ terms, facts: { ...facts, indication }, on: actor.on }),
    () => representativesDecide(agreement, answer, representatives, actor),
  );
}

/** By the register of who decides what, on the day of the answer; each who is named must stand by the worker then. */
function representativesDecide({ current }: Agreement, answer: WorkerAnswer, representatives: readonly RepresentativeFacts[], { representation }: Actor): Refused | null {
  const deciders = decidersNow(representatives, current.terms, representation, answer.decidedOn);
  const [missing] = missingDeciders(deciders, namedIn(answer));
  if (missing !== undefined) return refuse('REPRESENTATIVE_REQUIRED', MISSING_SENTENCES[missing]);
  return firstRefusal(...namedIn(answer).map((named) => () => representativeIsKnown(named, representatives, answer.decidedOn)));
}

/** Who is named as representative stands by the worker on that day. */
export function representativeIsKnown(named: string | null, representatives: readonly RepresentativeFacts[], on: string): Refused | null {
  const known = named === null || representatives.some((one) => one.id === named && holdsOn(one, on));
  return known ? null : refuse('REPRESENTATIVE_REQUIRED', 'Deze persoon vertegenwoordigt de werknemer niet (meer).');
}

/** Who wants both to end withdraws the amendment first. */
export function mayEnd(agreement: Agreement, live: LiveAmendment | null, actor: Actor): Refused | null {
  return firstRefusal(
    () => mayTake('END', agreement, actor),
    () => noLiveAmendment(live, 'Er loopt een wijziging van deze afspraak; trek die eerst in.'),
  );
}

/** Ending takes the agreed notice into account and cannot come after the agreed end. */
export function decideEnd(agreement: Agreement, expectedVersion: number, ending: { endsOn: string; reason: string; live: LiveAmendment | null }, actor: Actor): Decision {
  const { endsOn, reason, live } = ending;
  const { until, noticeMonths } = agreement.current.terms;
  const earliest = Temporal.PlainDate.from(actor.on).add({ months: noticeMonths }).toString();
  const soonest = until !== null && until < earliest ? until : earliest;
  const refused = firstRefusal(
    () => speaksForAParty(agreement, actor),
    () => versionIs(agreement, expectedVersion),
    () => mayEnd(agreement, live, actor),
    () => (endsOn < soonest ? refuse('LEAD_TIME_TOO_SHORT', `De opzegtermijn is ${noticeMonths} maand(en); eindigen kan vanaf ${dutchDate(soonest)}.`) : null),
    () => (until !== null && endsOn > until ? refuse('PERIOD_OVERLAPS', `De afspraak eindigt al op ${dutchDate(until)}.`) : null),
  );
  return refused ?? [{ type: 'ENDING_STARTED', endsOn, reason }];
}
