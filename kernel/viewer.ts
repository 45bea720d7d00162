/** Who asks. Made once, at the gateway, from a verified access token; every read and command takes one. */

export const ROLES = [
  'CASE_WORKER',
  'PLACEMENT_OFFICER',
  'ANALYST',
  'POLICY_OFFICER',
  'PRIVACY_OFFICER',
  'COUNCIL_MEMBER',
  'PARTICIPATION_COUNCIL',
  'WIJKTEAM',
  'WORKER',
  'OPERATOR',
] as const;

export type Role = (typeof ROLES)[number];

/** What a client application may be granted (OAuth scope), whoever signs in to it. A role says what the user may; both must allow. */
export const SCOPES = ['agreements:write', 'statistics:read'] as const;

export type Scope = (typeof SCOPES)[number];

export interface Viewer {
  /** The token's `sub`; for a WORKER his own person id. */
  readonly subject: string;
  /** Id of the body he works for, as in the partner register. */
  readonly body: string;
  readonly roles: readonly Role[];
  /** What the application that he works with was granted. */
  readonly scopes: readonly Scope[];
  /** The purpose (doelbinding) of this request; without one no personal data is read. */
  readonly purpose: string | null;
}

export function isRole(text: string): text is Role {
  return (ROLES as readonly string[]).includes(text);
}

export function hasRole(viewer: Viewer, ...roles: Role[]): boolean {
  return roles.some((role) => viewer.roles.includes(role));
}

/** The known ones of a token's `scope`, which separates them by spaces (RFC 8693, section 4.2). */
export function scopesOf(text: string): Scope[] {
  const granted = text.split(' ');
  return SCOPES.filter((scope) => granted.includes(scope));
}
