import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { buildSchema } from 'graphql';
import { ENVELOPE_HEADER, sealEnvelope } from '#kernel/envelope.js';
import { createLogger } from '#kernel/log.js';
import { buildServer } from './server.js';
import type { ServiceParts } from './service-definition.js';

const KEY = randomBytes(32);
const settings = { SCHAKEL_ENVELOPE_KEY: KEY, SCHAKEL_PARTY_KEYS_FILE: { keys: [] } };
let endings = 0;

async function* numbers(after: number, ending: AbortSignal): AsyncGenerator<object> {
  yield { seq: after + 1 };
  yield { seq: after + 2 };
  await new Promise((resolve) => ending.addEventListener('abort', resolve));
  endings += 1;
}

async function* breaking(): AsyncGenerator<object> {
  yield { seq: 1 };
  throw new Error('gone');
}

let server: FastifyInstance;
let url: string;
beforeAll(async () => {
  const parts = { name: 'test', settings, logger: createLogger('test', 'silent'), dataSource: {}, registers: { purposes: [] } } as unknown as ServiceParts;
  server = await buildServer(parts, { context: (request) => request, streams: { numbers, breaking } }, buildSchema('type Query { echo(text: String): String }'));
  await server.listen({ port: 0, host: '127.0.0.1' });
  url = `http://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

function envelope(body = '', key = KEY): Record<string, string> {
  const viewer = { subject: 'gateway', body: 'gateway', roles: [], scopes: [], purpose: null };
  return { [ENVELOPE_HEADER]: sealEnvelope({ viewer, businessDate: '2014-03-03', requestId: 'r', deadline: Date.now() + 1_000 }, 'test', body, key) };
}

async function open(path: string, headers: Record<string, string> = envelope()): Promise<{ status: number; text: () => string; ended: () => boolean; cut: () => void }> {
  const cutting = new AbortController();
  const response = await fetch(url + path, { headers, signal: cutting.signal });
  let text = '';
  let ended = false;
  void (async () => {
    for await (const chunk of response.body ?? []) text += Buffer.from(chunk).toString();
  })().catch(() => undefined).finally(() => (ended = true));
  return { status: response.status, text: () => text, ended: () => ended, cut: () => cutting.abort() };
}

async function until(done: () => boolean): Promise<void> {
  for (let tries = 0; tries < 300 && !done(); tries += 1) await wait(10);
  expect(done()).toBe(true);
}

describe('the door of the streams', () => {
  it('is closed to all but the gateway, before it says what there is', async () => {
    for (const headers of [{}, envelope('x'), envelope('', randomBytes(32)), { authorization: 'Bearer a.b.c' }]) {
      for (const path of ['/streams/numbers?after=0', '/streams/none', '/streams/numbers?after=x']) {
        const { status, text } = await open(path, headers as Record<string, string>);
        expect([status, text()]).toEqual([401, '']);
      }
    }
  });

  it('tells lines from a number on, and stops when the client goes', async () => {
    const before = endings;
    const { status, text, cut } = await open('/streams/numbers?after=41');
    await until(() => text().includes('43'));
    expect([status, text()]).toEqual([200, '{"seq":42}\n{"seq":43}\n']);
    cut();
    await until(() => endings === before + 1);
  });

  it('has no other name, and begins after a number only', async () => {
    expect((await open('/streams/none?after=0')).status).toBe(404);
    expect((await open('/streams/constructor?after=0')).status).toBe(404);
    for (const after of ['', '?after=', '?after=-1', '?after=1.5', '?after=x']) expect((await open(`/streams/numbers${after}`)).status).toBe(400);
  });

  it('breaks a stream off that fails, so that who listens opens it again', async () => {
    const { ended } = await open('/streams/breaking?after=0');
    await until(ended);
  });

  it('does not keep a service from stopping', async () => {
    const { text, ended } = await open('/streams/numbers?after=0');
    await until(() => text().includes('2'));
    const began = Date.now();
    await server.close();
    expect(Date.now() - began).toBeLessThan(1_000);
    await until(ended);
  });
});
