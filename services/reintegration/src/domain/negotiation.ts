// Guarantees: what each party may do with terms on the table; each command is decided by one function that either refuses or tells what happened.
// Architecture section 5; domain brief 8.3 invariants 1 and 2: one hash, accepted by all required parties, a counter voids what was accepted.
import type { Acceptance, Agreement, AgreementEvent, TermsVersion } from './agreement.js';
import type { Party } from './party.js';
import type { OverlappingAgreement, TermsFacts } from './facts.js';
import { firstRefusal, refuse, type Refused } from './refusals.js';
import { hasAccepted, mayTake, openParties, ownParties, speaksForAParty, versionIs, type Actor } from './standing.js';
import { checkTerms, type TermsGround } from './terms-checks.js';

export type Decision = readonly AgreementEvent[] | Refused;

export interface Draft {
  readonly version: TermsVersion;
  readonly parties: readonly Party[];
  readonly overlapping: readonly OverlappingAgreement[];
  /** Of the drafting body, for each of its roles: proposing accepts one's own version. */
  readonly acceptances: readonly Acceptance[];
}

/** Counter: a party that has not accepted the terms on the table. */
export function mayCounter(agreement: Agreement, actor: Actor): Refused | null {
  return mayAnswer('COUNTER', agreement, actor);
}

/** Reject: likewise; who accepted withdraws instead. */
export function mayReject(agreement: Agreement, actor: Actor): Refused | null {
  return mayAnswer('REJECT', agreement, actor);
}

function mayAnswer(step: 'COUNTER' | 'REJECT', agreement: Agreement, actor: Actor): Refused | null {
  return firstRefusal(
    () => mayTake(step, agreement, actor),
    () => stillValid(agreement, actor.on),
    () => (hasAccepted(agreement, actor.viewer.body) ? refuse('NOT_YOUR_TURN', 'Uw organisatie is akkoord met deze voorwaarden; het wachten is op de andere partijen.') : null),
  );
}

export function mayAccept(agreement: Agreement, actor: Actor): Refused | null {
  return firstRefusal(
    () => mayTake('ACCEPT', agreement, actor),
    () => stillValid(agreement, actor.on),
    () => (hasAccepted(agreement, actor.viewer.body) ? refuse('ALREADY_ACCEPTED') : null),
  );
}

/** Withdraw: who accepted, or the residence authority that opened the negotiation, as long as nothing is being signed. */
export function mayWithdraw(agreement: Agreement, actor: Actor): Refused | null {
  const opened = ownParties(agreement, actor).some((party) => party.role === 'RESIDENCE_AUTHORITY');
  return firstRefusal(
    () => mayTake('WITHDRAW', agreement, actor),
    () => (opened || hasAccepted(agreement, actor.viewer.body) ? null : refuse('NOT_YOUR_TURN', 'Uw organisatie is nog niet akkoord; u kunt deze voorwaarden afwijzen.')),
  );
}

function stillValid(agreement: Agreement, on: string): Refused | null {
  return agreement.expiresOn < on ? refuse('OFFER_EXPIRED') : null;
}

/**
 * The terms of a proposal; who may propose on which offer is asked of the offer (offer.ts). `atOwn`: the place is this agreement's own, or that of the
 * running one that it amends, so that it is held or taken says nothing; whether it may be had is asked of the company.
 */
export function checkDraft(draft: Draft, { on, disputes }: TermsGround, atOwn = false): Refused | null {
  const { version: { terms, facts }, overlapping } = draft;
  return checkTerms({ terms, facts: atOwn ? atOwnPlace(facts) : facts, overlapping, disputes, on });
}

/** A negotiation that was opened again keeps the place that was held for it (evolve.ts). */
export function hasOwnPlace({ amends, holding }: Agreement): boolean {
  return amends !== null || holding;
}

export function decideCounter(agreement: Agreement, expectedVersion: number, draft: Draft, actor: Actor): Decision {
  const refused = firstRefusal(
    () => speaksForAParty(agreement, actor),
    () => versionIs(agreement, expectedVersion),
    () => mayCounter(agreement, actor),
    () => (draft.version.number > agreement.current.number ? null : refuse('STALE_VERSION')),
    () => checkDraft(draft, actor, hasOwnPlace(agreement)),
  );
  const { version, parties, acceptances } = draft;
  return refused ?? [{ type: 'COUNTERED', terms: version, parties, acceptances }];
}

export interface AcceptRequest {
  readonly expectedVersion: number;
  readonly termsHash: string;
  readonly overlapping: readonly OverlappingAgreement[];
}

/** Asked before the body is asked to sign, and again in the transaction. */
export function mayAcceptNow(agreement: Agreement, request: AcceptRequest, actor: Actor): Refused | null {
  return firstRefusal(
    () => speaksForAParty(agreement, actor),
    () => versionIs(agreement, request.expectedVersion),
    () => mayAccept(agreement, actor),
    () => (agreement.current.hash === request.termsHash ? null : refuse('STALE_TERMS')),
    () => stillPossible(agreement, request.overlapping, actor),
  );
}

/** Time passes between proposal and acceptance; what the world did meanwhile is checked, except the place, which is asked for next. */
function stillPossible({ current: { terms, facts } }: Agreement, overlapping: readonly OverlappingAgreement[], { on, disputes }: TermsGround): Refused | null {
  return checkTerms({ terms, facts: atOwnPlace(facts), overlapping, disputes, on });
}

export function atOwnPlace(facts: TermsFacts): TermsFacts {
  return { ...facts, workplace: { ...facts.workplace, status: 'OPEN' } };
}

/** `signed`: one acceptance per open role of the actor's body. The last one starts the reservation. */
export function decideAccept(agreement: Agreement, request: AcceptRequest, signed: readonly Acceptance[], actor: Actor): Decision {
  const refused = mayAcceptNow(agreement, request, actor);
  if (refused) return refused;
  const open = openParties(agreement);
  const isLast = open.every((party) => signed.some((one) => one.role === party.role && one.actingBody === party.actingBody));
  const accepted: AgreementEvent = { type: 'ACCEPTED', acceptances: signed };
  return isLast ? [accepted, { type: 'RESERVATION_STARTED' }] : [accepted];
}

export function decideReject(agreement: Agreement, expectedVersion: number, reason: string, actor: Actor): Decision {
  const refused = firstRefusal(
    () => speaksForAParty(agreement, actor),
    () => versionIs(agreement, expectedVersion),
    () => mayReject(agreement, actor),
  );
  return refused ?? [{ type: 'REJECTED', reason }];
}

export function decideWithdraw(agreement: Agreement, expectedVersion: number, reason: string, actor: Actor): Decision {
  const refused = firstRefusal(
    () => speaksForAParty(agreement, actor),
    () => versionIs(agreement, expectedVersion),
    () => mayWithdraw(agreement, actor),
  );
  return refused ?? [{ type: 'WITHDRAWN', reason }];
}
