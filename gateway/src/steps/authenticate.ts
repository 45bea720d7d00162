/**
 * Guarantees that everybody behind this step is who the identity provider says: a signed access token (RFC 9068) for this
 * audience, from this issuer, in time, naming a body and roles that the federation knows. One answer for every bad token.
 */
import { errors } from 'jose';
import { z } from 'zod';
import { Fault } from '#kernel/faults.js';
import { isRole, ROLES, scopesOf, type Viewer } from '#kernel/viewer.js';
import type { StepWork } from '../step.js';
import { signingKeys } from './signing-keys.js';
import { verifiedClaims } from './verified-token.js';

const MAX_TOKEN_LENGTH = 8192;
const BEARER = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i;

export interface TokenRules {
  readonly issuer: string;
  readonly audience: string;
  readonly jwksUrl: string;
  /** Ids of the bodies of the partner register. */
  readonly bodies: ReadonlySet<string>;
  /** How to get a token, in Dutch; part of the refusal. */
  readonly howToSignIn: string;
}

const claimsSchema = z.object({
  sub: z.string().min(1).max(200),
  body: z.string(),
  exp: z.number(),
  azp: z.string().max(200).optional(),
  client_id: z.string().max(200).optional(),
  roles: z.array(z.string().refine(isRole)).min(1).max(ROLES.length),
  scope: z.string().max(1000).default(''),
});

export function authenticate(rules: TokenRules): StepWork {
  const verify = tokenVerifier(rules);
  const refusal = (): Fault => new Fault('UNAUTHENTICATED', `U bent niet aangemeld. ${rules.howToSignIn}`);
  return {
    request: async (exchange) => {
      const token = bearer(exchange.headers.get('authorization'));
      const signedIn = token === null ? null : await verify(token);
      if (signedIn === null) throw refusal();
      exchange.viewer = signedIn.viewer;
      exchange.client = signedIn.client;
      exchange.signedInUntil = signedIn.until;
    },
  };
}

interface SignedIn {
  readonly viewer: Viewer;
  /** The application that the token was given to: `azp`, or `client_id` (RFC 9068). */
  readonly client: string | null;
  /** Milliseconds since 1970. */
  readonly until: number;
}

function bearer(header: string | undefined): string | null {
  if (header === undefined || header.length > MAX_TOKEN_LENGTH) return null;
  return BEARER.exec(header)?.[1] ?? null;
}

function tokenVerifier(rules: TokenRules): (token: string) => Promise<SignedIn | null> {
  const keys = signingKeys(rules.jwksUrl);
  return (token) => verifiedClaims(token, keys, rules).then((claims) => claims && signedInOf(claims, rules.bodies), refusedOrDown);
}

function signedInOf(payload: unknown, bodies: ReadonlySet<string>): SignedIn | null {
  const parsed = claimsSchema.safeParse(payload);
  if (!parsed.success || !bodies.has(parsed.data.body)) return null;
  const { sub, body, roles, scope, exp, azp, client_id } = parsed.data;
  return { viewer: { subject: sub, body, roles: roles.filter(isRole), scopes: scopesOf(scope), purpose: null }, client: azp ?? client_id ?? null, until: exp * 1000 };
}

/** A bad token is nobody; keys that cannot be fetched are an outage, and nobody gets in during it. */
function refusedOrDown(error: unknown): null {
  if (error instanceof errors.JOSEError && !(error instanceof errors.JWKSTimeout) && error.code !== 'ERR_JOSE_GENERIC') return null;
  throw new Fault('UNAVAILABLE', 'De aanmelddienst antwoordt niet.');
}
