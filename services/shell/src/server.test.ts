import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { buildSchema } from 'graphql';
import { exportJWK, generateKeyPair } from 'jose';
import { ENVELOPE_HEADER, sealEnvelope } from '#kernel/envelope.js';
import { createLogger } from '#kernel/log.js';
import { PartySigner } from '#kernel/party-token.js';
import { buildServer } from './server.js';
import type { ServiceParts } from './service-definition.js';
import { testLog } from './testing/test-log.js';
import { StaleEpoch } from './stale-epoch.js';

const KEY = randomBytes(32);
const viewer = { subject: 'somebody', body: 'sw-leiden', roles: [], scopes: [], purpose: 'wsw' };
const settings = { SCHAKEL_ENVELOPE_KEY: KEY };

const NEWEST = 2;
const commands = {
  obey: ({ epoch }: { epoch: number }) => (epoch < NEWEST ? Promise.reject(new StaleEpoch()) : Promise.resolve({ done: true })),
};

let server: FastifyInstance;
let signer: PartySigner;
beforeAll(async () => {
  const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true });
  signer = await PartySigner.load('sender', { ...(await exportJWK(privateKey)), alg: 'ES256' });
  const keys = [{ ...(await exportJWK(publicKey)), kid: 'sender', alg: 'ES256' }, { kty: 'EC', kid: 'test', x: 'x', d: 'secret' }];
  const parts = { name: 'test', settings: { ...settings, SCHAKEL_PARTY_KEYS_FILE: { keys } }, logger: createLogger('test', 'silent'), dataSource: {}, registers: { purposes: [] }, log: testLog('test') } as unknown as ServiceParts;
  server = await buildServer(parts, { context: (request) => request, commands }, buildSchema('type Query { echo(text: String): String }'));
});
afterAll(() => server.close());

async function ask(question: object) {
  const payload = JSON.stringify(question);
  const facts = { viewer, businessDate: '2014-03-03', requestId: 'r', deadline: Date.now() + 10_000 };
  const headers = { 'content-type': 'application/json', [ENVELOPE_HEADER]: sealEnvelope(facts, 'test', payload, KEY) };
  const { statusCode, body } = await server.inject({ method: 'POST', url: '/graphql', headers, payload });
  return { statusCode, answer: JSON.parse(body) as unknown };
}

describe('a question at the door of a service', () => {
  it('with a character that no database holds is the mistake of who sent it', async () => {
    const refused = { statusCode: 400, answer: { errors: [{ message: 'De invoer bevat een teken dat niet mag.', extensions: { code: 'BAD_USER_INPUT' } }] } };
    const query = 'query ($text: String) { echo(text: $text) }';
    expect(await ask({ query, variables: { text: 'a\u0000' } })).toEqual(refused);
    expect(await ask({ query: '{ echo(text: "a\\u0000") }' })).toEqual(refused);
    expect(await ask({ query, variables: { text: 'a' } })).toEqual({ statusCode: 200, answer: { data: { echo: null } } });
  });
});

describe('a command at the door of a service', () => {
  it('of a sender that was succeeded is 409, so that it is not taken for a mistake; of the newest one it is done', async () => {
    const send = async (epoch: number) => {
      const payload = JSON.stringify({ id: '1', epoch, payload: {} });
      const facts = { viewer: null, businessDate: '2014-03-03', requestId: 'r', deadline: Date.now() + 10_000 };
      const headers = { 'content-type': 'application/json', authorization: `Bearer ${await signer.sign('test', payload, facts)}` };
      const { statusCode, body } = await server.inject({ method: 'POST', url: '/commands/obey', headers, payload });
      return { statusCode, answer: JSON.parse(body) as unknown };
    };
    expect(await send(1)).toEqual({ statusCode: 409, answer: { code: 'STALE_EPOCH', message: expect.any(String) } });
    expect(await send(NEWEST)).toEqual({ statusCode: 200, answer: { done: true } });
  });
});

describe('the public keys of a service', () => {
  it('are shown to everybody, without a token and without a private part', async () => {
    const { statusCode, headers, body } = await server.inject({ method: 'GET', url: '/.well-known/jwks.json' });
    expect({ statusCode, cache: headers['cache-control'], keys: JSON.parse(body) as unknown }).toEqual({ statusCode: 200, cache: 'public, max-age=300', keys: { keys: [{ kty: 'EC', kid: 'test', x: 'x' }] } });
  });
});
