/** The one text that an acceptance signs: agreement, terms version, hash, body, its roles, for whom and on what basis. JWS compact, ES256, kid = service name. */
import { CompactSign, compactVerify, createLocalJWKSet, type JSONWebKeySet } from 'jose';
import { z } from 'zod';
import { canonicalJson } from '#kernel/canonical.js';
import type { SignedParty } from '../domain/party.js';

const TYPE = 'acceptance+jws';

const contentSchema = z.object({
  agreement: z.string(),
  termsVersion: z.number().int(),
  termsHash: z.string(),
  body: z.string(),
  parties: z.array(z.object({ role: z.string(), onBehalfOf: z.string(), basis: z.string() })),
});

export interface AcceptanceContent {
  readonly agreement: string;
  readonly termsVersion: number;
  readonly termsHash: string;
  readonly body: string;
  readonly parties: readonly SignedParty[];
  /** Real time, ISO 8601. */
  readonly signedAt: string;
}

type SigningKey = Parameters<CompactSign['sign']>[0];

export function signAcceptanceContent(content: AcceptanceContent, service: string, key: SigningKey): Promise<string> {
  return new CompactSign(Buffer.from(canonicalJson(content))).setProtectedHeader({ alg: 'ES256', kid: service, typ: TYPE }).sign(key);
}

/** The signed content and the service that signed, or null for anything forged, altered or of another type. */
export async function openAcceptance(jws: string, keys: JSONWebKeySet): Promise<{ content: z.infer<typeof contentSchema>; service: string } | null> {
  const verified = await compactVerify(jws, createLocalJWKSet(keys), { algorithms: ['ES256'] }).catch(() => null);
  if (verified?.protectedHeader.typ !== TYPE) return null;
  const parsed = contentSchema.safeParse(parseJson(verified.payload));
  return parsed.success ? { content: parsed.data, service: String(verified.protectedHeader.kid) } : null;
}

function parseJson(payload: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(payload).toString('utf8'));
  } catch {
    return null;
  }
}
