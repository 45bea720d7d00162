/** Edge cases about the worker and his work, each by its row in the domain brief, 8.4, on a real database. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { testDatabase, type TestDatabase } from '#shell/testing/test-database.js';
import { proposeAgreement } from './commands/propose.js';
import { recordWorkerDecision } from './commands/record-worker-decision.js';
import type { AgreementEvent } from './domain/agreement.js';
import { noteOnNo } from './domain/policy.js';
import { viewerOf } from './domain/testing/sample-agreement.js';
import { reintegration } from './service.js';
import { AgreementReadStore } from './store/agreement-reads.js';
import { agreed, codeOf, end, informed, now, offerWithYes, proposed, resume, running, signed, suspend, workerSays } from './testing/deeds.js';
import { wish, World } from './testing/negotiation-world.js';
import { unloggedReader } from './store/reader.js';

let database: TestDatabase;
let world: World;
let count = 0;
const somebody = (): [person: string, place: string] => [`person-${(count += 1)}`, `zoetermeer-rijswijk:W:${count}`];

beforeAll(async () => {
  database = await testDatabase(reintegration);
});
afterAll(() => database.drop());
beforeEach(() => {
  world = new World(database.dataSource);
});

/** Verbs of the messages about an agreement, without those that share the employment. */
async function told(id: string): Promise<string[]> {
  const rows = await database.dataSource.query<{ verb: string; recipient: string }[]>(`select verb, recipient from outbox where payload->>'agreement' = $1 and verb not like '%share%' order by seq`, [id]);
  return rows.map((one) => `${one.verb} to ${one.recipient}`);
}

async function eventsOf(id: string): Promise<AgreementEvent[]> {
  const histories = await new AgreementReadStore(unloggedReader(database.dataSource.manager)).historyOf([id]);
  return (histories.get(id) ?? []).map((entry) => entry.event);
}

describe('8.4 row 1: the worker withdraws before the start', () => {
  it.each([
    ['proposed', proposed, []],
    ['agreed', agreed, ['release-workplace to sw-zoetermeer-rijswijk']],
    ['informed', informed, ['release-workplace to sw-zoetermeer-rijswijk']],
    ['signed', signed, ['release-workplace to sw-zoetermeer-rijswijk', 'end-placement to sw-zoetermeer-rijswijk', 'end-placement to sw-leiden']],
  ] as const)('8.4 row 1: once %s he may say no; the place is released at once and nobody is told anything else', async (_when, reach, messages) => {
    const { id } = await reach(world, ...somebody());
    expect(codeOf(await workerSays(world, id, 'DECLINED'))).toBe('done');
    expect(await now(world, id)).toMatchObject({ state: 'DECLINED', holding: false });
    expect(await told(id)).toEqual(messages);
  });

  it('8.4 row 1: what a no can lead to is told to the responsible official only, and only after a no', async () => {
    const { id } = await agreed(world, ...somebody());
    const { viewer } = world.caseWorker;
    expect(noteOnNo(await now(world, id), viewer)).toBeNull();
    await workerSays(world, id, 'DECLINED');
    const declined = await now(world, id);
    expect(noteOnNo(declined, viewer)).toMatch(/Wsw art\. 12 lid 3.*alleen het college.*gehoord/);
    const others = [viewerOf('sw-leiden', 'PLACEMENT_OFFICER'), viewerOf('sw-zoetermeer-rijswijk', 'PLACEMENT_OFFICER'), viewerOf('gm-0546', 'CASE_WORKER'), viewerOf('werk-en-inkomen', 'WORKER', declined.person)];
    expect(others.map((other) => noteOnNo(declined, other))).toEqual([null, null, null, null]);
  });

  it('8.4 row 1: from the start on it is no longer a no', async () => {
    const { id } = await running(world, ...somebody());
    expect(codeOf(await workerSays(world, id, 'DECLINED'))).toBe('WRONG_STATE');
    expect((await now(world, id)).state).toBe('ACTIVE');
  });
});

it('8.4 row 2: after the start the worker leaves with notice: both companies learn the last day, and nothing is said about his employment', async () => {
  const { id } = await running(world, ...somebody());
  expect(codeOf(await end(world, id, '2014-04-30', 'de werknemer wil terug'))).toBe('LEAD_TIME_TOO_SHORT');
  expect(await told(id)).toEqual([]);
  expect(codeOf(await end(world, id, '2014-05-01', 'de werknemer wil terug'))).toBe('done');
  expect(await now(world, id)).toMatchObject({ state: 'ENDING', endsOn: '2014-05-01' });
  expect(await told(id)).toEqual(['end-placement to sw-zoetermeer-rijswijk', 'end-placement to sw-leiden']);
});

it('8.4 row 13: a worker who is ill for more than thirteen weeks: the work is suspended, and goes on after recovery if re-indication was asked in time', async () => {
  const { id } = await running(world, ...somebody());
  expect(codeOf(await suspend(world, id, 'ziek, meer dan dertien weken'))).toBe('done');
  expect(await told(id)).toEqual(['suspend-placement to sw-zoetermeer-rijswijk', 'suspend-placement to sw-leiden']);
  const { indication } = world;
  world.indication = indication && { ...indication, validUntil: '2014-07-31' };
  world.on = '2014-08-01';
  expect(codeOf(await resume(world, id, 'hersteld'))).toBe('INDICATION_EXPIRES');
  world.indication = indication && { ...indication, validUntil: '2014-07-31', reindicationRequestedOn: '2014-05-01' };
  expect(codeOf(await resume(world, id, 'hersteld'))).toBe('done');
});

