// Guarantees: whether somebody may speak for a party is answered in one place, before anything about the agreement's state is said.
// Architecture section 5 (parties act on a basis); domain brief 8.4 row 19: authority that ended no longer binds anybody.
import type { Viewer } from '#kernel/viewer.js';
import type { LabourDispute } from '#law/agreement/labour-dispute.js';
import type { RepresentationRule } from '#law/agreement/representation.js';
import type { Agreement } from './agreement.js';
import { authorityNow, type AuthorityRule } from './parties.js';
import type { Party } from './party.js';
import { firstRefusal, refuse, type Refused } from './refusals.js';
import { COORDINATOR_STEPS, OFFICES, PARTY_STEPS, type CoordinatorStep, type Office, type PartyStep, type SigningRole } from './state-machine.js';

/** Who acts, when: `at` an instant (ISO 8601), `on` the business date (YYYY-MM-DD). The registers whole, as they are now. */
export interface Actor {
  readonly viewer: Viewer;
  readonly matrix: readonly AuthorityRule[];
  readonly disputes: readonly LabourDispute[];
  readonly representation: readonly RepresentationRule[];
  readonly on: string;
  readonly at: string;
}

/** The parties for whom the actor's body acts. */
export function ownParties(agreement: Agreement, actor: Actor): Party[] {
  return agreement.parties.filter((party) => party.actingBody === actor.viewer.body);
}

/** Body is a party, actor holds the office that speaks for it, and the authority runs today: what it was when the terms were written does not bind. */
export function speaksForAParty(agreement: Agreement, actor: Actor): Refused | null {
  const own = ownParties(agreement, actor);
  if (own.length === 0) return refuse('NOT_A_PARTY');
  if (!officesOf(own).some((office) => actor.viewer.roles.includes(office))) return refuse('NO_AUTHORITY');
  const ended = own.some((party) => authorityNow(party, actor.matrix, actor.on) === null);
  return ended ? refuse('NO_AUTHORITY', 'Het mandaat van uw organisatie is geëindigd.') : null;
}

/** Whether the actor may take a step as far as his office, his party's roles and the agreement's state go; the machine says which (state-machine.ts). */
export function mayTake(step: PartyStep, agreement: Agreement, actor: Actor): Refused | null {
  return firstRefusal(
    () => speaksForAParty(agreement, actor),
    () => (isOneOf(PARTY_STEPS[step].parties, ownParties(agreement, actor)) ? null : refuse('NO_AUTHORITY')),
    () => stateAllows(step, agreement),
  );
}

export function stateAllows(step: PartyStep, agreement: Agreement): Refused | null {
  const from: readonly string[] = PARTY_STEPS[step].from;
  return from.includes(agreement.state) ? null : refuse('WRONG_STATE');
}

/** Whether the coordinator has this to do now. */
export function isDue(step: CoordinatorStep, agreement: Agreement): boolean {
  const from: readonly string[] = COORDINATOR_STEPS[step].from;
  return from.includes(agreement.state);
}

function isOneOf(roles: readonly SigningRole[], parties: readonly Party[]): boolean {
  return parties.some((party) => roles.some((role) => role === party.role));
}

/** A company speaks by its placement officer in every role that it has; else the offices of its first role. */
function officesOf(own: readonly Party[]): readonly Office[] {
  const roles = own.map((party) => party.role as SigningRole);
  const company = roles.find((role) => role === 'PLACING_COMPANY' || role === 'RECEIVING_COMPANY');
  const leading = company ?? roles.find((role) => role === 'RESIDENCE_AUTHORITY') ?? roles[0];
  return leading === undefined ? [] : OFFICES[leading];
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
