/**
 * A signed access token (RFC 9068) whose signature and times are good, or nothing. The keys are found by jose; the signature is verified here, with
 * Node's own crypto and at once, because the library's way through the thread pool costs three times as much as the verification itself.
 */
import { KeyObject, verify } from 'node:crypto';
import type { CryptoKey, JWSHeaderParameters, JWTVerifyGetKey } from 'jose';
import { hasRepeatedNames } from '#kernel/repeated-names.js';

/** Never `none`, never a shared secret: what may sign is said here, not in the token. */
const ALGORITHMS: Readonly<Record<string, (key: KeyObject) => boolean>> = {
  RS256: ({ asymmetricKeyType, asymmetricKeyDetails }) => asymmetricKeyType === 'rsa' && (asymmetricKeyDetails?.modulusLength ?? 0) >= 2048,
  ES256: ({ asymmetricKeyType, asymmetricKeyDetails }) => asymmetricKeyType === 'ec' && asymmetricKeyDetails?.namedCurve === 'prime256v1',
};
const TYPES = new Set(['at+jwt', 'application/at+jwt']);
const ES256_BYTES = 64;
const CLOCK_TOLERANCE_S = 5;
/** Whatever its `exp` says: who left an hour ago is not let in for a year. */
const MAX_AGE_S = 12 * 3600;

type Claims = Readonly<Record<string, unknown>>;

export interface Expected {
  readonly issuer: string;
  readonly audience: string;
}

/** The claims, or null for whatever is wrong with it; rejects when `keys` does. `token`: three parts of base64url. */
export async function verifiedClaims(token: string, keys: JWTVerifyGetKey, expected: Expected): Promise<Claims | null> {
  const [head = '', body = '', signature = ''] = token.split('.');
  const header = objectIn(head);
  if (!header || !isAccepted(header)) return null;
  const key = keyObjectOf(await keys(header, { payload: body, signature }));
  if (!key || !isSigned(header.alg, key, `${head}.${body}`, Buffer.from(signature, 'base64url'))) return null;
  const claims = objectIn(body);
  return claims && isFor(claims, expected) && isInTime(claims, Date.now() / 1000) ? claims : null;
}

function isAccepted({ alg, typ, crit, b64 }: Claims): boolean {
  return typeof alg === 'string' && Object.hasOwn(ALGORITHMS, alg) && typeof typ === 'string' && TYPES.has(typ.toLowerCase()) && crit === undefined && b64 === undefined;
}

function isSigned(alg: string, key: KeyObject, text: string, signature: Buffer): boolean {
  if (!ALGORITHMS[alg]?.(key) || (alg === 'ES256' && signature.length !== ES256_BYTES)) return false;
  return verify('sha256', Buffer.from(text), alg === 'ES256' ? { key, dsaEncoding: 'ieee-p1363' } : key, signature);
}

const objects = new WeakMap<object, KeyObject>();

/** Null for what is no public key. */
function keyObjectOf(key: Awaited<ReturnType<JWTVerifyGetKey>>): KeyObject | null {
  if (!('type' in key) || key.type !== 'public') return null;
  const known = objects.get(key) ?? KeyObject.from(key as CryptoKey);
  objects.set(key, known);
  return known;
}

function isFor({ iss, aud }: Claims, { issuer, audience }: Expected): boolean {
  return iss === issuer && (aud === audience || (Array.isArray(aud) && aud.includes(audience)));
}

function isInTime({ iat, exp, nbf }: Claims, now: number): boolean {
  if (typeof iat !== 'number' || typeof exp !== 'number' || (nbf !== undefined && typeof nbf !== 'number')) return false;
  const age = now - iat;
  return exp > now - CLOCK_TOLERANCE_S && (nbf ?? 0) <= now + CLOCK_TOLERANCE_S && age >= -CLOCK_TOLERANCE_S && age <= MAX_AGE_S + CLOCK_TOLERANCE_S;
}

/** Of two readers of JSON that says a name twice each may believe another half: it is nothing. */
function objectIn(part: string): (Claims & JWSHeaderParameters & { readonly alg: string }) | null {
  const text = Buffer.from(part, 'base64url').toString('utf8');
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) && !hasRepeatedNames(text) ? (value as Claims & { alg: string }) : null;
  } catch {
    return null;
  }
}
