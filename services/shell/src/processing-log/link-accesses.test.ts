/** The access audit in the chain: sealed in batches, and every way to falsify it found, on a real database. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Logger } from '#kernel/log.js';
import type { Viewer } from '#kernel/viewer.js';
import { verifyChain } from '../audit/verify-chain.js';
import { testDatabase, type TestDatabase } from '../testing/test-database.js';
import { testLog } from '../testing/test-log.js';
import { LogRetention } from './forget.js';
import { AccessLinker } from './link-accesses.js';

const definition = { name: 'own', entities: [], migrations: [], buildSchema: () => Promise.reject(new Error('has none')), wire: () => { throw new Error('is not wired'); } };
const viewer: Viewer = { subject: 'officer-7', body: 'sw-leiden', roles: ['PLACEMENT_OFFICER'], scopes: [], purpose: 'wsw' };
const log = testLog('own');
const TABLES = ['access_log', 'access_linked', 'access_unlinked'];

let database: TestDatabase;
const alarms: unknown[] = [];
const logger = { info: () => undefined, error: (line: unknown) => void alarms.push(line) } as unknown as Logger;
const run = (sql: string, parameters?: unknown[]): Promise<unknown> => database.dataSource.query(sql, parameters);
const link = () => new AccessLinker(database.dataSource, logger).runOnce();
const report = () => verifyChain(database.dataSource, []);

async function look(requestId: string, persons: readonly string[]): Promise<void> {
  await database.dataSource.transaction((manager) => log.write(manager, { viewer, requestId, from: 'gateway', action: 'query Q' }, persons));
}

beforeAll(async () => {
  database = await testDatabase(definition);
  for (let index = 0; index < 3; index += 1) {
    await look(`request-${index}`, ['anna', 'bram']);
    await link();
  }
  for (const table of TABLES) await run(`create table kept_${table} as table ${table}`);
});
afterAll(() => database.drop());

/** Faults after `tamper`; everything is put back. */
async function faultsAfter(tamper: () => Promise<unknown>): Promise<string[]> {
  try {
    await tamper();
    return (await report()).faults.map(({ what }) => what);
  } finally {
    for (const table of TABLES) {
      await run(`delete from ${table}`);
      await run(`insert into ${table} ${table === 'access_log' ? 'overriding system value' : ''} select * from kept_${table}`);
    }
  }
}

describe('the access audit', () => {
  it('is sealed in batches of the chain, and clean', async () => {
    const { rows, accesses, unlinked, faults } = await report();
    expect({ rows, accesses, unlinked, faults }).toEqual({ rows: 3, accesses: 6, unlinked: 0, faults: [] });
    await link();
    expect((await report()).rows).toBe(3);
  });

  it.each([
    ['at', "at + interval '1 microsecond'"], ['request', 'md5(request)'], ['service', 'md5(service)'], ['actor', "'somebody else'"], ['body', "'sw-wassenaar'"], ['roles', "'{WORKER}'"],
    ['action', "'query P'"], ['object', 'md5(object)'], ['result', "case result when 'SHOWN' then 'REFUSED' else 'SHOWN' end"], ['origin', "'another'"], ['activity', "'inzage'"],
  ])('shows a changed %s', async (column, value) => {
    for (const id of [1, 4, 6]) expect(await faultsAfter(() => run(`update access_log set ${column} = ${value} where id = $1`, [id]))).toEqual(['the access audit that it seals was changed']);
  });

  it('shows an entry that is gone, with or without its place, and one that was put in or moved', async () => {
    const changed = 'the access audit that it seals was changed';
    expect(await faultsAfter(() => run('delete from access_log where id = 3'))).toEqual([changed]);
    expect(await faultsAfter(() => run('delete from access_log where id in (3, 4)'))).toEqual([changed]);
    expect(await faultsAfter(() => run('delete from access_linked where entry = 3'))).toEqual([changed, 'entry 3 of the access audit was never sealed']);
    expect(await faultsAfter(async () => { await run('delete from access_linked where entry = 3'); await run('insert into access_unlinked values (3)'); })).toEqual([changed]);
    expect(await faultsAfter(() => run('update access_linked set batch = (select batch from access_linked where entry = 1) where entry = 3'))).toEqual([changed, changed]);
    expect(await faultsAfter(() => run(`insert into access_log (at, request, service, actor, body, roles, action, object, result, origin, activity)
      select at, 'made up', service, actor, body, roles, action, object, result, origin, activity from access_log where id = 1`))).toEqual([expect.stringMatching(/^entry \d+ of the access audit was never sealed$/)]);
  });

  it('counts what is not sealed yet, and tells an operator of what should have been', async () => {
    await look('late', ['anna']);
    expect(await report()).toMatchObject({ accesses: 7, unlinked: 1, faults: [] });
    await run("update access_log set at = at - interval '1 minute' where request = 'late'");
    const holder = database.dataSource.createQueryRunner();
    await holder.startTransaction();
    try {
      await holder.query('select * from access_unlinked for update');
      await link();
    } finally {
      await holder.rollbackTransaction();
      await holder.release();
    }
    expect(alarms).toEqual([{ event: 'alarm', unlinked: 1 }]);
    await link();
    expect(await report()).toMatchObject({ rows: 4, unlinked: 0, faults: [] });
  });

  it('is sealed once when two processes of a service do it', async () => {
    await look('twice', Array.from({ length: 50 }, (_one, index) => `person-${index}`));
    await Promise.all([link(), link(), link()]);
    expect(await report()).toMatchObject({ accesses: 57, unlinked: 0, faults: [] });
  });

  it('goes by age only, whole batches that leave their seal, and not within a year', async () => {
    await run("update access_log set at = at - interval '400 days' where id <= 2");
    await expect(run('select forget_logs(364)')).rejects.toThrow(/a year at least/);
    const before = await report();
    await new LogRetention(database.dataSource, logger, 390).runOnce();
    const after = await report();
    expect(before.accesses - after.accesses).toBe(2);
    expect(after.faults).toEqual([]);
    await run('insert into access_forgotten (batch) select batch from access_linked where entry = 3');
    expect((await report()).faults).toEqual([expect.objectContaining({ what: 'the access audit that it seals was changed' })]);
  });
});
