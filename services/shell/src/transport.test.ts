/** Two bodies speak to each other under certificates of one authority, and to nobody else. Architecture section 3 (the token says who; this, that nobody listens). */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import type { FastifyInstance } from 'fastify';
import { buildSchema } from 'graphql';
import { exportJWK, generateKeyPair, type JWK } from 'jose';
import { createLogger } from '#kernel/log.js';
import { PartySigner } from '#kernel/party-token.js';
import { loadRegisters } from '#kernel/registers.js';
import { clientTls, type ClientTls } from '#kernel/tls.js';
import { TestAuthority, tlsFiles, type CertificateFiles } from '#kernel/testing/certificates.js';
import { PartyClient } from './party-client.js';
import { buildServer } from './server.js';
import type { ServiceParts } from './service-definition.js';
import { serviceSettingsSchema } from './service-settings.js';
import { testLog } from './testing/test-log.js';

const OURS = 'sw-leiden';
const viewer = { subject: 'somebody', body: 'sw-leiden', roles: [], scopes: [], purpose: 'wsw' };
let ours: TestAuthority;
let others: TestAuthority;
let signer: PartySigner;
let publicKey: JWK;
let heard = 0;
const servers: FastifyInstance[] = [];

beforeAll(async () => {
  ours = TestAuthority.create();
  others = TestAuthority.create();
  const pair = await generateKeyPair('ES256', { extractable: true });
  signer = await PartySigner.load('reintegration', { ...(await exportJWK(pair.privateKey)), alg: 'ES256' });
  publicKey = { ...(await exportJWK(pair.publicKey)), kid: 'reintegration', alg: 'ES256' };
});
afterAll(async () => {
  await Promise.all(servers.map((server) => server.close()));
  ours.remove();
  others.remove();
});

/** The service of another body, under this certificate; without one it speaks plain HTTP. */
async function serve(certificate: CertificateFiles | null): Promise<string> {
  const settings = { SCHAKEL_ENVELOPE_KEY: randomBytes(32), SCHAKEL_PARTY_KEYS_FILE: { keys: [publicKey] }, ...tlsFiles(certificate, certificate && ours) };
  const parts = { name: OURS, settings, logger: createLogger('test', 'silent'), dataSource: {}, registers: loadRegisters(), log: testLog(OURS) } as unknown as ServiceParts;
  const context = <R>(request: R): R => {
    heard += 1;
    return request;
  };
  const server = await buildServer(parts, { context, askers: ['reintegration'] }, buildSchema('type Query { echo: String }'));
  servers.push(server);
  const address = await server.listen({ host: '127.0.0.1', port: 0 });
  return address.replace(/^https?:/, certificate ? 'https:' : 'http:');
}

/** Whether the question was answered; that an unanswered one was not heard either. */
async function asked(url: string, tls: ClientTls): Promise<string> {
  const before = heard;
  const client = new PartyClient(signer, new Map([[OURS, url]]), loadRegisters(), tls);
  const question = { query: '{ echo }', viewer, businessDate: '2014-03-03', requestId: 'r', deadline: Date.now() + 5_000 };
  const answer = await client.ask(OURS, question).then(() => 'answered', (error: { code?: string }) => String(error.code));
  await client.close();
  expect(heard - before).toBe(answer === 'answered' ? 1 : 0);
  return answer;
}

describe('a service under a certificate of the federation', () => {
  it('hears who shows a certificate of the same authority, and nobody else', async () => {
    const url = await serve(ours.issue());
    const showing = (certificate: CertificateFiles | null): ClientTls => (certificate ? clientTls(tlsFiles(certificate, ours)) : { ca: ours.ca });
    expect(await asked(url, showing(others.issue()))).toBe('UNAVAILABLE');
    expect(await asked(url, showing(null))).toBe('UNAVAILABLE');
    expect(await asked(url, showing(ours.issue({ days: -1 })))).toBe('UNAVAILABLE');
    expect(await asked(url.replace('https:', 'http:'), {})).toBe('UNAVAILABLE');
    expect(await asked(url, showing(ours.issue()))).toBe('answered');
  });

  it('is believed only under a certificate of the authority, in its time, for its address', async () => {
    const believing = clientTls(tlsFiles(ours.issue(), ours));
    expect(await asked(await serve(others.issue()), believing)).toBe('UNAVAILABLE');
    expect(await asked(await serve(ours.issue({ days: -1 })), believing)).toBe('UNAVAILABLE');
    expect(await asked(await serve(ours.issue({ names: 'DNS:elsewhere.example' })), believing)).toBe('UNAVAILABLE');
    expect(await asked(await serve(ours.issue()), believing)).toBe('answered');
  });

  it('is not there without one, as on one machine', async () => {
    expect(await asked(await serve(null), {})).toBe('answered');
  });
});

describe('the settings of transport', () => {
  const faultsOf = (given: Readonly<Record<string, string>>, parties = 'benefits=https://benefits:4000'): string[] => {
    const key = JSON.stringify({ kty: 'EC', kid: 'x' });
    const parsed = serviceSettingsSchema.safeParse({
      SCHAKEL_DATABASE_URL: 'postgres://x', SCHAKEL_PORT: '4000', SCHAKEL_ENVELOPE_KEY: randomBytes(32).toString('base64url'), SCHAKEL_LOG_KEY: randomBytes(32).toString('base64url'), SCHAKEL_PARTIES: parties,
      SCHAKEL_SERVICE_KEY_FILE: dataFile(key), SCHAKEL_PARTY_KEYS_FILE: dataFile(`{"keys":[${key}]}`), ...given,
    });
    return parsed.success ? [] : parsed.error.issues.map(({ path }) => String(path[0]));
  };
  const dataFile = (content: string): string => {
    const file = `${ours.caFile}-${randomBytes(4).toString('hex')}.json`;
    writeFileSync(file, content);
    return file;
  };

  it('are whole or not there, and protect every address or none', () => {
    const { cert, key } = ours.issue();
    expect(faultsOf({})).toEqual([]);
    expect(faultsOf({ SCHAKEL_TLS_CERT_FILE: cert, SCHAKEL_TLS_KEY_FILE: key, SCHAKEL_TLS_CA_FILE: ours.caFile })).toEqual([]);
    expect(faultsOf({ SCHAKEL_TLS_CERT_FILE: cert })).toEqual(['SCHAKEL_TLS_KEY_FILE']);
    expect(faultsOf({ SCHAKEL_TLS_KEY_FILE: key })).toEqual(['SCHAKEL_TLS_CERT_FILE']);
    expect(faultsOf({ SCHAKEL_TLS_CA_FILE: ours.caFile })).toEqual(['SCHAKEL_TLS_CERT_FILE']);
    expect(faultsOf({ SCHAKEL_TLS_CERT_FILE: cert, SCHAKEL_TLS_KEY_FILE: key, SCHAKEL_TLS_CA_FILE: ours.caFile }, 'benefits=http://benefits:4000')).toEqual(['SCHAKEL_TLS_CA_FILE']);
    expect(faultsOf({ SCHAKEL_TLS_CERT_FILE: '/nowhere.pem', SCHAKEL_TLS_KEY_FILE: key })).toEqual(['SCHAKEL_TLS_CERT_FILE']);
  });
});
