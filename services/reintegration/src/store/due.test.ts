/** The rows of dates and the rules of the calendar on a real database: on any agreements and any day they say the same, and so does the migration. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { testDatabase, type TestDatabase } from '#shell/testing/test-database.js';
import type { Agreement } from '../domain/agreement.js';
import { datesOf } from '../domain/due-dates.js';
import { isSettled, onDate } from '../domain/commitment.js';
import { AGREEMENT_STATES } from '../domain/state-machine.js';
import { AT, ON, PROPOSAL, agreementAfter, proposedEvent, versionOf } from '../domain/testing/sample-agreement.js';
import { reintegration } from '../service.js';
import { FILL_DUE_DATES } from './migrations/due-date-tables.js';
import { World } from '../testing/negotiation-world.js';

let database: TestDatabase;
let world: World;

beforeAll(async () => {
  database = await testDatabase(reintegration);
  world = new World(database.dataSource);
});
afterAll(() => database.drop());

/** Few days, so that every date is often the day itself, the day before or the day after. */
const day = fc.integer({ min: 10, max: 15 }).map((number) => `2014-04-${number}`);
const agreement = fc
  .record({ state: fc.constantFrom(...AGREEMENT_STATES), expiresOn: day, endsOn: fc.option(day), from: day, last: fc.option(day), decided: fc.boolean() })
  .map(({ state, expiresOn, endsOn, from, last, decided }): Agreement => {
    const until = last !== null && last < from ? from : last;
    return { ...agreementAfter(), id: randomUUID(), offer: randomUUID(), state, expiresOn, endsOn, decided, current: versionOf(1, { ...PROPOSAL, from, until }) };
  });

async function store(one: Agreement): Promise<void> {
  await world.store.transaction(async (tx) => {
    const unused = { profile: randomUUID(), choice: null, chosen: null, chosenOn: null, representative: null };
    await tx.insertOffer({ ...unused, id: one.offer, revision: 1, person: one.person, recordedBy: 'werk-en-inkomen', recordedOn: ON, channel: 'LETTER', workplaces: [one.current.terms.workplace] });
    await tx.insert({ ...one, profile: unused.profile }, [{ revision: 1, version: 1, event: proposedEvent() }], { viewer: null, at: AT, on: ON });
  });
}

const agreements = fc.sample(agreement, 150);
const rows = (): Promise<{ line: string }[]> => database.dataSource.query(`select agreement || ' ' || kind || ' ' || to_char(due_on, 'YYYY-MM-DD') as line from due_date where done_on is null order by 1`);

it('every date of an agreement is a row, written with it; what existed before the table was is filled in alike', async () => {
  for (const one of agreements) await store(one);
  const lines = agreements.flatMap((one) => datesOf(one).map(({ kind, dueOn }) => ({ line: `${one.id} ${kind} ${dueOn}` })));
  expect((await rows()).map(({ line }) => line).sort()).toEqual(lines.map(({ line }) => line).sort());
  await database.dataSource.query('delete from due_date');
  await database.dataSource.query(FILL_DUE_DATES);
  expect((await rows()).map(({ line }) => line).sort()).toEqual(lines.map(({ line }) => line).sort());
});

it('what the database calls due is what the calendar moves or the coordinator must take on, on every day', async () => {
  await fc.assert(
    fc.asyncProperty(day, async (on) => {
      const asked = agreements.filter((one) => !isSettled(one) || onDate(one, on).length > 0).map((one) => one.id);
      expect([...(await world.store.due(on, 1_000))].sort()).toEqual(asked.sort());
    }),
    { examples: [['2014-04-10'], ['2014-04-11'], ['2014-04-12'], ['2014-04-13'], ['2014-04-14'], ['2014-04-15']], numRuns: 6 },
  );
});
