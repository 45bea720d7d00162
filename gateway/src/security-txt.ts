/** Where to report a weakness (RFC 9116): `/.well-known/security.txt`, when the deployment has said who reads it. */
import type { FastifyInstance } from 'fastify';

/** The RFC advises less than a year; who runs on longer restarts sooner. */
const HALF_A_YEAR_MS = 182 * 24 * 60 * 60 * 1000;

export interface SecurityContact {
  /** `mailto:`, `https:` or `tel:` address. */
  readonly contact: string | undefined;
  /** Instant, ISO 8601; absent: half a year after the start. */
  readonly expires: string | undefined;
}

export function serveSecurityTxt(app: FastifyInstance, { contact, expires = new Date(Date.now() + HALF_A_YEAR_MS).toISOString() }: SecurityContact): void {
  if (contact === undefined) return;
  const text = [`Contact: ${contact}`, `Expires: ${expires}`, 'Preferred-Languages: nl, en', ''].join('\n');
  app.get('/.well-known/security.txt', (_request, reply) => reply.type('text/plain; charset=utf-8').send(text));
}
