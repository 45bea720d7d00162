/** Time on a real database: it moves by jumps, and whatever was jumped over is worked off once, in order, and seen by who must act on it. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { testDatabase, type TestDatabase } from '#shell/testing/test-database.js';
import { counterAgreement } from './commands/counter.js';
import { endAgreement, type EndInput } from './commands/end-agreement.js';
import { informWorker } from './commands/inform-worker.js';
import { proposeAgreement } from './commands/propose.js';
import { recordOffer } from './commands/record-offer.js';
import { recordWorkerChoice } from './commands/record-worker-choice.js';
import type { Agreement } from './domain/agreement.js';
import type { TaskFacts, TaskQuestion } from './domain/directory-ports.js';
import { fold } from './domain/evolve.js';
import { AgreementReadStore } from './store/agreement-reads.js';
import { DateTasks } from './store/date-tasks.store.js';
import { reintegration } from './service.js';
import { accept, agreed, codeOf, idOf, informed, now, offerWithYes, proposed, running, workerSays } from './testing/deeds.js';
import { wish, World } from './testing/negotiation-world.js';
import { unloggedReader } from './store/reader.js';

let database: TestDatabase;
let world: World;
let used = 0;
const fresh = (): [string, string] => {
  used += 1;
  return [`person-${used}`, `zoetermeer-rijswijk:W:${used}`];
};

beforeAll(async () => {
  database = await testDatabase(reintegration);
});
afterAll(() => database.drop());
beforeEach(() => {
  world = new World(database.dataSource);
});

/** What the history says that happened, without the business of the test's own bodies. */
async function storyOf(id: string): Promise<string[]> {
  const history = (await new AgreementReadStore(unloggedReader(database.dataSource.manager)).historyOf([id])).get(id) ?? [];
  expect(fold(history)).toEqual(await now(world, id));
  return history.filter((one) => one.actorBody === null).map(({ event, on }) => `${on} ${event.type}${event.type === 'REMINDED' ? ` ${event.of} ${event.dueOn}` : ''}`);
}

const openDates = async (id: string): Promise<string[]> =>
  (await database.dataSource.query<{ line: string }[]>(`select kind || ' ' || to_char(due_on, 'YYYY-MM-DD') as line from due_date where agreement = $1 and done_on is null order by due_on`, [id])).map(({ line }) => line);

function question(on: string, changes: Partial<TaskQuestion> = {}): TaskQuestion {
  return { scope: { municipalities: ['0626'], company: null, self: null, on }, municipality: null, dueBefore: null, kinds: null, ...changes };
}
const tasks = (body: string | null): DateTasks => new DateTasks(unloggedReader(database.dataSource.manager), { actingBody: body, self: null });
/** The tasks that a body has about an agreement on a day. */
async function tasksFor(id: string, body: string | null, on: string, changes: Partial<TaskQuestion> = {}): Promise<TaskFacts[]> {
  const all = await tasks(body).page(question(on, changes), null, 1_000);
  expect(await tasks(body).count(question(on, changes))).toBe(all.length);
  return all.filter((one) => one.agreement === id);
}
const kindsFor = async (id: string, body: string | null, on: string): Promise<string[]> => (await tasksFor(id, body, on)).map((one) => one.kind);

/** Signed, for a period that has an end. */
async function signedUntil(until: string): Promise<Agreement> {
  const [person, place] = fresh();
  const offer = await offerWithYes(world, person, place);
  const id = idOf(await proposeAgreement(world.services, world.caseWorker, { commandId: randomUUID(), offer, terms: wish({ until }), validForDays: 21 }));
  await accept(world, id, world.request('sw-leiden'));
  await accept(world, id, world.request('sw-zoetermeer-rijswijk'));
  return now(world, id);
}

