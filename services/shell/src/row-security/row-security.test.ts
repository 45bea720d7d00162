/** What holds the policies up: who reads says so in each transaction, a pool remembers nobody, and the role that serves cannot take them down. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource, EntityManager, MigrationInterface, QueryRunner } from 'typeorm';
import { loadRegisters } from '#kernel/registers.js';
import { SCOPES } from '#kernel/viewer.js';
import { openDatabase, openReads, poolSizes } from '../database.js';
import { ReadSession } from '../read-session.js';
import type { ServiceDefinition } from '../service-definition.js';
import { cataloguePeepholes } from '../testing/row-security.js';
import { asAppRole, TEST_APP_ROLE, testDatabase, type TestDatabase } from '../testing/test-database.js';
import { BODY, protect, readsAs } from './protect.js';
import { underDoor } from './under-door.js';

class Notes implements MigrationInterface {
  readonly name = 'Notes1700000009000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create table note (body text not null, person text not null)');
    await runner.query(`insert into note values ('one', 'a'), ('two', 'b'), ('two', 'c')`);
    await protect(runner, 'note', { read: `${readsAs('CASE_WORKER')} and note.body = ${BODY}`, figures: 'true' });
  }

  down(runner: QueryRunner): Promise<unknown> {
    return runner.query('drop table note');
  }
}

const definition: ServiceDefinition = {
  name: 'notes', entities: [], migrations: [Notes], buildSchema: () => Promise.reject(new Error('no graph')), wire: () => ({ context: (request) => request }),
};
const house = { body: 'home', registers: loadRegisters() };
const COUNT = 'select count(*)::int as count from note';

let database: TestDatabase;
let single: DataSource;
beforeAll(async () => {
  database = await testDatabase(definition);
  single = await openReads(definition, asAppRole(database.url), 1);
});
afterAll(async () => {
  await single.destroy();
  await database.drop();
});

function sessionOf(body: string, purpose: string | null = 'wsw', deadline = Date.now() + 20_000): ReadSession {
  const viewer = { subject: 'someone', body, roles: ['CASE_WORKER'] as const, scopes: SCOPES, purpose };
  return new ReadSession(single, { viewer, businessDate: '2014-03-03', requestId: 'r', deadline, from: 'gateway' }, house);
}

const counted = async (manager: EntityManager | DataSource, sql = COUNT): Promise<number | undefined> => (await manager.query<{ count: number }[]>(sql))[0]?.count;
const left = (): Promise<{ value: string | null }[]> =>
  single.query(`select current_setting('schakel.' || name, true) as value from unnest(array['door', 'subject', 'body', 'acting', 'purpose', 'municipalities']) name where coalesce(current_setting('schakel.' || name, true), '') <> ''`);

describe('a read session', () => {
  it('shows the rows of its own body, and of nobody to who names no purpose or one that is not his', async () => {
    for (const [body, purpose, rows] of [['one', 'wsw', 1], ['two', 'wsw', 2], ['two', null, 0], ['two', 'inzage', 0], ['three', 'wsw', 0]] as const) {
      const session = sessionOf(body, purpose);
      expect([body, purpose, await session.read((manager) => counted(manager))]).toEqual([body, purpose, rows]);
      await session.close();
    }
  });

  it('of one body after the other, over one connection, sees nothing of the one before', async () => {
    const turns = Array.from({ length: 40 }, (_, index) => (index % 2 === 0 ? 'one' : 'two'));
    const seen = await Promise.all(
      turns.map(async (body) => {
        const session = sessionOf(body);
        const bodies = await session.read((manager) => manager.query<{ body: string }[]>('select distinct body from note'));
        await session.close();
        return bodies.map((row) => row.body).join();
      }),
    );
    expect(seen).toEqual(turns);
    expect(await left()).toEqual([]);
  });

  it('that failed leaves no setting behind on its connection, and the next reader sees his own', async () => {
    const failed = sessionOf('two');
    await expect(failed.read((manager) => manager.query('select 1 / 0 from note'))).rejects.toThrow('division by zero');
    await failed.close();
    expect([await left(), await counted(single)]).toEqual([[], 0]);
    const next = sessionOf('one');
    expect(await next.read((manager) => counted(manager))).toBe(1);
    await next.close();
  });

  it('counts everybody at the door for figures, and sees its own rows again behind it, also where the counting failed', async () => {
    const session = sessionOf('one');
    const figures = await session.read((manager) => underDoor(manager, 'figures', () => counted(manager)));
    const own = await session.read((manager) => counted(manager));
    await expect(session.read((manager) => underDoor(manager, 'figures', () => Promise.reject(new Error('not of the database'))))).rejects.toThrow('not of');
    expect([figures, own, await session.read((manager) => counted(manager))]).toEqual([3, 1, 1]);
    await session.close();
  });

  it('lets no statement outlive the deadline of its request, not even one that travels with the beginning', async () => {
    const late = sessionOf('one', 'wsw', Date.now() + 100);
    await expect(late.together((manager) => manager.query('select pg_sleep(60)'))).rejects.toThrow('statement timeout');
    await late.close();
  });

  it('opens no door to a read that others go beside, and none of those is seen through a door of another', async () => {
    const session = sessionOf('one');
    const before = [session.together((manager) => counted(manager)), session.together((manager) => counted(manager))];
    const figures = session.read((manager) => underDoor(manager, 'figures', () => counted(manager)));
    const after = [session.together((manager) => counted(manager)), session.together((manager) => counted(manager))];
    expect(await Promise.all([...before, figures, ...after])).toEqual([1, 1, 3, 1, 1]);
    await expect(session.together((manager) => underDoor(manager, 'figures', () => counted(manager)))).rejects.toThrow('goes alone');
    await session.close();
  });
});

describe('a connection of the app role', () => {
  it('without a session sees no row, and none of what it is told to be in another transaction', async () => {
    expect(await counted(single)).toBe(0);
    await single.transaction((manager) => manager.query(`select set_config('schakel.door', 'system', true)`));
    expect(await counted(single)).toBe(0);
  });

  it('changes no row at the readers\' door, and does at the system\'s', async () => {
    await single.transaction(async (manager) => {
      await manager.query(`select set_config('schakel.door', 'read', true), set_config('schakel.acting', 'CASE_WORKER', true), set_config('schakel.body', 'one', true)`);
      expect(await manager.query(`update note set person = 'x' where body = 'one' returning person`)).toEqual([[], 0]);
    });
    await expect(
      single.transaction(async (manager) => {
        await manager.query(`select set_config('schakel.door', 'read', true)`);
        await manager.query(`insert into note values ('one', 'x')`);
      }),
    ).rejects.toThrow('violates row-level security policy');
    await single.transaction(async (manager) => {
      await manager.query(`select set_config('schakel.door', 'system', true)`);
      expect(await manager.query(`update note set person = 'a' where body = 'one' returning person`)).toEqual([[{ person: 'a' }], 1]);
    });
  });

  it('is no owner, no superuser, cannot pass the policies and cannot take them away', async () => {
    expect(await single.query(`select rolsuper, rolbypassrls, rolcreaterole from pg_roles where rolname = current_user`)).toEqual([{ rolsuper: false, rolbypassrls: false, rolcreaterole: false }]);
    expect(await single.query(`select current_user as me, tableowner = current_user as owns from pg_tables where tablename = 'note'`)).toEqual([{ me: TEST_APP_ROLE, owns: false }]);
    for (const statement of [
      'alter table note disable row level security', 'alter table note no force row level security', 'drop policy read_door on note', 'alter policy read_door on note using (true)',
      'create policy mine on note using (true)', 'alter role current_user bypassrls', 'create or replace function schakel_door() returns text language sql as $$ select \'system\' $$', 'truncate note',
    ]) {
      await expect(single.query(statement)).rejects.toThrow(/must be (the )?owner|permission denied/);
    }
    await expect(single.transaction(async (manager) => [await manager.query('set local row_security = off'), await manager.query('select * from note')])).rejects.toThrow('would be affected by row-level security');
  });
});

describe('a table', () => {
  const rolledBack = async <T>(work: (runner: QueryRunner) => Promise<T>): Promise<T> => {
    const runner = database.dataSource.createQueryRunner();
    await runner.connect();
    await runner.startTransaction();
    try {
      return await work(runner);
    } finally {
      await runner.rollbackTransaction();
      await runner.release();
    }
  };

  it('hides its rows from its owner too, who sees them at the system door', async () => {
    const seen = await rolledBack(async (runner) => {
      await runner.query(`alter table note owner to ${TEST_APP_ROLE}`);
      await runner.query(`set local role ${TEST_APP_ROLE}`);
      await runner.query(`set local schakel.door = ''`);
      const without = await counted(runner.manager);
      await runner.query(`set local schakel.door = 'system'`);
      return [without, await counted(runner.manager)];
    });
    expect(seen).toEqual([0, 3]);
  });

  it('that is new and was not decided about is found, and so is one with persons that is called open, and a view with its owner\'s eyes', async () => {
    const open = ['applied_migration', 'audit_anchor', 'audit_head', 'import_run'];
    expect(await cataloguePeepholes(database.dataSource, open)).toEqual([]);
    const found = await rolledBack(async (runner) => {
      await runner.query('create table letter (person text)');
      await runner.query('create view everybody as select * from note');
      return [await cataloguePeepholes(runner, open), await cataloguePeepholes(runner, [...open, 'letter'])];
    });
    expect(found).toEqual([['everybody looks as its owner', 'letter has no row security'], ['everybody looks as its owner', 'letter.person names a person and the table is open']]);
  });
});

it('the service itself is behind the system door, also where the address of its database brings options of its own', async () => {
  const system = await openDatabase(definition, asAppRole(database.url), 1);
  expect(await system.query(`select current_user as me, current_setting('schakel.door') as door`)).toEqual([{ me: TEST_APP_ROLE, door: 'system' }]);
  expect(await counted(system)).toBe(3);
  await system.destroy();
});

it('the connections of the setting are shared out, and none of the two goes without', () => {
  expect([1, 2, 3, 16, 200].map(poolSizes)).toEqual([
    { reads: 1, system: 1 }, { reads: 1, system: 1 }, { reads: 2, system: 1 }, { reads: 8, system: 8 }, { reads: 100, system: 100 },
  ]);
});
