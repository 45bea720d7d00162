/** One text per value (RFC 8785), so that two bodies that hash the same value get the same hash. */
import { hash } from 'node:crypto';
import canonicalize from 'canonicalize';

const serialize = canonicalize as unknown as (value: unknown) => string | undefined;

export function canonicalJson(value: unknown): string {
  const text = serialize(value);
  if (text === undefined) throw new TypeError('the value has no JSON form');
  return text;
}

export function sha256Hex(content: string | Buffer): string {
  return hash('sha256', content, 'hex');
}

/** Lower-case hexadecimal SHA-256 of the canonical JSON. */
export function contentHash(value: unknown): string {
  return sha256Hex(canonicalJson(value));
}
