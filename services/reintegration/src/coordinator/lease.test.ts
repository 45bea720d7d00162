/** Several processes of this service on one real database: one coordinates, and one that lost the lease can do nothing as a coordinator. */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { StaleEpoch } from '#shell/stale-epoch.js';
import { testDatabase, type TestDatabase } from '#shell/testing/test-database.js';
import { applyEvents } from '../commands/in-agreement.js';
import { NotCoordinating } from '../domain/ports.js';
import { AT, ON } from '../domain/testing/sample-agreement.js';
import { reintegration } from '../service.js';
import { accept, informed, now, proposed, workerSays } from '../testing/deeds.js';
import { World } from '../testing/negotiation-world.js';

const LIFE_MS = 1_000;

let database: TestDatabase;
let first: World;
let second: World;
let places = 0;
let renewing: NodeJS.Timeout[] = [];
const somePlace = (): string => `zoetermeer-rijswijk:W:${(places += 1)}`;
const by = { viewer: null, at: AT, on: ON };

/** Renews as the worker does, until the process is frozen. */
const keepGoing = (world: World): NodeJS.Timeout => {
  const timer = setInterval(() => void world.lease.keep(), LIFE_MS / 10);
  renewing.push(timer);
  return timer;
};

beforeAll(async () => {
  database = await testDatabase(reintegration);
});
afterAll(() => database.drop());
beforeEach(async () => {
  await database.dataSource.query('update coordinator_lease set holder = null');
  first = new World(database.dataSource, LIFE_MS);
  second = new World(database.dataSource, LIFE_MS);
  // The companies are the same for both.
  second.hold = (agreement, turn) => first.hold(agreement, turn);
});
afterEach(async () => {
  renewing.forEach(clearInterval);
  renewing = [];
  await sleep(20);
  await second.lease.free();
  await first.lease.free();
});

/** Accepted by all while nobody coordinated. */
const reserving = async (): Promise<string> => {
  const { id } = await proposed(first, `person-${(places += 1)}`, somePlace());
  await accept(first, id, first.request('sw-leiden'));
  await accept(first, id, first.request('sw-zoetermeer-rijswijk'));
  return id;
};

describe('of two processes', () => {
  it('one coordinates, and the other one does nothing', async () => {
    await first.lease.keep();
    await second.lease.keep();
    expect(await first.lease.held()).toEqual(expect.any(Number));
    expect(await second.lease.held()).toBeNull();
    const { id } = await proposed(first, 'person-one', somePlace());
    await second.coordinator.round('2015-01-01');
    expect((await now(first, id)).state).toBe('PROPOSED');
    await first.coordinator.round('2015-01-01');
    expect((await now(first, id)).state).toBe('LAPSED');
  });

  it('of which eight begin at once, one gets the lease', async () => {
    const worlds = Array.from({ length: 8 }, () => new World(database.dataSource, LIFE_MS));
    await Promise.all(worlds.map((world) => world.lease.keep()));
    const held = await Promise.all(worlds.map((world) => world.lease.held()));
    expect(held.filter((epoch) => epoch !== null)).toHaveLength(1);
  });

  it('the second waits at most a second for the first, and answers what became of it', async () => {
    await first.lease.keep();
    keepGoing(first);
    const { id } = await proposed(second, 'person-two', somePlace());
    await accept(second, id, second.request('sw-leiden'));
    const rounds = setInterval(() => void first.coordinator.round(ON), 100);
    renewing.push(rounds);
    await accept(second, id, second.request('sw-zoetermeer-rijswijk'));
    clearInterval(rounds);
    expect((await now(second, id)).state).toBe('AGREED');
    expect(new Set(second.epochs).size).toBe(0);
  });

  it('the second does not wait longer than a second for a first that is frozen', async () => {
    await first.lease.keep();
    const { id } = await proposed(second, 'person-three', somePlace());
    await accept(second, id, second.request('sw-leiden'));
    const began = performance.now();
    await accept(second, id, second.request('sw-zoetermeer-rijswijk'));
    expect(performance.now() - began).toBeLessThan(3_000);
    expect((await now(second, id)).state).toBe('RESERVING');
  });

  it('the second takes over when the first renews no more, in a higher epoch', async () => {
    await first.lease.keep();
    const timer = keepGoing(first);
    await sleep(2 * LIFE_MS);
    await second.lease.keep();
    expect(await second.lease.held()).toBeNull();
    clearInterval(timer);
    await sleep(1.5 * LIFE_MS);
    await second.lease.keep();
    expect(await second.lease.held()).toBe(Number(await first.lease.held()) + 1);
  });

  it('the second takes over at once when the first stops gracefully', async () => {
    await first.lease.keep();
    await first.coordinator.close();
    await first.lease.free();
    await second.lease.keep();
    expect(await second.lease.held()).not.toBeNull();
    expect(first.stoodDown).toEqual([]);
  });
});

