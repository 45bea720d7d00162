// May this body sign these terms? Only on the ticket of its own placement officer, for exactly the terms he was shown, and
// only in roles that the authority register gives it (architecture section 3; invariant I2). Pure.
import { hasRole, type Viewer } from '#kernel/viewer.js';
import { mayActAs, type AuthorityRule } from './authority.js';

/** What the gateway's ticket says (kernel/ticket). */
export interface SigningTicket {
  readonly viewer: Viewer;
  readonly action: 'propose' | 'counter' | 'accept';
  /** Agreement id. */
  readonly object?: string | undefined;
  /** Hash of the terms. */
  readonly contentHash?: string | undefined;
}

export interface SigningRequest {
  readonly agreement: string;
  readonly termsHash: string;
  readonly roles: readonly string[];
}

export type SigningRefusal = 'NO_TICKET' | 'NOT_OUR_OFFICER' | 'OTHER_COMMAND' | 'NO_AUTHORITY';

/** Null when it may be signed. @param body own body id */
export function refusesToSign(
  ticket: SigningTicket | null,
  request: SigningRequest,
  body: string,
  authority: readonly AuthorityRule[],
  date: string,
): SigningRefusal | null {
  if (ticket === null) return 'NO_TICKET';
  if (ticket.viewer.body !== body || !hasRole(ticket.viewer, 'PLACEMENT_OFFICER')) return 'NOT_OUR_OFFICER';
  if (!isAbout(ticket, request)) return 'OTHER_COMMAND';
  const authorised = request.roles.length > 0 && request.roles.every((role) => mayActAs(authority, body, role, date));
  return authorised ? null : 'NO_AUTHORITY';
}

/** A ticket to accept names agreement and terms; one to counter names the agreement; one to propose neither, both are new. */
function isAbout(ticket: SigningTicket, request: SigningRequest): boolean {
  switch (ticket.action) {
    case 'accept':
      return ticket.object === request.agreement && ticket.contentHash === request.termsHash;
    case 'counter':
      return ticket.object === request.agreement;
    case 'propose':
      return ticket.object === undefined || ticket.object === request.agreement;
  }
}
