// May this body sign these terms? Only on the ticket of its own placement officer, for exactly the terms that he sent or was shown,
// only in roles and for bodies that its own authority register gives it, and on that register's basis (architecture section 3;
// invariant I2). Pure.
import { hasRole, type Viewer } from '#kernel/viewer.js';
import { basisOf, type AuthorityRule } from './authority.js';
import { followsFrom } from './given-terms.js';

/** What the gateway's ticket says (kernel/ticket). */
export interface SigningTicket {
  readonly viewer: Viewer;
  readonly action: 'propose' | 'counter' | 'accept' | 'amend';
  /** Agreement id; of a proposal the offer, of an amendment the running agreement. */
  readonly object?: string | undefined;
  /** Of acceptance the hash of the terms, else of the terms as the officer sent them. */
  readonly contentHash?: string | undefined;
}

/** One role in which this body accepts, the body on whose behalf, and on what basis. */
export interface SignedParty {
  readonly role: string;
  readonly onBehalfOf: string;
  readonly basis: string;
}

export interface SigningRequest {
  readonly agreement: string;
  /** The running agreement that this one would replace, or null. */
  readonly amends: string | null;
  readonly termsHash: string;
  readonly terms: Readonly<Record<string, unknown>>;
  readonly parties: readonly SignedParty[];
  /** The terms input of a proposal or counter and its hash, computed here; null on accepting. */
  readonly given: { readonly hash: string; readonly terms: Readonly<Record<string, unknown>> } | null;
}

/** What this body knows of itself. */
export interface OwnAuthority {
  readonly body: string;
  readonly rules: readonly AuthorityRule[];
  /** Business date. */
  readonly date: string;
}

export type SigningRefusal = 'NO_TICKET' | 'NOT_OUR_OFFICER' | 'OTHER_COMMAND' | 'OTHER_TERMS' | 'NO_AUTHORITY';

/** Null when it may be signed. */
export function refusesToSign(ticket: SigningTicket | null, request: SigningRequest, own: OwnAuthority): SigningRefusal | null {
  if (ticket === null) return 'NO_TICKET';
  if (ticket.viewer.body !== own.body || !hasRole(ticket.viewer, 'PLACEMENT_OFFICER')) return 'NOT_OUR_OFFICER';
  if (ticket.action !== 'propose' && ticket.object !== (ticket.action === 'amend' ? request.amends : request.agreement)) return 'OTHER_COMMAND';
  if (!agreesToTerms(ticket, request)) return 'OTHER_TERMS';
  return hasAuthority(request.parties, own) ? null : 'NO_AUTHORITY';
}

/** To accept is to name a hash; to propose or counter is to send terms, of which the canonical ones must be the outcome. */
function agreesToTerms({ action, contentHash }: SigningTicket, { termsHash, terms, given }: SigningRequest): boolean {
  if (action === 'accept') return contentHash === termsHash;
  return given !== null && contentHash === given.hash && followsFrom(given.terms, terms);
}

/** A basis that is not ours means that two registers differ; then nothing is signed. */
function hasAuthority(parties: readonly SignedParty[], { body, rules, date }: OwnAuthority): boolean {
  return parties.length > 0 && parties.every(({ role, onBehalfOf, basis }) => basisOf(rules, body, role, onBehalfOf, date) === basis);
}
