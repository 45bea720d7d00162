// Guarantees: whether somebody may speak for a party is answered in one place, before anything about the agreement's state is said.
// Architecture section 5 (parties act on a basis); domain brief 8.4 row 19: authority that ended no longer binds anybody.
import type { Viewer } from '#kernel/viewer.js';
import type { Agreement, AgreementState } from './agreement.js';
import type { Party } from './party.js';
import { firstRefusal, refuse, type Refused } from './refusals.js';

/** Who acts, when: `at` an instant (ISO 8601), `on` the business date (YYYY-MM-DD). */
export interface Actor {
  readonly viewer: Viewer;
  readonly on: string;
  readonly at: string;
}

/** The parties for whom the actor's body acts. */
export function ownParties(agreement: Agreement, actor: Actor): Party[] {
  return agreement.parties.filter((party) => party.actingBody === actor.viewer.body);
}

/** Body is a party, actor holds the office that speaks for it, and the authority still runs. */
export function speaksForAParty(agreement: Agreement, actor: Actor): Refused | null {
  const own = ownParties(agreement, actor);
  if (own.length === 0) return refuse('NOT_A_PARTY');
  if (!actor.viewer.roles.includes(officeOf(agreement, actor.viewer.body))) return refuse('NO_AUTHORITY');
  const ended = own.some((party) => party.authorityUntil !== null && party.authorityUntil < actor.on);
  return ended ? refuse('NO_AUTHORITY', 'Het mandaat van uw organisatie is geëindigd.') : null;
}

/** The steps with the worker belong to the residence authority: its case worker knows him. */
export function speaksForResidence(agreement: Agreement, actor: Actor): Refused | null {
  return firstRefusal(
    () => speaksForAParty(agreement, actor),
    () => (ownParties(agreement, actor).some((party) => party.role === 'RESIDENCE_AUTHORITY') ? null : refuse('NO_AUTHORITY')),
  );
}

function officeOf(agreement: Agreement, body: string): 'CASE_WORKER' | 'PLACEMENT_OFFICER' {
  const { placingBody, receivingBody } = agreement.current.terms;
  return body === placingBody || body === receivingBody ? 'PLACEMENT_OFFICER' : 'CASE_WORKER';
}

export function stateIsOneOf(agreement: Agreement, ...states: AgreementState[]): Refused | null {
  return states.includes(agreement.state) ? null : refuse('WRONG_STATE');
}

export function versionIs(agreement: Agreement, expected: number): Refused | null {
  return agreement.version === expected ? null : refuse('STALE_VERSION');
}

/** The actor's body has accepted the current terms version in all its roles. */
export function hasAccepted(agreement: Agreement, body: string): boolean {
  const open = openParties(agreement).filter((party) => party.actingBody === body);
  return open.length === 0;
}

/** The parties whose acceptance of the current terms is still awaited. */
export function openParties(agreement: Agreement): Party[] {
  return agreement.parties.filter((party) => !agreement.acceptances.some((one) => one.role === party.role && one.actingBody === party.actingBody));
}
