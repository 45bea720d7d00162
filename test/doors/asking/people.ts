/**
 * Who stands at the doors in these tests: every role at every kind of body, also where nobody would expect him. Their tokens are real
 * ones, signed with the development issuer's published key, so that roles and bodies can be had that no demo user has.
 */
import { randomUUID } from 'node:crypto';
import { importJWK, SignJWT } from 'jose';
import { ROLES, SCOPES, type Role, type Viewer } from '#kernel/viewer.js';
import { DEVELOPMENT_ISSUER_KEY } from '../../../local/development-keys.js';
import { AUDIENCE } from '../../../local/issuer/access-token.js';
import { PAGE_CLIENT } from '../../../local/issuer/clients.js';
import { demoWorker } from '../../../local/population/fixed-people.js';
import { issuer, personOf } from '../../kit/stack.js';

/** The joint service, a municipality that takes no part in it, and the three companies. */
export const BODIES = ['werk-en-inkomen', 'gm-0637', 'sw-zoetermeer-rijswijk', 'sw-leiden', 'sw-wassenaar'] as const;

export function viewerOf(role: Role, body: string, purpose: string | null): Viewer {
  return { subject: role === 'WORKER' ? personOf(demoWorker.bsn) : `${role.toLowerCase()} at ${body}`, body, roles: [role], scopes: SCOPES, purpose };
}

/** Every role at every body for each purpose that `purposesOf` knows for the role. */
export function everybody(purposesOf: (role: Role) => readonly string[]): Viewer[] {
  return ROLES.flatMap((role) => BODIES.flatMap((body) => purposesOf(role).map((purpose) => viewerOf(role, body, purpose))));
}

export const nameOf = ({ roles, body, purpose }: Viewer): string => `${roles.join('+')} at ${body} for ${purpose ?? 'no purpose'}`;

const tokens = new Map<string, Promise<string>>();

/** An access token as the issuer of this stack gives it (RFC 9068), good for an hour. */
export function accessToken(viewer: Viewer): Promise<string> {
  const key = JSON.stringify([viewer.subject, viewer.body, viewer.roles, viewer.scopes]);
  const known = tokens.get(key) ?? sign(viewer);
  tokens.set(key, known);
  return known;
}

async function sign({ subject, body, roles, scopes }: Viewer): Promise<string> {
  const signer = new SignJWT({ body, roles, scope: ['schakel', ...scopes].join(' '), client_id: PAGE_CLIENT, azp: PAGE_CLIENT, jti: randomUUID() });
  signer.setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid: DEVELOPMENT_ISSUER_KEY.kid ?? '' });
  return signer.setSubject(subject).setIssuer(issuer).setAudience(AUDIENCE).setIssuedAt().setExpirationTime('2h').sign(await importJWK(DEVELOPMENT_ISSUER_KEY, 'ES256'));
}