describe('8.4 row 10: a proposal that nobody answers', () => {
  it('is reminded of at 50 % and at 80 %, each once however often the worker comes by, and lapses', async () => {
    const { id, version } = await proposed(world, ...fresh());
    for (const on of ['2014-03-13', '2014-03-14', '2014-03-14', '2014-03-20', '2014-03-24', '2014-03-25', '2014-03-26']) await world.coordinator.round(on);
    expect(await storyOf(id)).toEqual(['2014-03-14 REMINDED REMIND_HALF 2014-03-14', '2014-03-20 REMINDED REMIND_MOST 2014-03-20', '2014-03-25 LAPSED']);
    expect((await now(world, id)).version).toBe(version);
    expect(await openDates(id)).toEqual([]);
  });

  it('is reminded of late when days were jumped over, in order; over its last day it only lapses, once', async () => {
    const late = await proposed(world, ...fresh());
    await world.coordinator.round('2014-03-21');
    const over = await proposed(world, ...fresh());
    await Promise.all([1, 2, 3].map(() => world.coordinator.round('2014-05-01')));
    expect(await storyOf(late.id)).toEqual(['2014-03-21 REMINDED REMIND_HALF 2014-03-14', '2014-03-21 REMINDED REMIND_MOST 2014-03-20', '2014-05-01 LAPSED']);
    expect(await storyOf(over.id)).toEqual(['2014-05-01 LAPSED']);
    expect(await openDates(over.id)).toEqual([]);
  });

  it('is a task of the bodies whose answer is awaited only, until they answered or it is over', async () => {
    const { id } = await proposed(world, ...fresh());
    expect(await kindsFor(id, 'sw-leiden', '2014-03-13')).toEqual([]);
    expect(await tasksFor(id, 'sw-leiden', '2014-03-14')).toMatchObject([{ kind: 'REMINDER', dueOn: '2014-03-24', person: null, text: expect.stringContaining('de helft') }]);
    await world.coordinator.round('2014-03-20');
    expect(await tasksFor(id, 'sw-leiden', '2014-03-20')).toMatchObject([{ kind: 'REMINDER', dueOn: '2014-03-24', text: expect.stringContaining('80 %') }]);
    for (const body of ['werk-en-inkomen', 'sw-wassenaar', null]) expect(await kindsFor(id, body, '2014-03-20')).toEqual([]);
    await accept(world, id, world.request('sw-leiden'));
    expect(await kindsFor(id, 'sw-leiden', '2014-03-20')).toEqual([]);
    expect(await kindsFor(id, 'sw-zoetermeer-rijswijk', '2014-03-20')).toEqual(['REMINDER']);
    expect(await kindsFor(id, 'sw-zoetermeer-rijswijk', '2014-03-25')).toEqual([]);
  });

  it('that was countered is reminded of anew, by the days that the new terms have', async () => {
    const { id, version } = await proposed(world, ...fresh());
    await world.coordinator.round('2014-03-20');
    world.services = { ...world.services, instant: () => '2014-03-20T09:00:00.000Z' };
    world.on = '2014-03-20';
    const terms = wish({ from: '2014-05-01' });
    expect(codeOf(await counterAgreement(world.services, world.request('sw-leiden'), { commandId: randomUUID(), id, expectedVersion: version, terms }))).toBe('done');
    expect(await openDates(id)).toEqual(['REMIND_HALF 2014-03-22', 'REMIND_MOST 2014-03-23', 'EXPIRE 2014-03-25']);
    expect(await kindsFor(id, 'werk-en-inkomen', '2014-03-21')).toEqual([]);
    expect(await kindsFor(id, 'werk-en-inkomen', '2014-03-22')).toEqual(['REMINDER']);
  });
});

describe('a command given again when its day is past', () => {
  const LATER = '2015-06-01';

  it('is told what came of its first time: ending, refused or done, and only something else under its id is told so', async () => {
    const { id, version } = await running(world, ...fresh());
    const [tooSoon, inTime] = ['2014-04-15', '2014-05-01'].map((endsOn) => ({ commandId: randomUUID(), id, expectedVersion: version, endsOn, reason: 'het werk is klaar' })) as [EndInput, EndInput];
    const given = async (input: EndInput): Promise<string> => codeOf(await endAgreement(world.services, world.caseWorker, input));
    const first = [await given(tooSoon), await given(inTime)];
    expect(first).toEqual(['LEAD_TIME_TOO_SHORT', 'done']);
    world.on = LATER;
    expect([await given(tooSoon), await given(inTime)]).toEqual(first);
    expect(await given({ ...inTime, endsOn: LATER })).toBe('COMMAND_REUSED');
    expect(await now(world, id)).toMatchObject({ state: 'ENDING', endsOn: '2014-05-01' });
  });

  it('is told what came of its first time: an offer and what the worker chose, which nobody may record anew by then', async () => {
    const [person, place] = fresh();
    const shown = { person, workplaces: [place], recordedOn: world.on, channel: 'CONVERSATION' } as const;
    const offering = { commandId: randomUUID(), ...shown };
    const offer = idOf(await recordOffer(world.services, world.caseWorker, offering));
    const choice = { commandId: randomUUID(), offer, choice: 'YES', workplace: place, chosenOn: world.on, representative: null } as const;
    expect(idOf(await recordWorkerChoice(world.services, world.caseWorker, choice))).toBe(offer);
    world.on = LATER;
    expect(idOf(await recordOffer(world.services, world.caseWorker, offering))).toBe(offer);
    expect(idOf(await recordWorkerChoice(world.services, world.caseWorker, choice))).toBe(offer);
    await expect(recordOffer(world.services, world.caseWorker, { commandId: randomUUID(), ...shown })).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
  });
});

