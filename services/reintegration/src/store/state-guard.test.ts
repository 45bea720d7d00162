/** What the database lets pass is what the state machine says, state by state and pair by pair. A difference asks for a new migration of agreement_state_guard. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { testDatabase, type TestDatabase } from '#shell/testing/test-database.js';
import { AGREEMENT_STATES, mayFollow, TERMINAL_STATES, type AgreementState } from '../domain/state-machine.js';
import { agreementAfter, AT, ON, proposedEvent } from '../domain/testing/sample-agreement.js';
import { reintegration } from '../service.js';
import { World } from '../testing/negotiation-world.js';

let database: TestDatabase;
let world: World;

beforeAll(async () => {
  database = await testDatabase(reintegration);
  world = new World(database.dataSource);
});
afterAll(() => database.drop());

async function storedIn(state: string): Promise<string> {
  const [id, offer, profile] = [randomUUID(), randomUUID(), randomUUID()];
  const one = { ...agreementAfter(), id, offer, profile, state: state as AgreementState };
  await world.store.transaction(async (tx) => {
    await tx.insertOffer({
      id: offer, profile, revision: 1, person: one.person, recordedBy: 'werk-en-inkomen', recordedOn: ON, channel: 'LETTER', workplaces: [], choice: null, chosen: null, chosenOn: null, representative: null,
    });
    await tx.insert(one, [{ revision: 1, version: 1, event: proposedEvent() }], { viewer: null, at: AT, on: ON });
  });
  return id;
}

/** Whether the database takes it; what it took is undone. */
async function passes(id: string, after: string): Promise<boolean> {
  const done = new Error('undo');
  try {
    await database.dataSource.transaction(async (manager) => {
      await manager.query('update agreement set state = $2 where id = $1', [id, after]);
      throw done;
    });
  } catch (error) {
    if (error === done) return true;
    expect(error).toMatchObject({ driverError: { code: '23514' } });
  }
  return false;
}

it('a state that the machine does not have is refused, every state that it has is stored', async () => {
  await expect(storedIn('DRAFT')).rejects.toMatchObject({ driverError: { constraint: 'agreement_state_known' } });
  for (const state of AGREEMENT_STATES) await storedIn(state);
});

it.each(AGREEMENT_STATES)('from %s the database lets an agreement go exactly where the machine does', async (before) => {
  const id = await storedIn(before);
  const passed: string[] = [];
  for (const after of AGREEMENT_STATES) if (await passes(id, after)) passed.push(after);
  expect(passed).toEqual(AGREEMENT_STATES.filter((after) => mayFollow(before, after)));
});

it.each(TERMINAL_STATES)('%s stays (I7): not even its own state is written again', async (state) => {
  expect(await passes(await storedIn(state), state)).toBe(false);
});
