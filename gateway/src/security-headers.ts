/**
 * What every answer of the gateway tells a browser, refusals and event streams included: keep nothing, run nothing, show me in no frame.
 * A page says for itself what it needs beyond that (pages/pages.ts).
 */
import type { FastifyInstance } from 'fastify';

const ONE_YEAR = 31_536_000;
const HEADERS: Readonly<Record<string, string>> = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), microphone=(), payment=(), usb=()',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
};

/** `encrypted`: we speak TLS ourselves, so a browser may be told never to speak anything else to us. */
export function tellBrowsers(app: FastifyInstance, encrypted: boolean): void {
  const all = encrypted ? { ...HEADERS, 'strict-transport-security': `max-age=${ONE_YEAR}; includeSubDomains` } : HEADERS;
  // On the response itself, because a stream of events does not pass the reply.
  app.addHook('onRequest', async (_request, reply) => {
    for (const [name, value] of Object.entries(all)) reply.raw.setHeader(name, value);
  });
}