describe('a process that was frozen and wakes up', () => {
  it('can write nothing as a coordinator, says so once, and carries the old epoch', async () => {
    const { id } = await informed(withLease(first), 'person-four', somePlace());
    const old = Number(await first.lease.held());
    await sleep(1.5 * LIFE_MS);
    await second.lease.keep();
    first.epochs.length = 0;
    await workerSays(first, id, 'AGREED');
    expect(await now(first, id)).toMatchObject({ state: 'COMMITTING', decided: false });
    expect(new Set(first.epochs)).toEqual(new Set([old]));
    expect(first.stoodDown).toEqual([old]);
    expect(await first.lease.held()).toBeNull();
    await second.coordinator.round(ON);
    expect((await now(second, id)).state).toBe('SIGNED');
    expect(new Set(second.epochs)).toEqual(new Set([old + 1]));
  });

  it('also in the middle of a transaction: what it holds is lost, and the other one takes over', async () => {
    await first.lease.keep();
    const before = await proposed(second, 'person-five', somePlace());
    const epoch = Number(await first.lease.held());
    const frozen = first.store.coordinating(epoch, async (tx) => {
      await applyEvents(tx, before, [{ type: 'LAPSED' }], by);
      await sleep(4_000);
    });
    const ended = expect(frozen).rejects.toThrow();
    await sleep(1.5 * LIFE_MS);
    await second.lease.keep();
    expect(await second.lease.held()).toBe(epoch + 1);
    await ended;
    expect((await now(second, before.id)).state).toBe('PROPOSED');
  });

  it('is not waited for by its own renewal while it coordinates', async () => {
    await first.lease.keep();
    const epoch = Number(await first.lease.held());
    await first.store.coordinating(epoch, async () => {
      await first.lease.keep();
      expect(await first.lease.held()).toBe(epoch);
    });
  });

  it('stands down when a company has heard a newer coordinator, and remembers no attempt', async () => {
    const id = await reserving();
    await first.lease.keep();
    first.hold = () => Promise.reject(new StaleEpoch());
    first.waits = true;
    await first.coordinator.advance(id, ON);
    expect(first.stoodDown).toHaveLength(1);
    expect(await first.lease.held()).toBeNull();
    expect(await first.attempts.all()).toEqual([]);
    expect((await now(first, id)).state).toBe('RESERVING');
  });

  it('cannot remember an attempt or sound an alarm either', async () => {
    await first.lease.keep();
    const epoch = Number(await first.lease.held());
    await sleep(1.5 * LIFE_MS);
    await second.lease.keep();
    const { id } = await proposed(second, 'person-six', somePlace());
    await expect(first.attempts.failed(id, 'UNAVAILABLE', epoch)).rejects.toBeInstanceOf(NotCoordinating);
    await expect(first.attempts.alarms(epoch)).rejects.toBeInstanceOf(NotCoordinating);
  });
});

describe('two that decide one agreement at once', () => {
  it('make one decision, even if both believed to hold the lease', async () => {
    const agreement = await informed(withLease(first), 'person-seven', somePlace());
    const epoch = Number(await first.lease.held());
    first.down.add('sw-zoetermeer-rijswijk');
    await workerSays(first, agreement.id, 'AGREED');
    const committing = await now(first, agreement.id);
    const decide = (): Promise<unknown> => first.store.coordinating(epoch, (tx) => applyEvents(tx, committing, [{ type: 'DECIDED' }], by));
    const ends = await Promise.allSettled([decide(), decide(), decide()]);
    expect(ends.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
    const [decided] = await database.dataSource.query<{ count: number }[]>(`select count(*)::int from agreement_history where agreement = $1 and event->>'type' = 'DECIDED'`, [agreement.id]);
    expect(decided).toEqual({ count: 1 });
  });
});

/** A world that coordinates from now on and never renews in time. */
function withLease(world: World): World {
  const settle = world.services.settle;
  let taken = false;
  world.services = {
    ...world.services,
    settle: async (id, on) => {
      if (!taken) await world.lease.keep();
      taken = true;
      await settle(id, on);
    },
  };
  return world;
}
