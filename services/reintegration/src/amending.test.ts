/** Amending on a real database: the running agreement stays as it is until the day on which the new one replaces it. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { testDatabase, type TestDatabase } from '#shell/testing/test-database.js';
import { amendAgreement } from './commands/amend.js';
import type { CommandAnswer } from './commands/answer.js';
import { counterAgreement } from './commands/counter.js';
import { endAgreement } from './commands/end-agreement.js';
import { holdStatus } from './commands/hold-status.js';
import { informWorker } from './commands/inform-worker.js';
import { withdrawAgreement } from './commands/withdraw.js';
import type { Agreement } from './domain/agreement.js';
import { fold } from './domain/evolve.js';
import { AT } from './domain/testing/sample-agreement.js';
import { reintegration } from './service.js';
import { AgreementReadStore } from './store/agreement-reads.js';
import { accept, codeOf, idOf, informed, now, workerSays } from './testing/deeds.js';
import { wish, World } from './testing/negotiation-world.js';
import { unloggedReader } from './store/reader.js';

const START = '2014-04-01';
const AMENDED_FROM = '2014-06-01';

let database: TestDatabase;
let world: World;
let running: Agreement;
let people = 0;

beforeAll(async () => {
  database = await testDatabase(reintegration);
});
afterAll(() => database.drop());
beforeEach(async () => {
  world = new World(database.dataSource);
  people += 1;
  running = await runningAgreement();
});

const runningAgreement = (): Promise<Agreement> => begun(`person-${people}`, `zoetermeer-rijswijk:W:${people}`, null);
const signedWithEnd = (until: string): Promise<Agreement> => {
  world = new World(database.dataSource);
  return begun(`other-${people}`, `zoetermeer-rijswijk:W:9${people}`, until);
};

async function begun(person: string, place: string, until: string | null): Promise<Agreement> {
  const { id } = await informed(world, person, place, { until });
  await workerSays(world, id, 'AGREED');
  world.on = START;
  await world.coordinator.round(START);
  return now(world, id);
}

const amend = async (commandId: string = randomUUID()): Promise<CommandAnswer> =>
  amendAgreement(world.services, world.request('sw-leiden'), { commandId, id: running.id, expectedVersion: running.version, terms: wish({ from: AMENDED_FROM, hoursPerWeek: '26' }) });
const end = async (): Promise<string> =>
  codeOf(await endAgreement(world.services, world.caseWorker, { commandId: randomUUID(), id: running.id, expectedVersion: (await now(world, running.id)).version, endsOn: '2014-07-01', reason: 'klaar' }));
const sent = (id: string): Promise<{ payload: object; recipient: string }[]> =>
  database.dataSource.query(`select recipient, payload from outbox where verb = 'end-placement' and payload->>'agreement' = $1 order by seq`, [id]);

/** From the new proposal to the worker's yes. */
async function signedAmendment(): Promise<string> {
  const id = idOf(await amend());
  await accept(world, id, world.request('sw-zoetermeer-rijswijk'));
  await accept(world, id, world.caseWorker);
  await informWorker(world.services, world.caseWorker, { commandId: randomUUID(), id, expectedVersion: (await now(world, id)).version, informedOn: world.on, channel: 'HOME_VISIT' });
  await workerSays(world, id, 'AGREED');
  return id;
}

