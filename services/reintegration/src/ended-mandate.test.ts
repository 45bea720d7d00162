/** Authority that ended yesterday refuses at every command, with its twin today. Architecture section 5; domain brief 8.4 row 19. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { testDatabase, type TestDatabase } from '#shell/testing/test-database.js';
import { amendAgreement } from './commands/amend.js';
import type { CommandAnswer } from './commands/answer.js';
import type { CommandRequest } from './commands/command.js';
import { counterAgreement } from './commands/counter.js';
import { informWorker } from './commands/inform-worker.js';
import { proposeAgreement } from './commands/propose.js';
import { recordOffer } from './commands/record-offer.js';
import { recordWorkerChoice } from './commands/record-worker-choice.js';
import { rejectAgreement } from './commands/reject.js';
import { withdrawAgreement } from './commands/withdraw.js';
import { MATRIX } from './domain/testing/sample-agreement.js';
import { reintegration } from './service.js';
import { accept, agreed, codeOf, end, informed, now, offerWithYes, PLACE, proposed, resume, running, suspend, workerSays } from './testing/deeds.js';
import { wish, World } from './testing/negotiation-world.js';

let database: TestDatabase;
let world: World;
let counted = 0;

beforeAll(async () => void (database = await testDatabase(reintegration)));
afterAll(() => database.drop());
beforeEach(() => void (world = new World(database.dataSource)));

type Given = () => Promise<CommandAnswer>;

interface Case {
  /** Whose authority ends. */
  readonly body: string;
  /** Brings the negotiation where the command may be given; answers with the command, given by an officer of `body`. */
  prepare(person: string): Promise<Given>;
}

const officer = (body: string): CommandRequest => (body === 'werk-en-inkomen' ? world.caseWorker : world.request(body));
const given = async (id: string) => ({ commandId: randomUUID(), id, expectedVersion: (await now(world, id)).version });

const CASES: Readonly<Record<string, Case>> = {
  recordOffer: {
    body: 'werk-en-inkomen',
    prepare: (person) => Promise.resolve(() => recordOffer(world.services, world.caseWorker, { commandId: randomUUID(), person, workplaces: [PLACE], recordedOn: world.on, channel: 'CONVERSATION' })),
  },
  recordWorkerChoice: {
    body: 'werk-en-inkomen',
    prepare: async (person) => {
      const offer = await offerWithYes(world, person);
      return () => recordWorkerChoice(world.services, world.caseWorker, { commandId: randomUUID(), offer, choice: 'TALK_TO_ME', workplace: null, chosenOn: world.on, representative: null });
    },
  },
  proposeAgreement: {
    body: 'werk-en-inkomen',
    prepare: async (person) => {
      const offer = await offerWithYes(world, person);
      return () => proposeAgreement(world.services, world.caseWorker, { commandId: randomUUID(), offer, terms: wish(), validForDays: 21 });
    },
  },
  acceptAgreement: { body: 'sw-leiden', prepare: async (person) => after(await proposed(world, person), ({ id }) => accept(world, id, officer('sw-leiden'))) },
  counterAgreement: {
    body: 'sw-leiden',
    prepare: async (person) => after(await proposed(world, person), async ({ id }) => counterAgreement(world.services, officer('sw-leiden'), { ...(await given(id)), terms: wish({ hoursPerWeek: '26' }) })),
  },
  rejectAgreement: {
    body: 'sw-zoetermeer-rijswijk',
    prepare: async (person) => after(await proposed(world, person), async ({ id }) => rejectAgreement(world.services, officer('sw-zoetermeer-rijswijk'), { ...(await given(id)), reason: 'nee' })),
  },
  withdrawAgreement: {
    body: 'werk-en-inkomen',
    prepare: async (person) => after(await proposed(world, person), async ({ id }) => withdrawAgreement(world.services, world.caseWorker, { ...(await given(id)), reason: 'nee' })),
  },
  informWorker: {
    body: 'werk-en-inkomen',
    prepare: async (person) => after(await agreed(world, person), async ({ id }) => informWorker(world.services, world.caseWorker, { ...(await given(id)), informedOn: world.on, channel: 'LETTER' })),
  },
  'recordWorkerDecision, a yes': { body: 'werk-en-inkomen', prepare: async (person) => after(await informed(world, person), ({ id }) => workerSays(world, id, 'AGREED')) },
  'recordWorkerDecision, a no': { body: 'werk-en-inkomen', prepare: async (person) => after(await informed(world, person), ({ id }) => workerSays(world, id, 'DECLINED')) },
  suspendAgreement: { body: 'sw-leiden', prepare: async (person) => after(await running(world, person), ({ id }) => suspend(world, id, 'ziekte', officer('sw-leiden'))) },
  resumeAgreement: {
    body: 'sw-zoetermeer-rijswijk',
    prepare: async (person) => {
      const { id } = await running(world, person);
      await suspend(world, id, 'ziekte');
      return () => resume(world, id, 'beter', officer('sw-zoetermeer-rijswijk'));
    },
  },
  amendAgreement: {
    body: 'werk-en-inkomen',
    prepare: async (person) => after(await running(world, person), async ({ id }) => amendAgreement(world.services, world.caseWorker, { ...(await given(id)), terms: wish({ from: '2014-06-01', hoursPerWeek: '26' }) })),
  },
  endAgreement: { body: 'sw-leiden', prepare: async (person) => after(await running(world, person), ({ id }) => end(world, id, '2014-07-01', 'klaar', officer('sw-leiden'))) },
};

function after<T>(made: T, command: (made: T) => Promise<CommandAnswer>): Given {
  return () => command(made);
}

/** The register from now on: what `body` does for others and itself ends on that day. */
function endsOn(body: string, until: string): void {
  world.services = { ...world.services, matrix: MATRIX.map((line) => (line.actingBody === body && line.until === null ? { ...line, until } : line)) };
}

function dayBefore(date: string): string {
  return new Date(Date.parse(date) - 86_400_000).toISOString().slice(0, 10);
}

const everything = (): Promise<object[]> => database.dataSource.query('select id, version, revision, state from agreement union all select id, revision, revision, coalesce(choice, $1) from offer order by id', ['-']) as Promise<object[]>;

describe('a command on an authority that ended yesterday', () => {
  it.each(Object.entries(CASES))('%s is refused with NO_AUTHORITY and changes nothing; on the last day of the authority it is done', async (_name, { body, prepare }) => {
    counted += 1;
    const give = await prepare(`ended-${counted}`);
    const before = await everything();
    endsOn(body, dayBefore(world.on));
    expect(codeOf(await give())).toBe('NO_AUTHORITY');
    expect(await everything()).toEqual(before);
    endsOn(body, world.on);
    expect(codeOf(await give())).toBe('done');
    expect(await everything()).not.toEqual(before);
  });
});
