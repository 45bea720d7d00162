/** No answer about a person without its line: at the door of a service, on a real database. */
import { randomBytes } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { FastifyInstance } from 'fastify';
import { buildSchema, GraphQLError } from 'graphql';
import { ENVELOPE_HEADER, sealEnvelope } from '#kernel/envelope.js';
import { notFound, unavailable } from '#kernel/faults.js';
import { createLogger } from '#kernel/log.js';
import { loadRegisters } from '#kernel/registers.js';
import { TRACE_HEADER, traceIdOf, traceparentOf } from '#kernel/trace.js';
import { buildServer } from '../server.js';
import type { ServiceParts, ShellRequest } from '../service-definition.js';
import { testDatabase, type TestDatabase } from '../testing/test-database.js';
import { testLog } from '../testing/test-log.js';

const KEY = randomBytes(32);
const NAME = 'Femlino Plofhuizen';
const viewer = { subject: 'officer-7', body: 'sw-leiden', roles: ['PLACEMENT_OFFICER' as const], scopes: [], purpose: 'wsw' };
const definition = { name: 'own', entities: [], migrations: [], buildSchema: () => Promise.reject(new Error('has none')), wire: () => { throw new Error('is not wired'); } };
const FAILURES = { bug: () => new Error('a bug'), away: () => unavailable('elsewhere'), refusal: () => notFound(), mistake: () => new GraphQLError('no', { extensions: { code: 'BAD_USER_INPUT' } }) };

let database: TestDatabase;
let server: FastifyInstance;
let requests = 0;

beforeAll(async () => {
  database = await testDatabase(definition);
  const schema = buildSchema('type Query { name(of: String): String broken(how: String): String }');
  Object.assign(schema.getQueryType()!.getFields()['name']!, {
    resolve: async (_root: unknown, { of }: { of: string }, { session }: ShellRequest) => {
      await session.read((manager) => manager.query('select 1'));
      session.processed([of]);
      return NAME;
    },
  });
  Object.assign(schema.getQueryType()!.getFields()['broken']!, { resolve: (_root: unknown, { how }: { how: keyof typeof FAILURES }) => Promise.reject(FAILURES[how]()) });
  const parts = { name: 'own', body: 'own-body', settings: { SCHAKEL_ENVELOPE_KEY: KEY, SCHAKEL_PARTY_KEYS_FILE: { keys: [] } }, logger: createLogger('test', 'silent'), dataSource: database.dataSource, reads: database.reads, registers: loadRegisters(), log: testLog('own') };
  server = await buildServer(parts as unknown as ServiceParts, { context: (request) => request }, schema);
});
afterEach(() => database.dataSource.query('truncate processing_log, access_log, access_unlinked'));
afterAll(async () => {
  await server.close();
  await database.drop();
});

const rows = <T = Record<string, unknown>>(sql: string): Promise<T[]> => database.dataSource.query<T[]>(sql);

async function ask(query: string, headers: Record<string, string> = {}, requestId = `request-${(requests += 1)}`) {
  const payload = JSON.stringify({ query });
  const envelope = sealEnvelope({ viewer, businessDate: '2014-03-03', requestId, deadline: Date.now() + 10_000 }, 'own', payload, KEY);
  const { statusCode, body } = await server.inject({ method: 'POST', url: '/graphql', headers: { 'content-type': 'application/json', [ENVELOPE_HEADER]: envelope, ...headers }, payload });
  return { statusCode, body, requestId };
}

describe('an answer about a person', () => {
  it('leaves with its line', async () => {
    const { statusCode, body } = await ask('query Who { name(of: "anna") }');
    expect([statusCode, JSON.parse(body)]).toEqual([200, { data: { name: NAME } }]);
    expect(await rows('select name, status from processing_log')).toEqual([{ name: 'query Who', status: 'Ok' }]);
  });

  it('does not leave when its line cannot be written: UNAVAILABLE, and nothing of the data', async () => {
    await rows('alter table processing_log rename to hidden_log');
    const { statusCode, body } = await ask('{ name(of: "anna") }').finally(() => rows('alter table hidden_log rename to processing_log'));
    expect(statusCode).toBe(503);
    expect(JSON.parse(body)).toEqual({ data: null, errors: [{ message: expect.any(String), extensions: { code: 'UNAVAILABLE', body: 'own-body' } }] });
    expect(body).not.toContain(NAME);
    expect((await ask('{ name(of: "anna") }')).statusCode).toBe(200);
  });

  it.each([['bug', 'Error'], ['away', 'Error'], ['refusal', 'Ok'], ['mistake', 'Ok']])('is written down when another field fails by a %s, with status %s', async (how, status) => {
    expect((await ask(`{ name(of: "anna") broken(how: "${how}") }`)).statusCode).toBe(200);
    expect(await rows('select status from processing_log')).toEqual([{ status }]);
  });

  it('is a processing of its own, also when another request named the same trace', async () => {
    const header = { [TRACE_HEADER]: traceparentOf('a trace of the client', 'a1b2c3d4e5f60718') };
    const ids = [(await ask('{ name(of: "anna") }', header)).requestId, (await ask('{ name(of: "anna") }', header)).requestId];
    expect(await rows('select trace_id, parent_span_id from processing_log order by id')).toEqual(ids.map((id) => ({ trace_id: traceIdOf(id), parent_span_id: null })));
  });

  it('is a child of the span that asked', async () => {
    await ask('{ name(of: "anna") }', { [TRACE_HEADER]: traceparentOf('mine', 'a1b2c3d4e5f60718') }, 'mine');
    expect(await rows('select trace_id, parent_span_id from processing_log')).toEqual([{ trace_id: traceIdOf('mine'), parent_span_id: 'a1b2c3d4e5f60718' }]);
  });

  it('leaves no name, no number of a person and no text of the question in the logs', async () => {
    await ask('query Q990001271 { name(of: "990001271") }');
    const text = JSON.stringify([await rows('select * from processing_log'), await rows('select * from access_log')]);
    expect(text).toContain('query sha256:');
    for (const secret of [NAME, '990001271', 'name(of']) expect(text).not.toContain(secret);
  });
});
