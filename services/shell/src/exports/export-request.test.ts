/** The batches of an export on a real database: their lines are there before their result is. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { notFound, unavailable } from '#kernel/faults.js';
import { createLogger } from '#kernel/log.js';
import { loadRegisters } from '#kernel/registers.js';
import type { Viewer } from '#kernel/viewer.js';
import type { ServiceParts } from '../service-definition.js';
import { testDatabase, type TestDatabase } from '../testing/test-database.js';
import { testLog } from '../testing/test-log.js';
import type { ExportDefinition, ExportRequest } from './export-definition.js';
import { exportRequest } from './export-request.js';

const service = { name: 'own', entities: [], migrations: [], buildSchema: () => Promise.reject(new Error('has none')), wire: () => { throw new Error('is not wired'); } };
const viewer: Viewer = { subject: 'clerk-7', body: 'werk-en-inkomen', roles: ['CASE_WORKER'], scopes: [], purpose: 'wsw' };

let database: TestDatabase;
beforeAll(async () => void (database = await testDatabase(service)));
beforeEach(() => database.dataSource.query('truncate processing_log, access_log, access_unlinked'));
afterAll(() => database.drop());

const rows = <T = Record<string, unknown>>(sql: string): Promise<T[]> => database.dataSource.query<T[]>(sql);

function asked(ending = new AbortController()): ExportRequest {
  const parts = { name: 'own', body: 'own-body', logger: createLogger('test', 'silent'), reads: database.reads, registers: loadRegisters(), log: testLog('own') };
  const caller = { viewer, businessDate: '2014-03-03', requestId: 'one-request', deadline: Date.now() + 600_000, from: 'gateway' };
  return exportRequest(parts as unknown as ServiceParts, { caller, definition: { name: 'some-file' } as ExportDefinition, parameters: {}, traceparent: undefined, ending: ending.signal });
}

const read = (request: ExportRequest, person: string): Promise<string> => request.batch(async (session) => {
  const [row] = await session.read((manager) => manager.query<{ purpose: string; patience: string }[]>(`select current_setting('schakel.purpose') as purpose, current_setting('statement_timeout') as patience`));
  session.processed([person]);
  return `${row!.purpose} ${Number.parseInt(row!.patience, 10) <= 10 || row!.patience.endsWith('ms') ? 'short' : row!.patience}`;
});

describe('a batch of an export', () => {
  it('reads as who asked, for a short time, and stands in both logs before its result is given back', async () => {
    const request = asked();
    expect(await read(request, 'anna')).toBe('wsw short');
    expect(await rows('select name, status from processing_log')).toEqual([{ name: 'export some-file', status: 'Ok' }]);
    await read(request, 'bram');
    await read(request, 'anna');
    expect(await rows('select actor, action, result, request from access_log')).toEqual(Array(2).fill({ actor: 'clerk-7', action: 'export some-file', result: 'SHOWN', request: 'one-request' }));
  });

  it('gives nothing back when its lines cannot be written', async () => {
    await rows('alter table processing_log rename to hidden_log');
    await expect(read(asked(), 'anna').finally(() => rows('alter table hidden_log rename to processing_log'))).rejects.toMatchObject({ extensions: { code: 'UNAVAILABLE', body: 'own-body' } });
  });

  it.each<[string, Error, string]>([['a bug', new Error('bug'), 'Error'], ['a silent body', unavailable('elsewhere'), 'Error'], ['a refusal', notFound(), 'Ok']])('that ends in %s has written down whom it read', async (_what, error, status) => {
    const failed = asked().batch(async (session) => {
      await session.read((manager) => manager.query('select 1'));
      session.processed(['anna']);
      throw error;
    });
    await expect(failed).rejects.toBe(error);
    expect(await rows('select status from processing_log')).toEqual([{ status }]);
  });

  it('is not begun for a client that has gone', async () => {
    const ending = new AbortController();
    const request = asked(ending);
    ending.abort();
    expect(() => read(request, 'anna')).toThrow(/abort/i);
    expect(await rows('select 1 from processing_log')).toEqual([]);
  });
});
