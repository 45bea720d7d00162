/** Tasks about money on a real database: who is told what, until when. Domain brief 8.4 rows 5, 7, 8 and 23. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { loadRegisters } from '#kernel/registers.js';
import { ReadSession } from '#shell/read-session.js';
import { testDatabase, type TestDatabase } from '#shell/testing/test-database.js';
import type { PersonScope } from '../domain/directory-policy.js';
import type { TaskQuestion, TaskSource } from '../domain/directory-ports.js';
import type { FinanceFacts } from '../domain/finance-facts.js';
import { ON, viewerOf } from '../domain/testing/sample-agreement.js';
import { reintegration } from '../service.js';
import { proposed } from '../testing/deeds.js';
import { World } from '../testing/negotiation-world.js';
import { storePointers } from './employment-pointer.store.js';
import { FinanceReadStore } from './finance-reads.store.js';
import { CategoryTasks, MunicipalFinanceTasks } from './finance-tasks.store.js';
import { storeIndications } from './indication.store.js';
import { storeMunicipalFinance } from './municipal-finance.store.js';
import { OwnFactsStore } from './own-facts.store.js';
import type { Reader } from './reader.js';
import { storeResidenceMoves } from './residence-move.store.js';

const AS_OF = `${ON}T00:00:00.000Z`;
const MODERATE: FinanceFacts = { category: 'MODERATE', moves: [], municipalities: [] };
const nothing: PersonScope = { municipalities: [], company: null, self: null, on: ON };
const question = (municipalities: readonly string[], over: Partial<TaskQuestion> = {}, on = ON): TaskQuestion => ({ scope: { ...nothing, municipalities, on }, municipality: null, dueBefore: null, kinds: null, ...over });

/** A case worker's own session, with the row policies in force. */
function asCollege<T>(body: string, on: string, work: (source: TaskSource) => Promise<T>): Promise<T> {
  return inSession(body, 'CASE_WORKER', on, (session) => work(new MunicipalFinanceTasks(new FinanceReadStore(session), (code) => code)));
}

async function inSession<T>(body: string, role: 'CASE_WORKER' | 'PLACEMENT_OFFICER', on: string, work: (reader: Reader) => Promise<T>): Promise<T> {
  const facts = { viewer: viewerOf(body, role), businessDate: on, requestId: 'r', from: 'gateway', deadline: Date.now() + 20_000 };
  const session = new ReadSession(database.reads, facts, { body: 'werk-en-inkomen', registers: loadRegisters() });
  const answer = await work(session);
  await session.close();
  return answer;
}

const idsFor = (body: string, asked: TaskQuestion): Promise<string[]> => asCollege(body, asked.scope.on, async (source) => (await source.page(asked, null, 100)).map(({ id }) => id));

let database: TestDatabase;
let agreementOf: (person: string) => string;

beforeAll(async () => {
  database = await testDatabase(reintegration);
  await database.dataSource.transaction(async (manager) => {
    const pointer = (person: string, number: number, until: string | null = null) => ({ person, company: 'sw-leiden', employment: `leiden:E:${number}`, from: '2010-02-01', until });
    await storePointers(manager, [pointer('mover', 1), pointer('twice', 2), pointer('left', 3, '2013-06-30'), pointer('changed', 4), pointer('same', 5)], 5);
    await storeResidenceMoves(manager, [
      { person: 'mover', on: '2013-05-01', from: '0626', to: '0629' }, { person: 'left', on: '2013-05-01', from: '0626', to: '0629' }, { person: 'waits', on: '2013-05-01', from: '0626', to: '0629' },
      { person: 'twice', on: '2012-05-01', from: '0546', to: '0626' }, { person: 'twice', on: '2013-05-01', from: '0626', to: '0629' },
    ], AS_OF);
    await storeMunicipalFinance(manager, ['0626', '0629'].map((municipality) => ({ municipality, year: 2014, stateGrant: '1092250', minimumLabourYears: '42.5', realisedLabourYears: null })), AS_OF);
    const decided = (number: string, person: string, decidedOn: string, category: 'MODERATE' | 'SEVERE') => ({
      number, person, municipality: '0626', kind: 'WSW' as const, category, appliedOn: '2009-09-01', decidedOn, validUntil: null, reindicationRequestedOn: null,
      adviceSupervisedEmployment: null, adaptations: [], waitingSince: null, postcodeArea: '2251',
    });
    await storeIndications(manager, [decided('I-1', 'changed', '2010-01-04', 'MODERATE'), decided('I-2', 'changed', '2014-02-11', 'SEVERE'), decided('I-3', 'changed', '2014-06-02', 'MODERATE'), decided('I-4', 'same', '2010-01-04', 'MODERATE')], AS_OF);
  });
  const world = new World(database.dataSource);
  world.finance = MODERATE;
  const ids = new Map([['changed', (await proposed(world, 'changed', 'zoetermeer-rijswijk:W:1')).id], ['same', (await proposed(world, 'same', 'zoetermeer-rijswijk:W:2')).id]]);
  agreementOf = (person) => ids.get(person) ?? '';
});
afterAll(() => database.drop());

