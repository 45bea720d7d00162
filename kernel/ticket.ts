/**
 * The gateway's second token on propose, counter, accept and amend: addressed to the viewer's own body, which alone signs
 * (architecture, section 3). It proves to that body that its own officer, and nobody else, gave this command.
 */
import { z } from 'zod';
import { viewerSchema } from './envelope.js';
import { openToken, sealToken } from './sealed-token.js';
import type { Viewer } from './viewer.js';

export const TICKET_LIFE_MS = 60_000;

export interface TicketClaims {
  readonly viewer: Viewer;
  readonly action: 'propose' | 'counter' | 'accept' | 'amend';
  readonly commandId: string;
  /** Id of what the command is about; absent when it does not exist yet. */
  readonly object?: string | undefined;
  /** Hash of the content that the officer saw, where he agrees to one. */
  readonly contentHash?: string | undefined;
}

const ticketSchema = z.object({
  viewer: viewerSchema,
  action: z.enum(['propose', 'counter', 'accept', 'amend']),
  commandId: z.string(),
  object: z.string().optional(),
  contentHash: z.string().optional(),
  exp: z.number(),
});

export function sealTicket(claims: TicketClaims, key: Buffer): string {
  return sealToken({ ...claims, exp: Date.now() + TICKET_LIFE_MS }, key);
}

export function openTicket(token: string, key: Buffer): TicketClaims | null {
  const parsed = ticketSchema.safeParse(openToken(token, key));
  if (!parsed.success || parsed.data.exp < Date.now()) return null;
  const { exp: _exp, ...claims } = parsed.data;
  return claims;
}
