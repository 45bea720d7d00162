/** Standing still and going on, on a real database: what is stored, who is told, what is refused. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { testDatabase, type TestDatabase } from '#shell/testing/test-database.js';
import { suspendAgreement } from './commands/suspend.js';
import { fold } from './domain/evolve.js';
import { reintegration } from './service.js';
import { AgreementReadStore } from './store/agreement-reads.js';
import { codeOf, end, now, resume, running, suspend } from './testing/deeds.js';
import { World } from './testing/negotiation-world.js';
import { unloggedReader } from './store/reader.js';

let database: TestDatabase;
let world: World;
let count = 0;

beforeAll(async () => {
  database = await testDatabase(reintegration);
});
afterAll(() => database.drop());
beforeEach(() => {
  world = new World(database.dataSource);
  count += 1;
});

const atWork = (changes = {}) => running(world, `person-${count}`, `zoetermeer-rijswijk:W:${count}`, changes);
const sent = async (id: string): Promise<unknown[]> =>
  (await database.dataSource.query<{ verb: string; recipient: string; payload: object }[]>(`select verb, recipient, payload from outbox where payload->>'agreement' = $1 and verb not like '%share%' order by seq`, [id]))
    .map(({ verb, recipient, payload }) => [verb, recipient, payload]);
const bothTold = (verb: string, agreement: string, when: object): unknown[] => ['sw-zoetermeer-rijswijk', 'sw-leiden'].map((body) => [verb, body, { agreement, ...when }]);

async function historyOf(id: string) {
  return (await new AgreementReadStore(unloggedReader(database.dataSource.manager)).historyOf([id])).get(id) ?? [];
}

it('work stands still, goes on and ends; the version goes up by each, both companies are told each time, and the history folds to the row', async () => {
  const { id, version } = await atWork();
  expect(codeOf(await suspend(world, id, 'ziekte'))).toBe('done');
  expect(await now(world, id)).toMatchObject({ state: 'SUSPENDED', version: version + 1, holding: true });
  world.on = '2014-05-01';
  expect(codeOf(await resume(world, id, 'beter', world.request('sw-leiden')))).toBe('done');
  expect(await now(world, id)).toMatchObject({ state: 'ACTIVE', version: version + 2 });
  expect(codeOf(await suspend(world, id, 'staking', world.request('sw-zoetermeer-rijswijk')))).toBe('done');
  expect(codeOf(await end(world, id, '2014-07-31', 'werk is op'))).toBe('done');
  expect(await now(world, id)).toMatchObject({ state: 'ENDING', endsOn: '2014-07-31' });
  expect(await sent(id)).toEqual([
    ...bothTold('suspend-placement', id, { from: '2014-04-01' }),
    ...bothTold('resume-placement', id, { on: '2014-05-01' }),
    ...bothTold('suspend-placement', id, { from: '2014-05-01' }),
    ...bothTold('end-placement', id, { endsOn: '2014-07-31' }),
  ]);
  await world.coordinator.round('2014-08-01');
  const after = await now(world, id);
  expect(after.state).toBe('ENDED');
  expect(fold(await historyOf(id))).toEqual(after);
  expect((await historyOf(id)).map(({ event }) => ('reason' in event ? event.reason : null)).filter((reason) => reason !== null)).toEqual(['ziekte', 'beter', 'staking', 'werk is op']);
});

it('a suspension that is refused changes nothing and tells nobody; the same by a party is done, and once however often it is sent', async () => {
  const { id, version } = await atWork();
  const input = { commandId: randomUUID(), id, expectedVersion: version, reason: 'ziekte' };
  await expect(suspendAgreement(world.services, world.request('sw-wassenaar'), input)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  expect(codeOf(await suspendAgreement(world.services, world.caseWorker, { ...input, commandId: randomUUID(), expectedVersion: version - 1 }))).toBe('STALE_VERSION');
  expect(await now(world, id)).toMatchObject({ state: 'ACTIVE', version });
  expect(await sent(id)).toEqual([]);
  const give = () => suspendAgreement(world.services, world.caseWorker, input);
  expect([await give(), await give(), await give()].map(codeOf)).toEqual(['done', 'done', 'done']);
  expect(await now(world, id)).toMatchObject({ state: 'SUSPENDED', version: version + 1 });
  expect(await sent(id)).toHaveLength(2);
  expect(() => suspendAgreement(world.services, world.caseWorker, { ...input, reason: ' ' })).toThrow('Geef een reden');
});

it('work does not go on when the register has no indication for it any more; it stays suspended, and goes on when the register has', async () => {
  const { id } = await atWork();
  await suspend(world, id, 'ziekte');
  const before = await now(world, id);
  const { indication } = world;
  world.indication = null;
  expect(codeOf(await resume(world, id, 'beter'))).toBe('INDICATION_EXPIRES');
  expect(await now(world, id)).toEqual(before);
  world.indication = indication;
  expect(codeOf(await resume(world, id, 'beter'))).toBe('done');
});

it('a suspended agreement whose period is over is not resumed but ended by the calendar', async () => {
  const { id } = await atWork({ until: '2014-06-30' });
  await suspend(world, id, 'ziekte');
  world.on = '2014-07-01';
  expect(codeOf(await resume(world, id, 'beter'))).toBe('PERIOD_OVERLAPS');
  await world.coordinator.round(world.on);
  expect((await now(world, id)).state).toBe('ENDED');
});
