/**
 * Which pages of other origins may ask here: none, but those of the setting. Guarantees: no wildcard, no credentials (we know no cookies), and
 * an origin that is not on the list gets the same answer as a program that sends none.
 */
import type { FastifyInstance } from 'fastify';

const ASKED = 'authorization, content-type, accept, x-doelbinding, last-event-id';
const SHOWN = 'x-request-id, last-event-id, retry-after, api-version, content-disposition';
const REMEMBER_SECONDS = 600;

export function allowOrigins(app: FastifyInstance, origins: ReadonlySet<string>): void {
  if (origins.size === 0) return;
  app.addHook('onRequest', async ({ headers, method }, reply) => {
    reply.raw.setHeader('vary', 'origin');
    const { origin } = headers;
    if (origin === undefined || !origins.has(origin)) return;
    reply.raw.setHeader('access-control-allow-origin', origin);
    reply.raw.setHeader('access-control-expose-headers', SHOWN);
    if (method !== 'OPTIONS' || headers['access-control-request-method'] === undefined) return;
    await reply.code(204).headers({ 'access-control-allow-methods': 'POST', 'access-control-allow-headers': ASKED, 'access-control-max-age': REMEMBER_SECONDS }).send();
  });
}
