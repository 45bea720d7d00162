/** The one text that an acceptance signs: agreement, the one that it amends if any, terms version, hash, body, its roles, for whom and on what basis. JWS compact, ES256, kid = service name. */
import { CompactSign, type JSONWebKeySet } from 'jose';
import { z } from 'zod';
import { canonicalJson } from '#kernel/canonical.js';
import type { SignedParty } from '../domain/party.js';
import { openJws } from './open-jws.js';

const TYPE = 'acceptance+jws';

const contentSchema = z.object({
  agreement: z.string(),
  amends: z.string().optional(),
  termsVersion: z.number().int(),
  termsHash: z.string(),
  body: z.string(),
  parties: z.array(z.object({ role: z.string(), onBehalfOf: z.string(), basis: z.string() })),
});

export interface AcceptanceContent {
  readonly agreement: string;
  /** The running agreement that this one ends when it starts; absent in the first agreement of a worker about a place. */
  readonly amends?: string;
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
  const opened = await openJws(jws, TYPE, keys);
  const parsed = contentSchema.safeParse(opened?.content);
  return opened && parsed.success ? { content: parsed.data, service: opened.service } : null;
}
