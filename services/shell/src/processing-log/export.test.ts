/** The export against a collector that fails, hangs up and comes back: nothing is lost, nothing is out of order, and nobody else is told. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createLogger } from '#kernel/log.js';
import type { Viewer } from '#kernel/viewer.js';
import { testDatabase, type TestDatabase } from '../testing/test-database.js';
import { testLog } from '../testing/test-log.js';
import { ProcessingExporter } from './export.js';

const definition = { name: 'own', entities: [], migrations: [], buildSchema: () => Promise.reject(new Error('has none')), wire: () => { throw new Error('is not wired'); } };
const viewer: Viewer = { subject: 'officer-7', body: 'sw-leiden', roles: ['PLACEMENT_OFFICER'], scopes: [], purpose: 'wsw' };

let database: TestDatabase;
let collector: Server;
let exporter: ProcessingExporter;
let status = 200;
const taken: string[][] = [];

interface Sent {
  readonly resourceSpans: readonly { readonly scopeSpans: readonly { readonly spans: readonly { readonly name: string }[] }[] }[];
}

beforeAll(async () => {
  database = await testDatabase(definition);
  collector = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { resourceSpans } = JSON.parse(Buffer.concat(chunks).toString()) as Sent;
      if (status === 200) taken.push(resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap(({ spans }) => spans.map(({ name }) => name))));
      response.writeHead(status, { location: 'http://127.0.0.1:9/elsewhere' }).end('{}');
    });
  });
  await new Promise<void>((resolve) => collector.listen(0, '127.0.0.1', resolve));
  const { port } = collector.address() as AddressInfo;
  exporter = new ProcessingExporter(database.dataSource, createLogger('test', 'silent'), { url: `http://127.0.0.1:${port}/v1/traces`, service: 'own', body: 'own-body' });
});
afterAll(async () => {
  collector.close();
  await database.drop();
});

async function work(action: string, exported = true): Promise<void> {
  await database.dataSource.transaction((manager) => testLog('own', exported).write(manager, { viewer, requestId: action, from: 'gateway', action }, ['anna']));
}
const waiting = async () => (await database.dataSource.query<{ n: number }[]>('select count(*)::int as n from processing_unsent'))[0]!.n;

describe('the export of the processing log', () => {
  it('sends each line in order, and once when the collector took it', async () => {
    for (const action of ['first', 'second', 'third']) await work(action);
    await exporter.runOnce();
    await exporter.runOnce();
    expect(taken.splice(0)).toEqual([['first', 'second', 'third']]);
    expect(await waiting()).toBe(0);
  });

  it.each([503, 400, 307])('keeps what the collector did not take (%i), and sends it when it does', async (refusing) => {
    status = refusing;
    await work(`refused with ${refusing}`);
    await exporter.runOnce();
    expect([taken.length, await waiting()]).toEqual([0, 1]);
    status = 200;
    await work(`after ${refusing}`);
    await exporter.runOnce();
    expect(taken.splice(0)).toEqual([[`refused with ${refusing}`, `after ${refusing}`]]);
  });

  it('leaves the lines of a service that exports nothing where they are', async () => {
    await work('not exported', false);
    await exporter.runOnce();
    expect([taken, await waiting()]).toEqual([[], 0]);
  });
});
