/** What travels together stays apart: each statement its own answer, and a failure its own consequences. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import pg from 'pg';
import type { ServiceDefinition } from '../service-definition.js';
import { testDatabase, type TestDatabase } from '../testing/test-database.js';
import { PreparingClient } from './prepared-statements.js';
import type { StatementBatch } from './statement-batch.js';
import { StatementQueue } from './statement-queue.js';

const definition: ServiceDefinition = { name: 'batches', entities: [], migrations: [], buildSchema: () => Promise.reject(new Error('no graph')), wire: () => ({ context: (request) => request }) };

let database: TestDatabase;
let client: PreparingClient;
let journeys = 0;
let queue: StatementQueue;

beforeAll(async () => {
  database = await testDatabase(definition);
  client = new PreparingClient({ connectionString: database.url });
  await client.connect();
  const query = (batch: StatementBatch): unknown => {
    journeys += 1;
    return client.query(batch);
  };
  queue = new StatementQueue({ query, knownInBatch: (text) => client.knownInBatch(text), getTypeParser: (type, format) => client.getTypeParser(type, format) });
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

const rowsOf = async (text: string, values: readonly unknown[] = []): Promise<object[]> => (await queue.send(text, values)).rows;
const outcome = (one: Promise<unknown>): Promise<unknown> => one.then((value) => value, (error: unknown) => (error as pg.DatabaseError).code);

it('statements of one turn make one journey, and each gets its own answer, the second time too', async () => {
  const ask = (): Promise<object[][]> => Promise.all([rowsOf('select $1::int as one, null as nothing', [1]), rowsOf('select $1::text[] as two', [['a', 'b']]), rowsOf('select 1 as none where false'), rowsOf('select $1::int as one, null as nothing', [3])]);
  const expected = [[{ one: 1, nothing: null }], [{ two: ['a', 'b'] }], [], [{ one: 3, nothing: null }]];
  journeys = 0;
  expect(await ask()).toEqual(expected);
  expect(await ask()).toEqual(expected);
  expect(journeys).toBe(2);
});

it('a statement that fails takes along those behind it and none before, and can be asked again', async () => {
  const divide = (by: number): Promise<object[]> => rowsOf('select 6 / $1::int as quotient', [by]);
  expect(await Promise.all([rowsOf('select 7 as before'), outcome(divide(0)), outcome(rowsOf('select 8 as behind'))])).toEqual([[{ before: 7 }], '22012', '22012']);
  expect(await Promise.all([divide(2), rowsOf('select 8 as behind')])).toEqual([[{ quotient: 3 }], [{ behind: 8 }]]);
  expect([await outcome(rowsOf('select from nowhere')), await outcome(rowsOf('select from nowhere')), await divide(3)]).toEqual(['42P01', '42P01', [{ quotient: 2 }]]);
});

it('a commit behind a statement that failed was not made', async () => {
  await rowsOf('create temporary table kept (value int primary key)');
  const sent = ['begin', 'insert into kept values (1)', 'insert into kept values (1)', 'commit'].map((text) => outcome(queue.send(text)));
  expect((await Promise.all(sent)).slice(2)).toEqual(['23505', '23505']);
  await queue.send('rollback');
  expect(await rowsOf('select * from kept')).toEqual([]);
});

it('a value that cannot be sent fails alone', async () => {
  const circle: Record<string, unknown> = {};
  circle['self'] = circle;
  expect(await Promise.all([rowsOf('select 1 as one'), outcome(rowsOf('select $1::jsonb as circle', [circle]).then(() => 'sent', () => 'refused'))])).toEqual([[{ one: 1 }], 'refused']);
});

it('what is more than a connection keeps is answered the same', async () => {
  const numbers = Array.from({ length: 230 }, (_, index) => index);
  expect(await Promise.all(numbers.map((number) => rowsOf(`select $1::int + ${number} as sum`, [1])))).toEqual(numbers.map((number) => [{ sum: number + 1 }]));
  expect(await rowsOf('select $1::int + 229 as sum', [1])).toEqual([{ sum: 230 }]);
});
