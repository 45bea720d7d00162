/** Who asks: the same token of the same issuer, the same purposes, the same bodies. What is decided per request is what Schakel decides per request. */
import { createRemoteJWKSet, jwtVerify } from 'jose';
import { municipalitiesOf } from '#kernel/authority.js';
import { type Rights, rightsOf } from '#kernel/field-policy.js';
import { authorityOn, type Registers } from '#kernel/registers.js';
import { hasRole, isRole, scopesOf, type Viewer } from '#kernel/viewer.js';

/** The grounds on which rows are shown, as at the services: residents, the own company's workers, agreements that the own body acts in. */
export interface Scope {
  readonly municipalities: readonly string[];
  readonly company: string | null;
  readonly official: boolean;
}

export interface Asking {
  readonly viewer: Viewer;
  readonly rights: Rights;
  readonly scope: Scope;
  readonly on: string;
}

export type Authenticate = (authorization: string | undefined, purpose: string | undefined) => Promise<Asking | null>;

export function authenticator(issuer: string, registers: Registers, on: () => string): Authenticate {
  const keys = createRemoteJWKSet(new URL(`${issuer}/jwks`));
  const bodies = new Set(registers.bodies.map(({ id }) => id));
  return async (authorization, purpose) => {
    const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(authorization ?? '')?.[1];
    if (!token) return null;
    const { payload } = await jwtVerify(token, keys, { issuer, audience: 'schakel', algorithms: ['RS256', 'ES256'], requiredClaims: ['exp'] }).catch(() => ({ payload: null }));
    if (!payload || typeof payload['body'] !== 'string' || !bodies.has(payload['body']) || !Array.isArray(payload['roles'])) return null;
    const viewer: Viewer = { subject: payload.sub ?? '', body: payload['body'], roles: payload['roles'].filter(isRole), scopes: scopesOf(String(payload['scope'] ?? '')), purpose: purpose ?? null };
    if (purpose !== undefined && !registers.purposes.some(({ code, roles }) => code === purpose && roles.some((role) => hasRole(viewer, role as never)))) return null;
    return { viewer, rights: rightsOf(viewer, registers.purposes), scope: scopeOf(viewer, registers, on()), on: on() };
  };
}

function scopeOf(viewer: Viewer, registers: Registers, on: string): Scope {
  if (viewer.purpose === null) return { municipalities: [], company: null, official: false };
  return {
    municipalities: hasRole(viewer, 'CASE_WORKER') ? municipalitiesOf(authorityOn(registers, on), viewer.body) : [],
    company: hasRole(viewer, 'PLACEMENT_OFFICER') ? viewer.body : null,
    official: hasRole(viewer, 'CASE_WORKER', 'PLACEMENT_OFFICER'),
  };
}
