/** Tokens made by hand, so that anything can be wrong with them: each part is the text that it is told to be. */
import { createHmac, createPrivateKey, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import type { JWK } from 'jose';

/** A claim or header parameter that is left out. */
export const LEFT_OUT = undefined;

export type Parts = Readonly<Record<string, unknown>>;

export const part = (value: object | string): string => Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');
export const privateKey = (jwk: JWK): KeyObject => createPrivateKey({ key: { ...jwk } as Record<string, string>, format: 'jwk' });
/** A key that nobody knows. */
export const STRANGE_KEY = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;

/** ES256, over these texts exactly. */
export function signed(header: object | string, payload: object | string, key: KeyObject, encoding: 'ieee-p1363' | 'der' = 'ieee-p1363'): string {
  const text = `${part(header)}.${part(payload)}`;
  return `${text}.${sign('sha256', Buffer.from(text), { key, dsaEncoding: encoding }).toString('base64url')}`;
}

/** With a shared secret. */
export function macced(header: object, payload: object, secret: string): string {
  const text = `${part({ ...header, alg: 'HS256' })}.${part(payload)}`;
  return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`;
}

/** One sign of one part is another. `index`: 0 header, 1 payload, 2 signature. */
export function touched(token: string, index: number): string {
  const parts = token.split('.');
  const old = parts[index] ?? '';
  const middle = Math.floor(old.length / 2);
  parts[index] = `${old.slice(0, middle)}${old[middle] === 'A' ? 'B' : 'A'}${old.slice(middle + 1)}`;
  return parts.join('.');
}

/** The same claims with one of them said twice, the second time otherwise. */
export function saidTwice(claims: object, name: string, again: unknown): string {
  return `${JSON.stringify(claims).slice(0, -1)},${JSON.stringify(name)}:${JSON.stringify(again)}}`;
}

export const now = (): number => Math.floor(Date.now() / 1000);