it('8.4 row 14: during a strike at the hirer nobody is supplied (Waadi art. 10): either company suspends, and the work goes on after it', async () => {
  const { id, current } = await running(world, ...somebody());
  expect(codeOf(await suspend(world, id, 'werkstaking bij de inlener', world.request('sw-zoetermeer-rijswijk')))).toBe('done');
  expect(await now(world, id)).toMatchObject({ state: 'SUSPENDED', holding: true, current: { hash: current.hash } });
  expect(codeOf(await suspend(world, id, 'werkstaking bij de inlener', world.request('sw-leiden')))).toBe('WRONG_STATE');
  expect(codeOf(await resume(world, id, 'staking voorbij', world.request('sw-leiden')))).toBe('done');
  expect((await eventsOf(id)).slice(-2)).toEqual([{ type: 'SUSPENDED', on: '2014-04-01', reason: 'werkstaking bij de inlener' }, { type: 'RESUMED', on: '2014-04-01', reason: 'staking voorbij' }]);
});

it('8.4 row 15: a hirer who takes the worker into his own service is not held back (Waadi art. 9a): it ends with that reason, and supervised employment follows on it', async () => {
  const [person, place] = somebody();
  const { id } = await running(world, person, place);
  expect(codeOf(await end(world, id, '2014-05-01', 'indiensttreding bij de inlener', world.request('sw-zoetermeer-rijswijk')))).toBe('done');
  expect((await eventsOf(id)).at(-1)).toEqual({ type: 'ENDING_STARTED', endsOn: '2014-05-01', reason: 'indiensttreding bij de inlener' });
  const offer = await offerWithYes(world, person, `${place}0`);
  const propose = (from: string) =>
    proposeAgreement(world.services, world.caseWorker, { commandId: randomUUID(), offer, validForDays: 21, terms: wish({ workForm: 'SUPERVISED_EMPLOYMENT', subsidy: 'WSW_ARTICLE_7', secondmentFeePerHour: null, from }) });
  expect(codeOf(await propose('2014-05-01'))).toBe('PERIOD_OVERLAPS');
  expect(codeOf(await propose('2014-05-02'))).toBe('done');
});

it('8.4 row 21: of a group that is seconded to one hirer each has his own agreement: the no of one leaves the others as they are', async () => {
  const group = (workForm: 'SECONDMENT_GROUP') => informed(world, ...somebody(), { workForm });
  const [first, second, third] = [await group('SECONDMENT_GROUP'), await group('SECONDMENT_GROUP'), await group('SECONDMENT_GROUP')];
  expect([second, third].map((one) => one.current.terms.hirer)).toEqual([first.current.terms.hirer, first.current.terms.hirer]);
  expect(codeOf(await workerSays(world, second.id, 'DECLINED'))).toBe('done');
  expect(await now(world, first.id)).toEqual(first);
  expect(codeOf(await workerSays(world, first.id, 'AGREED'))).toBe('done');
  expect(codeOf(await workerSays(world, third.id, 'AGREED'))).toBe('done');
  const states = await Promise.all([first, second, third].map(async ({ id }) => (await now(world, id)).state));
  expect(states).toEqual(['SIGNED', 'DECLINED', 'SIGNED']);
});

describe('8.4 row 22: the representative ends or changes', () => {
  const says = (id: string, version: number, representative: string) =>
    recordWorkerDecision(world.services, world.caseWorker, { commandId: randomUUID(), id, expectedVersion: version, decision: 'AGREED', decidedOn: world.on, evidence: null, representative });
  const mentor = (id: string, until: string | null) => ({ id, kind: 'MENTOR', from: '2010-01-01', until }) as const;

  it('8.4 row 22: his yes no longer counts after his last day', async () => {
    const { id, version } = await informed(world, ...somebody());
    world.representatives = [mentor('former', '2014-03-02'), mentor('present', null)];
    expect(codeOf(await says(id, version, 'former'))).toBe('REPRESENTATIVE_REQUIRED');
    expect((await now(world, id)).state).toBe('WORKER_INFORMED');
    expect(codeOf(await says(id, version, 'present'))).toBe('done');
  });

  it('8.4 row 22: his yes is void when he leaves before the signature, and his successor is asked; a signed agreement stays signed', async () => {
    const waiting = await informed(world, ...somebody());
    const quick = await informed(world, ...somebody());
    world.representatives = [mentor('former', '2014-03-05'), mentor('present', null)];
    expect(codeOf(await says(quick.id, quick.version, 'former'))).toBe('done');
    world.down.add('sw-zoetermeer-rijswijk');
    expect(codeOf(await says(waiting.id, waiting.version, 'former'))).toBe('done');
    expect((await now(world, waiting.id)).state).toBe('COMMITTING');
    await world.coordinator.round('2014-03-05');
    expect((await now(world, waiting.id)).state).toBe('COMMITTING');
    world.down.clear();
    world.on = '2014-03-06';
    await world.coordinator.round(world.on);
    const asked = await now(world, waiting.id);
    expect(asked).toMatchObject({ state: 'WORKER_INFORMED', holding: true, worker: { decision: null, representative: null } });
    expect((await now(world, quick.id)).state).toBe('SIGNED');
    expect(codeOf(await says(waiting.id, asked.version, 'former'))).toBe('REPRESENTATIVE_REQUIRED');
    expect(codeOf(await says(waiting.id, asked.version, 'present'))).toBe('done');
    expect((await now(world, waiting.id)).state).toBe('SIGNED');
  });
});