describe('an amendment', () => {
  it('is a new proposal, accepted by who made it, and the running agreement runs on', async () => {
    const id = idOf(await amend());
    expect(await now(world, id)).toMatchObject({ state: 'PROPOSED', amends: running.id, person: running.person, version: 1 });
    expect((await now(world, id)).acceptances.map(({ role }) => role)).toEqual(['FORMAL_EMPLOYER', 'PLACING_COMPANY']);
    expect(await now(world, running.id)).toMatchObject({ state: 'ACTIVE', version: running.version + 1, current: running.current });
  });

  it('replaces the running agreement on its first day: one ends the day before, the place passes on', async () => {
    const id = await signedAmendment();
    expect(await now(world, id)).toMatchObject({ state: 'SIGNED' });
    await world.coordinator.round('2014-05-31');
    expect((await now(world, running.id)).state).toBe('ACTIVE');
    await world.coordinator.round(AMENDED_FROM);
    expect(await now(world, id)).toMatchObject({ state: 'ACTIVE' });
    expect(await now(world, running.id)).toMatchObject({ state: 'ENDED', endsOn: '2014-05-31' });
    const payload = { agreement: running.id, endsOn: '2014-05-31', successor: id };
    expect(await sent(running.id)).toEqual([{ recipient: 'sw-zoetermeer-rijswijk', payload }, { recipient: 'sw-leiden', payload }]);
    const history = (await new AgreementReadStore(unloggedReader(database.dataSource.manager)).historyOf([running.id])).get(running.id) ?? [];
    expect(fold(history)).toEqual(await now(world, running.id));
  });

  it('replaces it likewise when a company asks about the place before the coordinator looks at the calendar', async () => {
    const id = await signedAmendment();
    const parts = { store: world.store, instant: () => AT, today: () => AMENDED_FROM, companyOf: () => 'sw-zoetermeer-rijswijk' };
    const { workplace } = running.current.terms;
    expect(await holdStatus(parts, { from: 'sw-zoetermeer-rijswijk', payload: { agreement: id, workplace, termsVersion: 1 } })).toEqual({ keep: true });
    expect([(await now(world, id)).state, (await now(world, running.id)).state]).toEqual(['ACTIVE', 'ENDED']);
    expect(await sent(running.id)).toHaveLength(2);
  });

  it('follows on without a gap also after a counter-proposal', async () => {
    const before = await signedWithEnd('2014-07-31');
    const id = idOf(await amendAgreement(world.services, world.request('sw-leiden'), { commandId: randomUUID(), id: before.id, expectedVersion: before.version, terms: wish({ from: AMENDED_FROM }) }));
    const counter = (from: string): Promise<CommandAnswer> =>
      counterAgreement(world.services, world.caseWorker, { commandId: randomUUID(), id, expectedVersion: 1, terms: wish({ from }) });
    expect(codeOf(await counter('2014-09-01'))).toBe('PERIOD_OVERLAPS');
    expect(codeOf(await counter('2014-08-01'))).toBe('done');
  });

  it('that the worker declines after signing leaves the running agreement as it was', async () => {
    const id = await signedAmendment();
    expect(codeOf(await workerSays(world, id, 'DECLINED'))).toBe('done');
    await world.coordinator.round(AMENDED_FROM);
    expect((await now(world, running.id)).state).toBe('ACTIVE');
    expect(await sent(running.id)).toEqual([]);
  });

  it('is one at a time, given once: a repeat is answered with the same agreement', async () => {
    const commandId = randomUUID();
    const id = idOf(await amend(commandId));
    expect(idOf(await amend(commandId))).toBe(id);
    running = await now(world, running.id);
    expect(codeOf(await amend())).toBe('WRONG_STATE');
    await withdrawAgreement(world.services, world.request('sw-leiden'), { commandId: randomUUID(), id, expectedVersion: 1, reason: 'toch niet' });
    expect(codeOf(await amend())).toBe('done');
  });

  it('two at once: one is begun, the other is told that it is late', async () => {
    const codes = (await Promise.all([amend(), amend()])).map(codeOf);
    expect(codes.filter((code) => code === 'done')).toHaveLength(1);
    const [counted] = await database.dataSource.query<{ count: number }[]>('select count(*)::int as count from agreement where amends = $1', [running.id]);
    expect(counted).toEqual({ count: 1 });
  });

  it('keeps the running agreement from being ended, until it is withdrawn', async () => {
    const id = idOf(await amend());
    expect(await end()).toBe('WRONG_STATE');
    await withdrawAgreement(world.services, world.request('sw-leiden'), { commandId: randomUUID(), id, expectedVersion: 1, reason: 'toch niet' });
    expect(await end()).toBe('done');
  });
});
