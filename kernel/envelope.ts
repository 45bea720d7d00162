/**
 * What the gateway tells a subgraph with every fetch (architecture, section 3): who asks, for what purpose, on which
 * business date, until when. Bound to one subgraph and one body text, at most 60 s old, never accepted twice.
 */
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { sha256Hex } from './canonical.js';
import { ReplayGuard } from './replay-guard.js';
import { openToken, sealText } from './sealed-token.js';
import { ROLES, SCOPES, type Viewer } from './viewer.js';

export const ENVELOPE_HEADER = 'x-schakel-envelope';
export const TOKEN_LIFE_MS = 60_000;

export interface RequestFacts {
  readonly viewer: Viewer;
  /** YYYY-MM-DD */
  readonly businessDate: string;
  readonly requestId: string;
  /** Milliseconds since 1970; after it nobody waits for the answer any more. */
  readonly deadline: number;
  /** The signing ticket of a command, sealed for the viewer's own body; opaque to everybody else. */
  readonly ticket?: string | undefined;
}

export const viewerSchema = z.object({
  subject: z.string().min(1),
  body: z.string().min(1),
  roles: z.array(z.enum(ROLES)),
  scopes: z.array(z.enum(SCOPES)),
  purpose: z.string().nullable(),
});

export const requestFactsSchema = z.object({
  viewer: viewerSchema,
  businessDate: z.iso.date(),
  requestId: z.string().min(1).max(100),
  deadline: z.number(),
  ticket: z.string().optional(),
});

const envelopeSchema = requestFactsSchema.extend({
  aud: z.string(),
  iat: z.number(),
  jti: z.string(),
  bodyHash: z.string(),
});

/** Written member by member: an object put together for each fetch costs more than its signature. */
export function sealEnvelope({ viewer, businessDate, requestId, deadline, ticket }: RequestFacts, audience: string, body: string | Buffer, key: Buffer): string {
  const whose = `"viewer":${JSON.stringify(viewer)},"businessDate":${JSON.stringify(businessDate)},"requestId":${JSON.stringify(requestId)},"deadline":${JSON.stringify(deadline)}`;
  const signed = ticket === undefined ? '' : `,"ticket":${JSON.stringify(ticket)}`;
  return sealText(`{${whose}${signed},"aud":${JSON.stringify(audience)},"iat":${Date.now()},"jti":"${randomUUID()}","bodyHash":"${sha256Hex(body)}"}`, key);
}

/** What the envelope of a GET is sealed over, since it has no body: its method and its address below the host, query included. */
export function textOfGet(address: string): string {
  return `GET ${address}`;
}

export class EnvelopeOpener {
  private readonly replays = new ReplayGuard(TOKEN_LIFE_MS);

  constructor(
    private readonly key: Buffer,
    private readonly audience: string,
  ) {}

  /** The facts, or null for anything forged, stale, replayed, or made for another subgraph or another body. */
  open(token: string, body: string | Buffer): RequestFacts | null {
    const parsed = envelopeSchema.safeParse(openToken(token, this.key));
    if (!parsed.success) return null;
    const { aud, iat, jti, bodyHash, ...facts } = parsed.data;
    const fresh = Math.abs(Date.now() - iat) <= TOKEN_LIFE_MS;
    if (aud !== this.audience || !fresh || bodyHash !== sha256Hex(body)) return null;
    return this.replays.firstSeen(jti) ? facts : null;
  }
}
