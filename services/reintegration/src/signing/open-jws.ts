/** Opens a compact JWS (ES256) of a service, under any of its keys, and takes only the one way in which its bytes are written. */
import { compactVerify, importJWK, type JSONWebKeySet } from 'jose';
import { publicKeysOf } from '#kernel/service-keys.js';

export interface OpenedJws {
  readonly content: unknown;
  /** The service that signed, by the key that verified. */
  readonly service: string;
}

/** Null for anything forged, altered, or of another type. */
export async function openJws(jws: string, type: string, keys: JSONWebKeySet): Promise<OpenedJws | null> {
  const service = signerOf(jws);
  if (service === null || !jws.split('.').every(isCanonical)) return null;
  for (const jwk of publicKeysOf(keys, service)) {
    const verified = await compactVerify(jws, await importJWK(jwk, 'ES256'), { algorithms: ['ES256'] }).catch(() => null);
    if (verified?.protectedHeader.typ === type) return { content: parseJson(Buffer.from(verified.payload)), service };
  }
  return null;
}

function signerOf(jws: string): string | null {
  const header = parseJson(Buffer.from(jws.split('.')[0] ?? '', 'base64url')) as { kid?: unknown } | null;
  return typeof header?.kid === 'string' ? header.kid : null;
}

/** The last letter of base64url has bits that say nothing; a decoder that ignores them would let two texts be one signature. */
function isCanonical(part: string): boolean {
  return Buffer.from(part, 'base64url').toString('base64url') === part;
}

function parseJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return null;
  }
}
