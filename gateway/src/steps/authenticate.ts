/**
 * Guarantees that everybody behind this step is who the identity provider says: a signed access token (RFC 9068) for this
 * audience, from this issuer, in time, naming a body and roles that the federation knows. One answer for every bad token.
 */
import { errors, jwtVerify, type JWTPayload } from 'jose';
import { z } from 'zod';
import { Fault } from '#kernel/faults.js';
import { hasRepeatedNames } from '#kernel/repeated-names.js';
import { isRole, ROLES, scopesOf, type Viewer } from '#kernel/viewer.js';
import type { StepWork } from '../step.js';
import { signingKeys } from './signing-keys.js';

/** Never `none`, never a shared secret: what may sign is said here, not in the token. */
const ALGORITHMS = ['RS256', 'ES256'];
const MAX_TOKEN_LENGTH = 8192;
/** Whatever its `exp` says: who left an hour ago is not let in for a year. */
const MAX_TOKEN_AGE = '12h';
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
  const expected = {
    algorithms: ALGORITHMS,
    issuer: rules.issuer,
    audience: rules.audience,
    typ: 'at+jwt',
    clockTolerance: 5,
    maxTokenAge: MAX_TOKEN_AGE,
    requiredClaims: ['sub', 'exp', 'iat', 'body', 'roles'],
  };
  return async (token) => (saysAnythingTwice(token) ? null : jwtVerify(token, keys, expected).then(({ payload }) => signedInOf(payload, rules.bodies), refusedOrDown));
}

/** Of two readers of such a token each may believe another half. */
function saysAnythingTwice(token: string): boolean {
  const [header = '', payload = ''] = token.split('.');
  return [header, payload].some((part) => hasRepeatedNames(Buffer.from(part, 'base64url').toString('utf8')));
}

function signedInOf(payload: JWTPayload, bodies: ReadonlySet<string>): SignedIn | null {
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
