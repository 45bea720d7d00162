/** Two that change one agreement at once, on a real database: nothing is lost and nothing is decided on what is no longer so. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { testDatabase, type TestDatabase } from '#shell/testing/test-database.js';
import { applyEvents } from '../commands/in-agreement.js';
import { withdrawAgreement } from '../commands/withdraw.js';
import { ConcurrentChange } from '../domain/ports.js';
import { ON } from '../domain/testing/sample-agreement.js';
import { reintegration } from '../service.js';
import { accept, agreed, codeOf, idOf, informed, now, proposed, workerSays } from '../testing/deeds.js';
import { World } from '../testing/negotiation-world.js';

let database: TestDatabase;
let world: World;
let places = 0;
const somePlace = (): string => `zoetermeer-rijswijk:W:${(places += 1)}`;

beforeAll(async () => {
  database = await testDatabase(reintegration);
});
afterAll(() => database.drop());
beforeEach(() => {
  world = new World(database.dataSource);
});

const withdraw = async (id: string): Promise<string> =>
  codeOf(await withdrawAgreement(world.services, world.caseWorker, { commandId: randomUUID(), id, expectedVersion: (await now(world, id)).version, reason: 'toch niet' }));

describe('a change that was decided on an older state', () => {
  it('is not written: the second of two that read the same revision must decide again', async () => {
    const before = await proposed(world, 'person-a', somePlace());
    const by = { viewer: null, at: '2014-03-03T09:00:00.000Z', on: ON };
    await world.store.transaction((tx) => applyEvents(tx, before, [{ type: 'REJECTED', reason: 'eerst' }], by));
    await expect(world.store.transaction((tx) => applyEvents(tx, before, [{ type: 'LAPSED' }], by))).rejects.toBeInstanceOf(ConcurrentChange);
    expect((await now(world, before.id)).state).toBe('REJECTED');
  });

  it('leaves no trace, neither history nor message', async () => {
    const before = await proposed(world, 'person-b', somePlace());
    const by = { viewer: null, at: '2014-03-03T09:00:00.000Z', on: ON };
    await world.store.transaction((tx) => applyEvents(tx, before, [{ type: 'REJECTED', reason: 'eerst' }], by));
    await world.store.transaction((tx) => applyEvents(tx, before, [{ type: 'LAPSED' }], by)).catch(() => undefined);
    const [counted] = await database.dataSource.query<{ history: number; messages: number }[]>(
      `select (select count(*)::int from agreement_history where agreement = $1) as history, (select count(*)::int from outbox where payload->>'agreement' = $1::text) as messages`,
      [before.id],
    );
    expect(counted).toEqual({ history: 2, messages: 2 });
  });
});

describe('a withdrawal while the place is being asked', () => {
  it('stands: the answer comes too late and the place is released', async () => {
    const { id } = await proposed(world, 'person-c', somePlace());
    await accept(world, id, world.request('sw-leiden'));
    const hold = world.hold.bind(world);
    world.hold = async (agreement, turn) => {
      const answer = await hold(agreement, turn);
      expect(await withdraw(id)).toBe('done');
      return answer;
    };
    await accept(world, id, world.request('sw-zoetermeer-rijswijk'));
    expect(await now(world, id)).toMatchObject({ state: 'WITHDRAWN', holding: false });
    const released = await database.dataSource.query<unknown[]>(`select 1 from outbox where verb = 'release-workplace' and payload->>'agreement' = $1`, [id]);
    expect(released).toHaveLength(1);
  });
});

describe('the last moment before the decision', () => {
  it('belongs to the worker: his no while signatures are checked is a no', async () => {
    const { id } = await informed(world, 'person-d', somePlace());
    const verify = world.verify.bind(world);
    let asked = false;
    world.verify = async (...args) => {
      if (!asked) {
        asked = true;
        expect(codeOf(await workerSays(world, id, 'DECLINED'))).toBe('done');
      }
      return verify(...args);
    };
    await workerSays(world, id, 'AGREED');
    expect(await now(world, id)).toMatchObject({ state: 'DECLINED', decided: false });
    expect(world.confirmed).toEqual([]);
  });

  it('a hold that was lost meanwhile reopens the negotiation', async () => {
    const place = somePlace();
    const { id } = await informed(world, 'person-e', place);
    world.holders.set(place, 'somebody else');
    expect(codeOf(await workerSays(world, id, 'AGREED'))).toBe('WORKPLACE_TAKEN');
    expect(await now(world, id)).toMatchObject({ state: 'PROPOSED', worker: null, acceptances: [] });
  });
});

describe('a round', () => {
  it('takes all agreements on, also when one does not come on', async () => {
    const stuck = await informed(world, 'person-f', somePlace());
    const fine = await agreed(world, 'person-g', somePlace());
    world.down.add('sw-leiden');
    await workerSays(world, stuck.id, 'AGREED');
    await world.coordinator.round('2014-04-02');
    expect((await now(world, stuck.id)).state).toBe('COMMITTING');
    expect((await now(world, fine.id)).state).toBe('LAPSED');
    expect(world.stuck.filter((line) => line.startsWith(stuck.id)).length).toBeGreaterThan(0);
  });

  it('works on one agreement once, however often it is asked', async () => {
    const { id } = await informed(world, 'person-h', somePlace());
    await workerSays(world, id, 'AGREED');
    const confirmations = world.confirmed.length;
    await Promise.all([1, 2, 3].map(() => world.coordinator.advance(id, '2014-04-01')));
    expect((await now(world, id)).state).toBe('ACTIVE');
    expect(world.confirmed).toHaveLength(confirmations);
  });
});

it('the answer to a repeated last acceptance is what became of it', async () => {
  const { id } = await proposed(world, 'person-i', somePlace());
  await accept(world, id, world.request('sw-leiden'));
  expect(idOf(await accept(world, id, world.request('sw-zoetermeer-rijswijk')))).toBe(id);
  expect((await now(world, id)).state).toBe('AGREED');
});
