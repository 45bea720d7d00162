/** What a company hears that asks whether it must still keep a place, on a real database. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { testDatabase, type TestDatabase } from '#shell/testing/test-database.js';
import { AT } from '../domain/testing/sample-agreement.js';
import { reintegration } from '../service.js';
import { agreed, informed, now, proposed, workerSays } from '../testing/deeds.js';
import { World } from '../testing/negotiation-world.js';
import { holdStatus } from './hold-status.js';

const HOLDER = 'sw-zoetermeer-rijswijk';

let database: TestDatabase;
let world: World;
let today: string;
let places = 0;
let place: string;

beforeAll(async () => {
  database = await testDatabase(reintegration);
});
afterAll(() => database.drop());
beforeEach(() => {
  world = new World(database.dataSource);
  today = world.on;
  place = `zoetermeer-rijswijk:W:${(places += 1)}`;
});

const ask = (agreement: string, from = HOLDER, workplace = place): Promise<{ keep: boolean }> => {
  const parts = { store: world.store, instant: () => AT, today: () => today, companyOf: (service: string) => (service.startsWith('sw-') ? service : null) };
  return holdStatus(parts, { from, payload: { agreement, workplace, termsVersion: 1 } });
};
const person = (): string => `person-${places}`;

it('a place that an agreement waits for is kept', async () => {
  const { id } = await agreed(world, person(), place);
  expect(await ask(id)).toEqual({ keep: true });
});

it('a place of a signed agreement is kept', async () => {
  const { id } = await informed(world, person(), place);
  await workerSays(world, id, 'AGREED');
  expect((await now(world, id)).state).toBe('SIGNED');
  expect(await ask(id)).toEqual({ keep: true });
});

it('an agreement that nobody knows keeps nothing', async () => {
  expect(await ask(randomUUID())).toEqual({ keep: false });
});

it('an agreement that did not come to a reservation keeps nothing', async () => {
  const { id } = await proposed(world, person(), place);
  expect(await ask(id)).toEqual({ keep: false });
});

it('another place than that of the agreement is not kept', async () => {
  const { id } = await agreed(world, person(), place);
  expect(await ask(id, HOLDER, `${place}9`)).toEqual({ keep: false });
});

it('an agreement that the worker declined keeps nothing', async () => {
  const { id } = await informed(world, person(), place);
  await workerSays(world, id, 'DECLINED');
  expect(await ask(id)).toEqual({ keep: false });
});

it('the calendar acts before the answer: what is out of time lapses, and is not kept', async () => {
  const { id } = await agreed(world, person(), place);
  today = '2015-06-01';
  expect(await ask(id)).toEqual({ keep: false });
  expect(await now(world, id)).toMatchObject({ state: 'LAPSED', holding: false });
  const released = await database.dataSource.query<unknown[]>(`select 1 from outbox where verb = 'release-workplace' and payload->>'agreement' = $1`, [id]);
  expect(released).toHaveLength(1);
});

it.each([
  ['another company', 'sw-leiden'],
  ['a service that is no company', 'benefits'],
])('is FORBIDDEN for %s, and changes nothing; the company that holds the place is answered', async (_who, from) => {
  const { id } = await agreed(world, person(), place);
  today = '2015-06-01';
  await expect(ask(id, from)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  expect((await now(world, id)).state).toBe('AGREED');
  today = world.on;
  expect(await ask(id)).toEqual({ keep: true });
});

it('a payload that is not understood is BAD_USER_INPUT', async () => {
  await expect(ask('no-uuid')).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
});
