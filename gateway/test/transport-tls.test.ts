/** The gateway under a certificate, before services that hear nobody without one of the federation. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as wait } from 'node:timers/promises';
import { Agent, request } from 'undici';
import { TestAuthority, tlsFiles, type CertificateFiles } from '#kernel/testing/certificates.js';
import { serverTls, type ServerTls } from '#kernel/tls.js';
import { GatewayKit } from './gateway-kit.js';

let federation: TestAuthority;
let others: TestAuthority;
let kit: GatewayKit | null = null;
beforeAll(() => {
  federation = TestAuthority.create();
  others = TestAuthority.create();
});
afterEach(async () => {
  await kit?.stop();
  kit = null;
});
afterAll(() => {
  federation.remove();
  others.remove();
});

/** Services under certificates of the federation; the gateway shows `own` to them and speaks under another to its clients. */
async function start(own: CertificateFiles, serving: CertificateFiles): Promise<GatewayKit> {
  const services: ServerTls | null = serverTls(tlsFiles(federation.issue(), federation), 'known');
  const settings = {
    SCHAKEL_TLS_CERT_FILE: serving.cert, SCHAKEL_TLS_KEY_FILE: serving.key, SCHAKEL_TLS_CA_FILE: federation.caFile,
    SCHAKEL_TLS_CLIENT_CERT_FILE: own.cert, SCHAKEL_TLS_CLIENT_KEY_FILE: own.key,
  };
  kit = await GatewayKit.start('schakel', settings, services);
  kit.stubs.reintegration.behaviour = () => ({ data: { hello: 'dag' } });
  return kit;
}

async function ask(from: GatewayKit, ca: Buffer, path = '/graphql'): Promise<{ status: number; hsts: unknown; text: string }> {
  const dispatcher = new Agent({ connect: { ca } });
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${await from.issuer.token()}` };
  const init = path === '/graphql' ? { method: 'POST' as const, headers, body: '{"query":"{ hello }"}' } : {};
  try {
    const { statusCode, headers: told, body } = await request(from.gateway.url + path, { ...init, dispatcher });
    return { status: statusCode, hsts: told['strict-transport-security'], text: await body.text() };
  } finally {
    await dispatcher.destroy();
  }
}

describe('a gateway under a certificate', () => {
  it('answers over TLS only, from services that know its other certificate, and tells browsers to stay with TLS', async () => {
    const gateway = await start(federation.issue(), others.issue());
    expect(gateway.gateway.url).toMatch(/^https:/);
    const { status, hsts, text } = await ask(gateway, others.ca);
    expect([status, hsts, JSON.parse(text)]).toEqual([200, 'max-age=31536000; includeSubDomains', { data: { hello: 'dag' } }]);
    await expect(fetch(gateway.gateway.url.replace('https:', 'http:'))).rejects.toThrow();
    await expect(ask(gateway, federation.ca)).rejects.toThrow();
    for (let tries = 0; tries < 50 && (await ask(gateway, others.ca, '/readyz')).status !== 200; tries += 1) await wait(100);
    expect((await ask(gateway, others.ca, '/readyz')).status).toBe(200);
  });

  it.each([
    ['of another authority', () => others.issue()],
    ['that has expired', () => federation.issue({ days: -1 })],
  ])('that shows the services a certificate %s is heard by none of them, and says so of each', async (_what, own) => {
    const gateway = await start(own(), others.issue());
    const { text } = await ask(gateway, others.ca);
    expect(JSON.parse(text)).toMatchObject({ data: null, errors: [{ extensions: { code: 'UNAVAILABLE' } }] });
    expect(gateway.askedTotal).toBe(0);
  });
});