describe('the last day to inform the worker', () => {
  it('is a task of his case worker, with his person; gone when he is informed', async () => {
    const { id } = await agreed(world, ...fresh());
    expect(await kindsFor(id, 'werk-en-inkomen', '2014-03-17')).toEqual([]);
    expect(await tasksFor(id, 'werk-en-inkomen', '2014-03-18')).toMatchObject([{ kind: 'INFORM_WORKER', dueOn: '2014-03-18', person: `person-${used}` }]);
    expect(await kindsFor(id, 'sw-leiden', '2014-03-18')).toEqual([]);
    await world.coordinator.round('2014-03-18');
    expect(await storyOf(id)).toContain('2014-03-18 REMINDED INFORM_BY 2014-03-18');
    expect(await kindsFor(id, 'werk-en-inkomen', '2014-03-19')).toEqual(['INFORM_WORKER']);
    const { id: other } = await informed(world, ...fresh());
    expect(await kindsFor(other, 'werk-en-inkomen', '2014-03-18')).toEqual([]);
    expect(await openDates(other)).toEqual(['START_MISSED 2014-04-02']);
  });
});

describe('8.4 row 17: work for a fixed period', () => {
  it('gives case worker and placing company the notice more than a month before, and the case worker the review', async () => {
    const { id } = await signedUntil('2014-12-31');
    await begin(id);
    expect(await openDates(id)).toEqual(['REVIEW 2014-07-01', 'NOTICE_TASK 2014-11-02', 'END 2015-01-01']);
    expect(await kindsFor(id, 'werk-en-inkomen', '2014-07-01')).toEqual(['REVIEW']);
    expect(await kindsFor(id, 'sw-leiden', '2014-11-01')).toEqual([]);
    const [notice, ...rest] = await tasksFor(id, 'sw-leiden', '2014-11-02');
    expect(notice).toMatchObject({ kind: 'NOTICE', dueOn: '2014-11-30', article: 'Burgerlijk Wetboek art. 7:668 lid 1', person: null });
    expect(rest).toEqual([]);
    expect(await kindsFor(id, 'werk-en-inkomen', '2014-11-02')).toEqual(['REVIEW', 'NOTICE']);
    expect(await kindsFor(id, 'sw-zoetermeer-rijswijk', '2014-11-02')).toEqual([]);
    await world.coordinator.round('2015-01-01');
    expect(await kindsFor(id, 'werk-en-inkomen', '2015-01-01')).toEqual([]);
  });

  it('that was jumped over from before its start to after its end began once and ended once', async () => {
    const { id } = await signedUntil('2014-12-31');
    await begin(id, '2015-03-01');
    await world.coordinator.round('2015-03-01');
    expect((await storyOf(id)).slice(-3)).toEqual(['2015-03-01 ACTIVATED', '2015-03-01 ENDING_STARTED', '2015-03-01 ENDED']);
    expect(await openDates(id)).toEqual([]);
  });

  it('that was jumped into is reminded of what it passed, in order', async () => {
    const { id } = await signedUntil('2014-12-31');
    await begin(id, '2014-12-15');
    expect((await storyOf(id)).slice(-3)).toEqual(['2014-12-15 ACTIVATED', '2014-12-15 REMINDED REVIEW 2014-07-01', '2014-12-15 REMINDED NOTICE_TASK 2014-11-02']);
    expect(await tasksFor(id, 'sw-leiden', '2014-12-15')).toMatchObject([{ text: expect.stringMatching(/^Deze afspraak eindigt binnen een maand/) }]);
  });
});

describe('tasks of dates', () => {
  it('come in pages by due date and id, of the kinds, the municipality and up to the day that are asked', async () => {
    const ids = await Promise.all([1, 2, 3].map(async () => (await proposed(world, ...fresh())).id));
    const all = await tasks('sw-leiden').page(question('2014-03-21'), null, 1_000);
    expect(all.filter((one) => ids.includes(one.agreement ?? ''))).toHaveLength(3);
    const paged: TaskFacts[] = [];
    for (let page = await tasks('sw-leiden').page(question('2014-03-21'), null, 2); page.length > 0; page = await tasks('sw-leiden').page(question('2014-03-21'), paged.at(-1) ?? null, 2)) paged.push(...page);
    expect(paged).toEqual(all);
    expect(await tasksFor(ids[0]!, 'sw-leiden', '2014-03-21', { kinds: ['NOTICE', 'REINDICATION'] })).toEqual([]);
    expect(await tasksFor(ids[0]!, 'sw-leiden', '2014-03-21', { municipality: '0629' })).toEqual([]);
    expect(await tasksFor(ids[0]!, 'sw-leiden', '2014-03-21', { dueBefore: '2014-03-24' })).toEqual([]);
    expect(await tasksFor(ids[0]!, 'sw-leiden', '2014-03-21', { dueBefore: '2014-03-25', municipality: '0626', kinds: ['REMINDER'] })).toHaveLength(1);
  });
});

/** Informs the worker, who agrees; then the calendar goes to the day. */
async function begin(id: string, on = '2014-04-01'): Promise<void> {
  await informWorker(world.services, world.caseWorker, { commandId: randomUUID(), id, expectedVersion: (await now(world, id)).version, informedOn: world.on, channel: 'LETTER' });
  expect(codeOf(await workerSays(world, id, 'AGREED'))).toBe('done');
  await world.coordinator.round(on);
}
