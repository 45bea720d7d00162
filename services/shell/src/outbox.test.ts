/** Messages between bodies over HTTP, from a real outbox: which epoch they carry, what makes them wait and what parks them. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { GraphQLObjectType, GraphQLSchema, GraphQLString } from 'graphql';
import { exportJWK, generateKeyPair } from 'jose';
import { createLogger, type Logger } from '#kernel/log.js';
import { PartySigner } from '#kernel/party-token.js';
import type { Registers } from '#kernel/registers.js';
import { enqueue, OutboxWorker } from './outbox.js';
import { PartyClient } from './party-client.js';
import type { ServiceDefinition } from './service-definition.js';
import { StaleEpoch } from './stale-epoch.js';
import { testDatabase, type TestDatabase } from './testing/test-database.js';

const definition: ServiceDefinition = {
  name: 'shell',
  entities: [],
  migrations: [],
  buildSchema: () => Promise.resolve(new GraphQLSchema({ query: new GraphQLObjectType({ name: 'Query', fields: { hello: { type: GraphQLString } } }) })),
  wire: () => ({ context: (request) => request }),
};
const STALE = { status: 409, code: 'STALE_EPOCH' };

let database: TestDatabase;
let company: Server;
let parties: PartyClient;
let answers: { status: number; code?: string }[];
let heard: { id: string; epoch: number }[];
let epoch: number;

beforeAll(async () => {
  database = await testDatabase(definition);
  company = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      heard.push(JSON.parse(body) as { id: string; epoch: number });
      const { status, code } = answers.shift() ?? { status: 200 };
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(code ? { code } : {}));
    });
  });
  await new Promise<void>((resolve) => company.listen(0, '127.0.0.1', resolve));
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  const signer = await PartySigner.load('reintegration', { ...(await exportJWK(privateKey)), kid: 'reintegration' });
  const address = `http://127.0.0.1:${(company.address() as AddressInfo).port}`;
  parties = new PartyClient(signer, new Map([['sw-leiden', address]]), { parties: [{ service: 'sw-leiden', body: 'sw-leiden' }] } as unknown as Registers);
});
afterAll(async () => {
  await parties.close();
  company.close();
  await database.drop();
});
beforeEach(async () => {
  answers = [];
  heard = [];
  epoch = 3;
  await database.dataSource.query('delete from outbox');
  await database.dataSource.transaction((manager) => enqueue(manager, { to: 'sw-leiden', verb: 'release-workplace', payload: {}, businessDate: '2014-03-03' }));
});

const round = (): Promise<void> => new OutboxWorker(database.dataSource, parties, createLogger('test', 'silent'), () => Promise.resolve(epoch)).runOnce();
const now = (): Promise<unknown> => database.dataSource.query('update outbox set retry_at = now()');
async function states(): Promise<unknown> {
  return database.dataSource.query('select delivered_at is not null as delivered, parked_at is not null as parked, attempts from outbox');
}

describe('a message of the outbox', () => {
  it('carries the epoch of its delivery, not of its writing', async () => {
    epoch = 4;
    await round();
    expect(heard).toMatchObject([{ epoch: 4 }]);
    expect(await states()).toEqual([{ delivered: true, parked: false, attempts: 0 }]);
  });

  it('with an epoch that the recipient has seen replaced waits, and goes under the same id in the new epoch', async () => {
    answers = [STALE];
    await round();
    expect(await states()).toEqual([{ delivered: false, parked: false, attempts: 1 }]);
    epoch = 5;
    await now();
    await round();
    expect(heard.map((one) => one.epoch)).toEqual([3, 5]);
    expect(heard[0]?.id).toBe(heard[1]?.id);
    expect(await states()).toEqual([{ delivered: true, parked: false, attempts: 1 }]);
  });

  it('is parked when the recipient does not understand it, and waits when it does not answer', async () => {
    answers = [{ status: 503 }, { status: 400, code: 'BAD_USER_INPUT' }];
    await round();
    expect(await states()).toEqual([{ delivered: false, parked: false, attempts: 1 }]);
    await now();
    await round();
    expect(await states()).toEqual([{ delivered: false, parked: true, attempts: 2 }]);
  });
});

describe('an alarm', () => {
  const told: { message: string; parked: boolean; code: string }[] = [];
  const logger = { warn: () => undefined, error: (one: (typeof told)[number]) => void told.push(one) } as unknown as Logger;
  const failing = async (worker: OutboxWorker): Promise<void> => {
    await now();
    await worker.runOnce();
  };

  it('is given about a message that waits for five minutes and holds back the others, not at every attempt', async () => {
    const worker = new OutboxWorker(database.dataSource, parties, logger, () => Promise.resolve(epoch));
    answers = [{ status: 503 }, { status: 500 }, { status: 500 }];
    await failing(worker);
    expect(told).toEqual([]);
    await database.dataSource.query(`update outbox set created_at = now() - interval '5 minutes'`);
    await failing(worker);
    await failing(worker);
    expect(told).toMatchObject([{ event: 'alarm', recipient: 'sw-leiden', verb: 'release-workplace', code: 'UNAVAILABLE', parked: false }]);
  });

  it('is given at once about a message that is parked', async () => {
    told.length = 0;
    answers = [{ status: 400, code: 'BAD_USER_INPUT' }];
    await failing(new OutboxWorker(database.dataSource, parties, logger));
    expect(told).toMatchObject([{ event: 'alarm', code: 'BAD_USER_INPUT', parked: true }]);
  });
});

it('a command of a replaced coordinator is StaleEpoch for its sender, and nothing else that says 409 is', async () => {
  answers = [STALE, { status: 409, code: 'SOMETHING' }];
  const send = (): Promise<object> => parties.command('sw-leiden', 'hold-workplace', { id: 'c', payload: {}, businessDate: '2014-03-03', viewer: null, epoch: 1 });
  await expect(send()).rejects.toBeInstanceOf(StaleEpoch);
  await expect(send()).rejects.toMatchObject({ code: 'UNAVAILABLE' });
});
