/** `base64url(JSON).base64url(HMAC-SHA256)`: synchronous, because a signature per subgraph request would cost more than the request. */
import { createHmac, timingSafeEqual } from 'node:crypto';

export function sealToken(claims: object, key: Buffer): string {
  return sealText(JSON.stringify(claims), key);
}

/** `claims`: JSON text of an object. */
export function sealText(claims: string, key: Buffer): string {
  const payload = Buffer.from(claims).toString('base64url');
  return `${payload}.${macOf(payload, key)}`;
}

/** The claims, or null when the seal is broken or the text is no token. */
export function openToken(token: string, key: Buffer): Record<string, unknown> | null {
  const dot = token.indexOf('.');
  if (dot < 1 || token.length > 16_384) return null;
  const payload = token.slice(0, dot);
  if (!sameText(token.slice(dot + 1), macOf(payload, key))) return null;
  try {
    const claims: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
    return typeof claims === 'object' && claims !== null ? (claims as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

function macOf(payload: string, key: Buffer): string {
  return createHmac('sha256', key).update(payload).digest('base64url');
}

function sameText(given: string, expected: string): boolean {
  const a = Buffer.from(given);
  const b = Buffer.from(expected);
  return a.length === b.length && timingSafeEqual(a, b);
}
