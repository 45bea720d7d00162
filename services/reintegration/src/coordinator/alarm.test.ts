/** What does not come on: it waits ever longer, it moves as soon as it can, and an operator is told, on a real database. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createLogger } from '#kernel/log.js';
import { testDatabase, type TestDatabase } from '#shell/testing/test-database.js';
import { PlaceLost } from '../domain/ports.js';
import { ON } from '../domain/testing/sample-agreement.js';
import { reintegration } from '../service.js';
import { informed, now, workerSays } from '../testing/deeds.js';
import { World } from '../testing/negotiation-world.js';
import { coordinatorWorkers, stuckReport } from './worker.js';

let database: TestDatabase;
let world: World;
let places = 0;

beforeAll(async () => {
  database = await testDatabase(reintegration);
});
afterAll(() => database.drop());
beforeEach(async () => {
  await database.dataSource.query('delete from coordinator_attempt');
  world = new World(database.dataSource);
  world.waits = true;
});

/** Decided, while the placing company is away. */
async function stuck(): Promise<string> {
  places += 1;
  const { id } = await informed(world, `person-${places}`, `zoetermeer-rijswijk:W:${places}`);
  world.down.add('sw-leiden');
  await workerSays(world, id, 'AGREED');
  return id;
}

/** As if so much time had passed since the attempts were written down. */
const passed = (seconds: number): Promise<unknown> =>
  database.dataSource.query(
    `update coordinator_attempt set began_at = began_at - $1 * interval '1 second', next_at = next_at - $1 * interval '1 second', alarmed_at = alarmed_at - $1 * interval '1 second'`,
    [seconds],
  );

async function waits(): Promise<number> {
  const [row] = await database.dataSource.query<{ wait: number }[]>(`select extract(epoch from next_at - now())::float as wait from coordinator_attempt`);
  return row?.wait ?? -1;
}

const alarms = async () => world.attempts.alarms(Number(await world.lease.held()));

describe('a step that was tried in vain', () => {
  it('waits twice as long each time, from a quarter of a second to 15 seconds', async () => {
    const id = await stuck();
    const seen: number[] = [await waits()];
    for (let attempt = 0; attempt < 8; attempt += 1) {
      await world.coordinator.advance(id, ON);
      seen.push(await waits());
    }
    const expected = [0.25, 0.5, 1, 2, 4, 8, 15, 15, 15];
    seen.forEach((wait, index) => {
      expect(wait).toBeLessThanOrEqual(expected[index] ?? 0);
      // Some of it is over when we look, on a busy machine.
      expect(wait).toBeGreaterThan((expected[index] ?? 0) - 1.9);
    });
    expect(await world.attempts.all()).toMatchObject([{ agreement: id, step: 'DECIDED', code: 'UNAVAILABLE', attempts: 9 }]);
  });

  it('is left alone by the rounds until its time, and taken on in a round after it', async () => {
    const id = await stuck();
    for (let attempt = 0; attempt < 5; attempt += 1) await world.coordinator.advance(id, ON);
    world.down.clear();
    await world.coordinator.round(ON);
    expect(world.confirmed).not.toContain(id);
    await passed(15);
    await world.coordinator.round(ON);
    expect((await now(world, id)).state).toBe('SIGNED');
  });

  it('is tried at once for a command', async () => {
    const id = await stuck();
    for (let attempt = 0; attempt < 5; attempt += 1) await world.coordinator.advance(id, ON);
    world.down.clear();
    await world.coordinator.settle(id, ON);
    expect((await now(world, id)).state).toBe('SIGNED');
    expect(await world.attempts.all()).toEqual([]);
  });

  it('does not make another agreement wait', async () => {
    await stuck();
    world.down.clear();
    const other = await informed(world, 'person-other', 'zoetermeer-rijswijk:W:other');
    await workerSays(world, other.id, 'AGREED');
    expect((await now(world, other.id)).state).toBe('SIGNED');
  });

  it('is forgotten when the state moves on: the next step begins anew', async () => {
    places += 1;
    const { id } = await informed(world, `person-${places}`, `zoetermeer-rijswijk:W:${places}`);
    world.down.add('sw-zoetermeer-rijswijk');
    await workerSays(world, id, 'AGREED');
    await world.coordinator.advance(id, ON);
    expect(await world.attempts.all()).toMatchObject([{ step: 'COMMITTING', attempts: 2 }]);
    world.down.clear();
    world.down.add('sw-leiden');
    await world.coordinator.advance(id, ON);
    expect(await world.attempts.all()).toMatchObject([{ step: 'DECIDED', attempts: 1 }]);
  });
});

describe('an alarm', () => {
  it('sounds after five minutes, and again only after five more', async () => {
    const id = await stuck();
    expect(await alarms()).toEqual([]);
    await passed(270);
    expect(await alarms()).toEqual([]);
    await passed(40);
    expect(await alarms()).toMatchObject([{ agreement: id, step: 'DECIDED', code: 'UNAVAILABLE' }]);
    expect(await alarms()).toEqual([]);
    await passed(301);
    expect(await alarms()).toHaveLength(1);
  });

  it('does not sound for an agreement that came on meanwhile', async () => {
    const id = await stuck();
    await passed(400);
    world.down.clear();
    await world.coordinator.advance(id, ON);
    expect(await alarms()).toEqual([]);
  });

  it('sounds at once when the place of a decided agreement is another\'s, which stays COMMITTING', async () => {
    places += 1;
    const { id } = await informed(world, `person-${places}`, `zoetermeer-rijswijk:W:${places}`);
    world.confirm = () => Promise.reject(new PlaceLost());
    await workerSays(world, id, 'AGREED');
    expect(await now(world, id)).toMatchObject({ state: 'COMMITTING', decided: true });
    expect(await alarms()).toMatchObject([{ agreement: id, code: 'PLACE_LOST' }]);
  });

  it('is a line of the log by the worker of the process that holds the lease, and of the report', async () => {
    const id = await stuck();
    await passed(301);
    const logger = createLogger('test', 'silent');
    const lines: object[] = [];
    logger.error = ((line: object) => lines.push(line)) as typeof logger.error;
    const worker = coordinatorWorkers(world.coordinator, world.lease, world.attempts, () => ON, logger).find((one) => one.name === 'coordinator-alarm');
    await worker?.runOnce();
    expect(lines).toMatchObject([{ event: 'alarm', agreement: id, step: 'DECIDED', code: 'UNAVAILABLE', attempts: 1 }]);
    expect(stuckReport(await world.attempts.all())).toContain(id);
    expect(stuckReport([])).toContain('none');
  });
});
