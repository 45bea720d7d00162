/** The door of the exports over real HTTP: who is heard, what is refused before the first part, and how a file ends. */
import { randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { FastifyInstance } from 'fastify';
import { buildSchema } from 'graphql';
import { ENVELOPE_HEADER, sealEnvelope, textOfGet } from '#kernel/envelope.js';
import { unavailable } from '#kernel/faults.js';
import { createLogger } from '#kernel/log.js';
import { loadRegisters } from '#kernel/registers.js';
import type { Viewer } from '#kernel/viewer.js';
import { buildServer } from '../server.js';
import type { ServiceParts } from '../service-definition.js';
import { testLog } from '../testing/test-log.js';
import { ExportRefusal, type ExportDefinition, type ExportRequest } from './export-definition.js';

const KEY = randomBytes(32);
const ANALYST: Viewer = { subject: 'a', body: 'werk-en-inkomen', roles: ['ANALYST'], scopes: [], purpose: 'statistiek' };
const PARAMETERS = [
  { name: 'year', description: 'Jaar', required: true, pattern: '20\\d{2}', example: '2013' },
  { name: 'kind', description: 'Soort', required: false, pattern: 'a|b', example: 'a' },
];
const MANY = 2_000;
const PART = 'x'.repeat(64 * 1024);

let seen: ExportRequest | null = null;
let produced = 0;
let endings = 0;

async function* whole(request: ExportRequest): AsyncGenerator<string> {
  seen = request;
  yield `${request.parameters['year']};`;
  yield '';
  yield 'end';
}

async function* long(): AsyncGenerator<string> {
  produced = 0;
  try {
    for (; produced < MANY; produced += 1) yield PART;
  } finally {
    endings += 1;
  }
}

const failing = (error: () => Error, after: number) => async function* (): AsyncGenerator<string> {
  for (let part = 0; part < after; part += 1) {
    yield 'part;';
    await wait(50);
  }
  throw error();
};

const RUNS: Readonly<Record<string, ExportDefinition['run']>> = {
  whole, long,
  nothing: async function* () { /* an empty file */ },
  refusing: failing(() => new ExportRefusal([{ parameter: 'year', reason: 'Over dit jaar is er niets.' }, { parameter: 'kind', reason: 'Dit hoort niet bij dat jaar.' }]), 0),
  away: failing(() => unavailable('sw-leiden'), 0),
  bug: failing(() => new Error('select secret from table'), 0),
  breaking: failing(() => unavailable('sw-leiden'), 2),
};
const exports = Object.entries(RUNS).map(([name, run]): ExportDefinition => ({
  name, run, title: name, description: name, purpose: 'statistiek', roles: ['ANALYST'], mediaType: 'text/plain; charset=utf-8', parameters: PARAMETERS,
  fileName: ({ year }) => `${name}-${year}.txt`,
}));

async function serve(): Promise<{ server: FastifyInstance; url: string }> {
  const settings = { SCHAKEL_ENVELOPE_KEY: KEY, SCHAKEL_PARTY_KEYS_FILE: { keys: [] } };
  const parts = { name: 'test', body: 'own', settings, logger: createLogger('test', 'silent'), dataSource: {}, reads: {}, registers: loadRegisters(), log: testLog('test') } as unknown as ServiceParts;
  const server = await buildServer(parts, { context: (request) => request, exports }, buildSchema('type Query { echo: String }'));
  await server.listen({ port: 0, host: '127.0.0.1' });
  return { server, url: `http://127.0.0.1:${(server.server.address() as AddressInfo).port}` };
}

let server: FastifyInstance;
let url: string;
beforeAll(async () => void ({ server, url } = await serve()));
afterAll(async () => {
  // The client opens a connection again after one that broke, and may never use it.
  server.server.closeAllConnections();
  await server.close();
});

function envelope(address: string, viewer = ANALYST, key = KEY): Record<string, string> {
  return { [ENVELOPE_HEADER]: sealEnvelope({ viewer, businessDate: '2014-03-03', requestId: 'r', deadline: Date.now() + 60_000 }, 'test', textOfGet(address), key) };
}
const get = (address: string, headers = envelope(address), signal?: AbortSignal) => fetch(url + address, { headers, ...(signal ? { signal } : {}) });

async function until(done: () => boolean): Promise<void> {
  for (let tries = 0; tries < 500 && !done(); tries += 1) await wait(10);
  expect(done()).toBe(true);
}

describe('the door of the exports', () => {
  it('is closed to all but the gateway, and its envelope is for this address and query only', async () => {
    const address = '/exports/whole?year=2013';
    for (const headers of [{}, envelope('/exports/whole?year=2014'), envelope('/exports/long?year=2013'), envelope(address, ANALYST, randomBytes(32)), { authorization: 'Bearer a.b.c' }]) {
      for (const path of [address, '/exports', '/exports/none']) {
        const response = await get(path, headers as Record<string, string>);
        expect([response.status, await response.text()]).toEqual([401, '']);
      }
    }
  });

  it('lists what there is, and nothing of how it is made', async () => {
    const { exports: listed } = (await (await get('/exports')).json()) as { exports: object[] };
    expect(listed).toHaveLength(Object.keys(RUNS).length);
    expect(listed[0]).toEqual({ name: 'whole', title: 'whole', description: 'whole', purpose: 'statistiek', roles: ['ANALYST'], mediaType: 'text/plain; charset=utf-8', parameters: PARAMETERS });
  });

  it('gives a file out whole, under its name', async () => {
    const response = await get('/exports/whole?year=2013&kind=a');
    expect([response.status, response.headers.get('content-type'), response.headers.get('content-disposition')]).toEqual([200, 'text/plain; charset=utf-8', 'attachment; filename="whole-2013.txt"']);
    expect(await response.text()).toBe('2013;end');
    expect(seen).toMatchObject({ viewer: ANALYST, parameters: { year: '2013', kind: 'a' }, businessDate: '2014-03-03', requestId: 'r', from: 'gateway' });
    expect(await (await get('/exports/nothing?year=2013')).text()).toBe('');
  });

  it.each<[string, Partial<Viewer>]>([['another role', { roles: ['CASE_WORKER'] }], ['another purpose', { purpose: 'wsw' }], ['no purpose', { purpose: null }]])('refuses %s', async (_what, change) => {
    const address = '/exports/whole?year=2013';
    const response = await get(address, envelope(address, { ...ANALYST, ...change }));
    expect([response.status, await response.json()]).toEqual([403, { code: 'FORBIDDEN', message: expect.any(String) }]);
  });

  it('has no other export', async () => {
    for (const name of ['none', 'constructor', '__proto__']) expect((await get(`/exports/${name}?year=2013`)).status).toBe(404);
  });

  it('tells all that is wrong with the parameters at once, and repeats no value', async () => {
    const response = await get('/exports/whole?kind=990001271&bsn=990001271&990001271=1&kind=b');
    const text = await response.text();
    expect(response.status).toBe(400);
    expect((JSON.parse(text) as { problems: { parameter: string }[] }).problems.map(({ parameter }) => parameter)).toEqual(['year', 'kind', 'bsn', '?']);
    expect(text).not.toContain('990001271');
  });

  it.each([
    ['refusing', 400, { code: 'BAD_USER_INPUT', problems: [{ parameter: 'year' }, { parameter: 'kind' }] }],
    ['away', 503, { code: 'UNAVAILABLE', body: 'sw-leiden' }],
    ['bug', 500, { code: 'INTERNAL' }],
  ])('says before the first part that it is %s', async (name, status, content) => {
    const response = await get(`/exports/${name}?year=2013`);
    const text = await response.text();
    expect([response.status, JSON.parse(text)]).toMatchObject([status, content]);
    expect(text).not.toContain('secret');
  });

  it('ends a file that breaks off without its end', async () => {
    const response = await get('/exports/breaking?year=2013');
    expect(response.status).toBe(200);
    await expect(response.text()).rejects.toThrow();
  });

  it('makes no more than is read, and stops when the client goes', async () => {
    const before = endings;
    const leaving = new AbortController();
    const response = await get('/exports/long?year=2013', undefined, leaving.signal);
    const reader = response.body!.getReader();
    await reader.read();
    await wait(300);
    const ahead = produced;
    expect(ahead).toBeLessThan(MANY / 4);
    await wait(200);
    expect(produced).toBe(ahead);
    leaving.abort();
    await until(() => endings === before + 1);
    expect(produced).toBeLessThan(MANY / 2);
  });

  it('does not keep a service from stopping', async () => {
    const own = await serve();
    const address = '/exports/long?year=2013';
    const response = await fetch(own.url + address, { headers: envelope(address) });
    await response.body!.getReader().read();
    const began = Date.now();
    await own.server.close();
    expect(Date.now() - began).toBeLessThan(2_000);
  });
});