describe('tasks of the colleges', () => {
  it('tell both of a worker who moved, and nobody of one who does not work', async () => {
    expect(await idsFor('werk-en-inkomen', question(['0626', '0629']))).toEqual(['move:twice:2013-05-01', 'move:mover:2013-05-01']);
    expect(await idsFor('gm-0546', question(['0546']))).toEqual(['move:twice:2013-05-01']);
    expect(await idsFor('gm-0637', question(['0637']))).toEqual([]);
    expect(await idsFor('werk-en-inkomen', question([]))).toEqual([]);
  });

  it('leave two moves to a human', async () => {
    const [twice, mover] = await asCollege('werk-en-inkomen', ON, (source) => source.page(question(['0626', '0629']), null, 10));
    expect([twice?.kind, twice?.dueOn, mover?.kind, mover?.dueOn]).toEqual(['DOUBLE_MOVE', '2014-01-01', 'RESIDENCE_MOVE', '2015-01-01']);
    const [left] = await asCollege('gm-0546', ON, (source) => source.page(question(['0546']), null, 10));
    expect(left).toEqual(twice);
  });

  it('come in pages that neither repeat nor skip, and as many as are counted', async () => {
    const asked = question(['0626', '0629'], {}, '2014-07-01');
    await asCollege('werk-en-inkomen', '2014-07-01', (source) => inSteps(source, asked));
  });

  async function inSteps(source: TaskSource, asked: TaskQuestion): Promise<void> {
    const whole = await source.page(asked, null, 100);
    expect(whole.map(({ kind }) => kind)).toEqual(['DOUBLE_MOVE', 'LABOUR_YEAR_SHIFT', 'LABOUR_YEAR_SHIFT', 'RESIDENCE_MOVE']);
    const stepped = [];
    for (let after: (typeof whole)[number] | null = null; ;) {
      const [next]: typeof whole = await source.page(asked, after, 1);
      if (!next) break;
      stepped.push(next);
      after = next;
    }
    expect(stepped).toEqual(whole);
    expect(await source.count(asked)).toBe(whole.length);
  }

  it('are picked by kind, municipality and day', async () => {
    expect(await idsFor('werk-en-inkomen', question(['0626', '0629'], { kinds: ['LABOUR_YEAR_SHIFT'], municipality: '0629' }, '2014-07-01'))).toEqual(['shift:0629:2014']);
    expect(await idsFor('werk-en-inkomen', question(['0626'], { dueBefore: '2014-06-01' }))).toEqual(['move:twice:2013-05-01']);
  });
});

describe('a changed category', () => {
  const tasksOf = (actingBody: string | null, asked = question([])) =>
    inSession(actingBody ?? 'sw-leiden', actingBody?.startsWith('sw-') ? 'PLACEMENT_OFFICER' : 'CASE_WORKER', asked.scope.on, (session) => new CategoryTasks(session, { actingBody, self: null }).page(asked, null, 10));

  it('is told to the college with the person, to the employing firm without, and not to the firm with the place', async () => {
    expect(await tasksOf('werk-en-inkomen')).toMatchObject([{ id: `category:${agreementOf('changed')}:I-2`, person: 'changed', agreement: agreementOf('changed'), dueOn: '2014-02-28' }]);
    expect(await tasksOf('sw-leiden')).toMatchObject([{ person: null, agreement: agreementOf('changed') }]);
    for (const body of ['sw-zoetermeer-rijswijk', 'sw-wassenaar', null]) expect(await tasksOf(body)).toEqual([]);
  });

  it('is the last one that was decided by the day, and gone when it is what the terms were counted with', async () => {
    expect(await tasksOf('werk-en-inkomen', question([], {}, '2014-06-02'))).toEqual([]);
    expect(await inSession('werk-en-inkomen', 'CASE_WORKER', ON, (session) => new CategoryTasks(session, { actingBody: 'werk-en-inkomen', self: null }).count(question([])))).toBe(1);
  });

  it('is gone when the agreement is over', async () => {
    await database.dataSource.query(`update agreement set state = 'REJECTED' where id = $1`, [agreementOf('changed')]);
    expect(await tasksOf('werk-en-inkomen')).toEqual([]);
  });
});

it('the facts of money are the category in force, all moves, and the figures of everybody who may have to pay', async () => {
  const own = new OwnFactsStore(database.dataSource, 'werk-en-inkomen');
  expect(await own.financeOf('changed', ON, ['0626'])).toMatchObject({ category: 'SEVERE', moves: [], municipalities: [{ municipality: '0626', year: 2014, stateGrant: '1092250', minimumLabourYears: '42.5' }] });
  expect(await own.financeOf('twice', ON, ['0546'])).toMatchObject({ category: null, moves: [{ on: '2012-05-01' }, { on: '2013-05-01' }], municipalities: [{ municipality: '0626' }, { municipality: '0629' }] });
});

it('the moves of a person become those of the last delivery, and the same delivery again changes nothing', async () => {
  const moves = [{ person: 'corrected', on: '2012-05-01', from: '0626', to: '0629' }, { person: 'corrected', on: '2013-05-01', from: '0629', to: '0546' }];
  const deliver = (some: typeof moves) => database.dataSource.transaction((manager) => storeResidenceMoves(manager, some, AS_OF));
  expect(await deliver(moves)).toMatchObject({ inserted: 2, updated: 0 });
  expect(await deliver(moves)).toMatchObject({ inserted: 0, updated: 0, unchanged: 2 });
  expect(await deliver(moves.slice(1))).toMatchObject({ inserted: 0, updated: 1, unchanged: 1 });
});
