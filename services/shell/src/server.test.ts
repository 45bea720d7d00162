import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { buildSchema } from 'graphql';
import { ENVELOPE_HEADER, sealEnvelope } from '#kernel/envelope.js';
import { createLogger } from '#kernel/log.js';
import { buildServer } from './server.js';
import type { ServiceParts } from './service-definition.js';

const KEY = randomBytes(32);
const viewer = { subject: 'somebody', body: 'sw-leiden', roles: [], purpose: 'wsw' };
const settings = { SCHAKEL_ENVELOPE_KEY: KEY, SCHAKEL_PARTY_KEYS_FILE: { keys: [] } };

let server: FastifyInstance;
beforeAll(async () => {
  const parts = { name: 'test', settings, logger: createLogger('test', 'silent'), dataSource: {} } as unknown as ServiceParts;
  server = await buildServer(parts, { context: (request) => request }, buildSchema('type Query { echo(text: String): String }'));
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
