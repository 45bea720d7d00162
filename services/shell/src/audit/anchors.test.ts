/** Heads of chains between systems on real databases, and what the role that serves may do with them. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Fault, unavailable } from '#kernel/faults.js';
import { createLogger } from '#kernel/log.js';
import { onceOnly } from '../inbox.js';
import { openDatabase } from '../database.js';
import { asAppRole, TEST_APP_ROLE, testDatabase, type TestDatabase } from '../testing/test-database.js';
import { AnchorWorker, anchorCommands } from './anchors.js';
import { verifyChain } from './verify-chain.js';

const definition = { name: 'own', entities: [], migrations: [], buildSchema: () => Promise.reject(new Error('has none')), wire: () => { throw new Error('is not wired'); } };
const HASH = 'b'.repeat(64);

let database: TestDatabase;
beforeAll(async () => void (database = await testDatabase(definition)));
afterAll(() => database.drop());

const command = (commandId: string) => database.dataSource.transaction((manager) => onceOnly(manager, { commandId, actor: 'somebody', payload: { verb: 'do' } }, () => Promise.resolve({ id: 'thing' })));
const rows = <T>(sql: string): Promise<T[]> => database.dataSource.query<T[]>(sql);

describe('one row of the chain', () => {
  it('is written for a command, and none for its repeat', async () => {
    await command('once');
    await command('once');
    expect(await rows("select seq, actor, verb, command_id, subject from audit where command_id = 'once'")).toEqual([{ seq: '1', actor: 'somebody', verb: 'do', command_id: 'once', subject: 'thing' }]);
  });

  it('goes with the command that was rolled back', async () => {
    const failed = database.dataSource.transaction(async (manager) => {
      await onceOnly(manager, { commandId: 'failed', actor: 'somebody', payload: {} }, () => Promise.resolve({}));
      throw new Error('too late');
    });
    await expect(failed).rejects.toThrow('too late');
    expect(await rows("select 1 from audit where command_id = 'failed'")).toEqual([]);
  });

  it('is written one after the other by commands that come at once', async () => {
    await Promise.all(Array.from({ length: 30 }, (_one, index) => command(`at once ${index}`)));
    expect(await verifyChain(database.dataSource, [])).toMatchObject({ rows: 31, faults: [] });
  });
});

describe('a database that had commands before it had a chain', () => {
  it('seals their answers as they are found', async () => {
    const { dataSource, drop } = await testDatabase(definition);
    const hasChain = async () => (await dataSource.query<{ there: boolean }[]>(`select to_regclass('audit') is not null as there`))[0]?.there;
    while (await hasChain()) await dataSource.undoLastMigration();
    await dataSource.query(`insert into inbox (actor, command_id, request_hash, outcome) values ('a', '1', 'x', '{"done": 1.50}'), ('b', '1', 'y', '{}')`);
    await dataSource.runMigrations();
    expect(await verifyChain(dataSource, [])).toMatchObject({ rows: 2, faults: [] });
    await dataSource.query(`update inbox set outcome = '{"done": 2}' where actor = 'a'`);
    expect((await verifyChain(dataSource, [])).faults).toEqual([{ seq: '1', what: 'the remembered answer was changed' }]);
    await drop();
  });
});

describe('the head of a chain', () => {
  it('is told to one other system in a round, to each in turn and once, and again only when it changed or was not heard', async () => {
    const told: string[] = [];
    const down = new Set(['b']);
    const parties = {
      command<T extends object>(to: string, verb: string, { payload }: { payload: object }): Promise<T> {
        if (down.has(to)) return Promise.reject(unavailable(to));
        told.push(`${to} ${verb} ${(payload as { seq: string }).seq}`);
        return Promise.resolve({} as T);
      },
    };
    const worker = new AnchorWorker(database.dataSource, parties, ['a', 'b', 'c']);
    const round = async (): Promise<string[]> => {
      const before = told.length;
      await worker.runOnce();
      return told.slice(before);
    };
    // b is away: c takes its turn.
    expect([await round(), await round(), await round()]).toEqual([['a audit-head 31'], ['c audit-head 31'], []]);
    await command('later');
    down.clear();
    expect([await round(), await round()]).toEqual([['a audit-head 32'], ['c audit-head 32']]);
    await command('later still');
    expect([await round(), await round(), await round(), await round()]).toEqual([['b audit-head 33'], ['a audit-head 33'], ['c audit-head 33'], []]);
  });

  it('is kept as it was first told, under the name of the sender, and is no row of the own chain', async () => {
    const keep = anchorCommands(database.dataSource, createLogger('test', 'silent'))['audit-head']!;
    const told = (seq: string, hash: string) => keep({ id: 'x', from: 'a', payload: { seq, hash }, epoch: 0, businessDate: '2014-03-03', requestId: 'x', viewer: null });
    const before = await rows('select seq from audit_head');
    await told('7', HASH);
    await told('7', 'c'.repeat(64));
    await told('8', HASH);
    expect(await rows('select body, seq, hash from audit_anchor order by seq')).toEqual([{ body: 'a', seq: '7', hash: HASH }, { body: 'a', seq: '8', hash: HASH }]);
    expect(await rows('select seq from audit_head')).toEqual(before);
    await expect(told('9', 'nonsense')).rejects.toBeInstanceOf(Fault);
    expect(await rows("select 1 from audit_anchor where seq = 9")).toEqual([]);
  });
});

describe('the role that serves', () => {
  it('adds to the chain and to the heads of others, and changes or removes nothing in them', async () => {
    const own = await testDatabase(definition);
    const serving = await openDatabase(definition, asAppRole(own.url), 1);
    try {
      const may = (table: string) => serving.query<{ p: string }[]>(
        `select p from unnest(array['select', 'insert', 'update', 'delete', 'truncate']) p where has_table_privilege($1, $2, p)`, [TEST_APP_ROLE, table]).then((found) => found.map(({ p }) => p));
      expect(await may('audit')).toEqual(['select', 'insert']);
      expect(await may('audit_anchor')).toEqual(['select', 'insert']);
      expect(await may('audit_head')).toEqual(['select', 'update']);
      expect(await may('inbox')).toEqual(['select', 'insert', 'update', 'delete']);
      await serving.transaction((manager) => onceOnly(manager, { commandId: 'as it serves', actor: 'somebody', payload: {} }, () => Promise.resolve({})));
      await anchorCommands(serving, createLogger('test', 'silent'))['audit-head']!({ id: 'x', from: 'a', payload: { seq: '1', hash: HASH }, epoch: 0, businessDate: '2014-03-03', requestId: 'x', viewer: null });
      await expect(serving.query('update audit set verb = verb')).rejects.toThrow(/permission denied/);
    } finally {
      await serving.destroy();
      await own.drop();
    }
  });
});
