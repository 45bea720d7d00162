/**
 * The public signing keys of a service in a JWK set (RFC 7517). The key in use has the service's name as `kid`; older ones, kept so that what
 * they signed can still be verified, have the name, a dot and a mark: `sw-leiden.2014`.
 */
import type { JSONWebKeySet, JWK } from 'jose';

/** Members of a public EC key and its labels; a private part that strayed into a file goes no further. */
const PUBLIC_MEMBERS = ['kty', 'crv', 'x', 'y', 'kid', 'alg', 'use'] as const;

/** The one in use first. */
export function publicKeysOf({ keys }: JSONWebKeySet, service: string): JWK[] {
  const own = keys.filter(({ kid }) => kid === service || kid?.startsWith(`${service}.`));
  return own.sort((a, b) => Number(b.kid === service) - Number(a.kid === service)).map(publicMembers);
}

function publicMembers(key: JWK): JWK {
  return Object.fromEntries(PUBLIC_MEMBERS.flatMap((name) => (key[name] === undefined ? [] : [[name, key[name]]]))) as JWK;
}
