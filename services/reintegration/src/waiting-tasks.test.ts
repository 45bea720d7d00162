/** What an agreement waits for is a task of the body whose turn it is, and of nobody else, from the proposal to the worker's answer. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { testDatabase, type TestDatabase } from '#shell/testing/test-database.js';
import type { TaskFacts } from './domain/directory-ports.js';
import { reintegration } from './service.js';
import { WaitingAgreementTasks } from './store/waiting-tasks.store.js';
import { accept, informed, proposed, workerSays } from './testing/deeds.js';
import { World } from './testing/negotiation-world.js';
import { unloggedReader } from './store/reader.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase(reintegration);
});
afterAll(() => database.drop());

async function tasksFor(id: string, body: string, on: string): Promise<TaskFacts[]> {
  const tasks = new WaitingAgreementTasks(unloggedReader(database.dataSource.manager), { actingBody: body, self: null });
  const question = { scope: { municipalities: ['0626'], company: null, self: null, on }, municipality: null, dueBefore: null, kinds: null };
  const all = await tasks.page(question, null, 1_000);
  expect(await tasks.count(question)).toBe(all.length);
  return all.filter((one) => one.agreement === id);
}

it('a proposal is a task of who has not answered, until the day on which it lapses', async () => {
  const world = new World(database.dataSource);
  const { id } = await proposed(world, 'person-1', 'zoetermeer-rijswijk:W:1');
  expect(await tasksFor(id, 'sw-leiden', '2014-03-24')).toMatchObject([{ kind: 'AGREEMENT_WAITING', dueOn: '2014-03-24', person: null }]);
  for (const [body, on] of [['werk-en-inkomen', '2014-03-24'], ['sw-wassenaar', '2014-03-24'], ['sw-leiden', '2014-03-25']] as const) expect(await tasksFor(id, body, on)).toEqual([]);
  await accept(world, id, world.request('sw-leiden'));
  expect(await tasksFor(id, 'sw-leiden', '2014-03-24')).toEqual([]);
});

it('what all accepted is a task of the case worker: to inform the worker, then to record his answer before the start', async () => {
  const world = new World(database.dataSource);
  const { id } = await proposed(world, 'person-2', 'zoetermeer-rijswijk:W:2');
  await accept(world, id, world.request('sw-leiden'));
  await accept(world, id, world.request('sw-zoetermeer-rijswijk'));
  expect(await tasksFor(id, 'werk-en-inkomen', '2014-03-04')).toMatchObject([{ dueOn: '2014-03-18', person: 'person-2', text: expect.stringMatching(/uiterlijk 18 maart 2014; na die dag/) }]);

  const { id: told } = await informed(world, 'person-3', 'zoetermeer-rijswijk:W:3');
  expect(await tasksFor(told, 'werk-en-inkomen', '2014-03-04')).toMatchObject([{ dueOn: '2014-04-01', person: 'person-3', text: expect.stringMatching(/uiterlijk 1 april 2014; daarna vervalt/) }]);
  expect(await tasksFor(told, 'sw-leiden', '2014-03-04')).toEqual([]);
  await workerSays(world, told, 'AGREED');
  expect(await tasksFor(told, 'werk-en-inkomen', '2014-03-04')).toEqual([]);
});
