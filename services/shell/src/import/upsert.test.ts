import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { GraphQLObjectType, GraphQLSchema, GraphQLString } from 'graphql';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import type { ServiceDefinition } from '../service-definition.js';
import { testDatabase, type TestDatabase } from '../testing/test-database.js';
import { lastPerKey, replaceOf, upsert, writeRows, type Target } from './upsert.js';

class TwoTables implements MigrationInterface {
  readonly name = 'TwoTables1700000000999';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table thing (
      number text primary key, name text, tags text[], first_seen date, as_of timestamptz not null, changed_at timestamptz not null default now(), own text default 'ours')`);
    await runner.query('create table part (thing text, position integer, amount numeric, primary key (thing, position))');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table part, thing');
  }
}

const definition: ServiceDefinition = {
  name: 'shell',
  entities: [],
  migrations: [TwoTables],
  buildSchema: () => Promise.resolve(new GraphQLSchema({ query: new GraphQLObjectType({ name: 'Query', fields: { hello: { type: GraphQLString } } }) })),
  wire: () => ({ context: (request) => request }),
};
const THING: Target = {
  table: 'thing',
  key: ['number'],
  columns: { number: 'text', name: 'text', tags: 'text[]', first_seen: 'date', as_of: 'timestamptz' },
  setOnce: ['first_seen'],
  stamps: ['as_of'],
  changedAt: 'changed_at',
};
const PART: Target = { table: 'part', key: ['thing', 'position'], columns: { thing: 'text', position: 'integer', amount: 'numeric' } };

const MONDAY = '2014-03-03T00:00:00Z';
const TUESDAY = '2014-03-04T00:00:00Z';
const thing = (number: string, changes: object = {}) => ({ number, name: 'x', tags: ['a', 'b'], first_seen: '2014-03-03', as_of: MONDAY, ...changes });

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase(definition);
});
afterAll(() => database.drop());
beforeEach(() => database.dataSource.query('truncate thing, part'));

const store = (rows: readonly object[], target = THING) => database.dataSource.transaction((manager) => upsert(manager, target, rows));
const one = async <T>(sql: string): Promise<T> => (await database.dataSource.query<T[]>(sql))[0]!;
const stored = (number: string) => one<object>(`select name, tags, first_seen::text, as_of = '${TUESDAY}' as tuesday, own from thing where number = '${number}'`);

describe('delivered rows', () => {
  it('are inserted, changed or left alone, and counted as such', async () => {
    expect(await store([thing('1'), thing('2'), thing('3')])).toEqual({ inserted: 3, updated: 0, unchanged: 0 });
    expect(await store([thing('1'), thing('2', { name: null }), thing('4', { tags: null })])).toEqual({ inserted: 1, updated: 1, unchanged: 1 });
    expect(await store([])).toEqual({ inserted: 0, updated: 0, unchanged: 0 });
    expect(await one('select count(*)::int as count from thing')).toEqual({ count: 4 });
  });

  it('delivered again write nothing, except how new they are, which is no change', async () => {
    await store([thing('1'), thing('2')]);
    const before = await one('select xmin::text, changed_at from thing where number = \'1\'');
    expect(await store([thing('1')])).toEqual({ inserted: 0, updated: 0, unchanged: 1 });
    expect(await one('select xmin::text, changed_at from thing where number = \'1\'')).toEqual(before);
    expect(await store([thing('1', { as_of: TUESDAY })])).toEqual({ inserted: 0, updated: 0, unchanged: 1 });
    expect(await stored('1')).toMatchObject({ tuesday: true });
    expect(await stored('2')).toMatchObject({ tuesday: false });
    expect(await one('select changed_at from thing where number = \'1\'')).toEqual({ changed_at: (before as { changed_at: Date }).changed_at });
  });

  it('that changed get all that was delivered, keep what only the first delivery sets and what is nobody else\'s', async () => {
    await store([thing('1')]);
    await database.dataSource.query(`update thing set own = 'kept', changed_at = '2014-01-01'`);
    expect(await store([thing('1', { tags: ['b', 'a'], first_seen: '2014-03-04', as_of: TUESDAY })])).toEqual({ inserted: 0, updated: 1, unchanged: 0 });
    expect(await stored('1')).toEqual({ name: 'x', tags: ['b', 'a'], first_seen: '2014-03-03', tuesday: true, own: 'kept' });
    expect(await one('select changed_at > \'2014-01-02\' as moved from thing')).toEqual({ moved: true });
    expect(await store([thing('1', { tags: ['b', 'a'], first_seen: '2014-03-05', as_of: TUESDAY })])).toMatchObject({ updated: 0, unchanged: 1 });
  });

  it('are told by key to who must pass on what was new or changed', async () => {
    const part = (position: number, amount: string) => ({ thing: 't', position, amount });
    await store([part(1, '5'), part(2, '5')], PART);
    const written = await database.dataSource.transaction((manager) => writeRows(manager, PART, [part(1, '5.00'), part(2, '6'), part(3, '7')]));
    expect(written).toEqual([{ key: 't 2', inserted: false }, { key: 't 3', inserted: true }]);
  });

  it('may be more than one statement takes', async () => {
    const many = Array.from({ length: 5_001 }, (_, index) => thing(String(index)));
    expect(await store(many)).toEqual({ inserted: 5_001, updated: 0, unchanged: 0 });
    expect(await store(many)).toEqual({ inserted: 0, updated: 0, unchanged: 5_001 });
  });
});

it('the rows of a delivered parent become the delivered ones; other parents keep theirs', async () => {
  const part = (parent: string, position: number, amount = '1') => ({ thing: parent, position, amount });
  await store([part('a', 1), part('a', 2), part('b', 1)], PART);
  const changes = await database.dataSource.transaction((manager) => replaceOf(manager, PART, 'thing', [part('a', 1), part('a', 3)]));
  expect(changes).toEqual({ inserted: 1, updated: 1, unchanged: 1 });
  expect(await database.dataSource.query('select thing, position from part order by 1, 2')).toEqual([{ thing: 'a', position: 1 }, { thing: 'a', position: 3 }, { thing: 'b', position: 1 }]);
});

it('of records that repeat a key the last one counts, in the place of the first', () => {
  expect(lastPerKey([{ key: 'a', value: 1 }, { key: 'b', value: 2 }, { key: 'a', value: 3 }], (record) => record.key)).toEqual([{ key: 'a', value: 3 }, { key: 'b', value: 2 }]);
});
