import 'reflect-metadata';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Cell } from '#kernel/disclosure.js';
import type { CubeShape } from '#kernel/disclosure/lattice.js';
import { type Viewer, SCOPES } from '#kernel/viewer.js';
import { type TestDatabase, testDatabase } from '../testing/test-database.js';
import { Figures, type FiguresQuestion } from './figures.js';
import { changedAtLeast, totalsOf } from './population.js';
import { QuestionLedger } from './question-ledger.js';
import { isQuarterEnd, lastQuarterEnd } from './reference-dates.js';

const definition = { name: 'own', entities: [], migrations: [], buildSchema: () => Promise.reject(new Error('has none')), wire: () => { throw new Error('is not wired'); } };
const SHAPE: CubeShape = { dimensions: ['PLACE', 'KIND'], personal: [], depth: 2 };
const analyst: Viewer = { subject: 'analyst', body: 'one', roles: ['ANALYST'], scopes: SCOPES, purpose: 'statistiek' };
const people = (kinds: Record<string, number>): Cell[] => Object.entries(kinds).map(([kind, count]) => ({ key: ['p', kind], count }));

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase(definition);
});
afterAll(() => database.drop());
beforeEach(() => database.dataSource.query('truncate figures_question, figures_population'));

const question = (more: Partial<FiguresQuestion> = {}): FiguresQuestion => ({
  viewer: analyst, businessDate: '2014-03-03', topic: 'people', referenceDate: '2013-12-31', shape: SHAPE, cells: people({ x: 40, y: 50 }), by: ['KIND'], where: {}, ...more,
});
const figures = (budget = 100) => new Figures(new QuestionLedger(database.dataSource, budget));
const counts = async (asked: FiguresQuestion, own = figures()) => (await own.table(asked)).rows.map((row) => row.count);
const recorded = async () => Number((await database.dataSource.query<{ count: string }[]>('select count(*) from figures_question'))[0]?.count);
const LIMIT = { code: 'LIMIT_EXCEEDED' };

describe('two populations of one reference date', () => {
  const oneMore = question({ cells: people({ x: 41, y: 50 }) });

  it('that differ by one person are not both shown to a body in one month: the first stands; another body is shown the second', async () => {
    expect(await figures().table(question())).toMatchObject({ rows: [{ count: 40 }, { count: 50 }], present: true });
    const fiveMore = question({ cells: people({ x: 45, y: 50 }) });
    expect(await figures().table(fiveMore)).toMatchObject({ rows: [{ count: 40 }, { count: 50 }], present: false });
    expect(await figures().table({ ...fiveMore, viewer: { ...analyst, body: 'two' } })).toMatchObject({ rows: [{ count: 45 }, { count: 50 }], present: true });
  });

  it('are both shown in different months, and of different days', async () => {
    await counts(question());
    const other = question({ cells: people({ x: 45, y: 50 }) });
    expect(await counts({ ...other, referenceDate: '2013-09-30' })).toEqual([45, 50]);
    expect(await counts({ ...other, businessDate: '2014-04-01' })).toEqual([45, 50]);
    expect(await counts({ ...oneMore, businessDate: '2014-04-01' })).toEqual([45, 50]);
  });

  it('that differ by ten persons are both shown, and by nine who only changed not', async () => {
    await counts(question());
    expect(await counts(question({ cells: people({ x: 49, y: 41 }) }))).toEqual([40, 50]);
    expect(await counts(question({ cells: people({ x: 30, y: 60 }) }))).toEqual([30, 60]);
    expect(await counts(question())).toEqual([40, 50]);
  });

  it('are told apart by how many came, left or changed', () => {
    const changed = (one: Record<string, number>, other: Record<string, number>) => changedAtLeast(totalsOf(people(one)), totalsOf(people(other)));
    expect([changed({ x: 5 }, { x: 5 }), changed({ x: 5 }, { x: 9 }), changed({ x: 5, y: 5 }, { x: 2, y: 8 }), changed({}, { z: 3 })]).toEqual([0, 4, 3, 3]);
  });
});

describe('the budget of one person and day', () => {
  it('is refused above and not counted for a question asked again', async () => {
    const own = figures(2);
    await counts(question(), own);
    await counts(question({ by: ['PLACE'] }), own);
    await expect(counts(question({ by: ['PLACE', 'KIND'] }), own)).rejects.toMatchObject(LIMIT);
    expect(await counts(question(), own)).toEqual([40, 50]);
    expect(await counts(question({ by: ['PLACE', 'KIND'], viewer: { ...analyst, subject: 'colleague' } }), own)).toEqual([40, 50]);
    expect(await recorded()).toBe(3);
  });
});

describe('a question about figures', () => {
  it('is recorded without any person, and before it is answered', async () => {
    await counts(question({ where: { PLACE: 'p' } }));
    const [row] = await database.dataSource.query<Record<string, unknown>[]>('select body, subject, topic, question from figures_question');
    expect(row).toEqual({ body: 'one', subject: 'analyst', topic: 'people', question: '[["KIND"],{"PLACE":"p"}]' });
    expect(await database.dataSource.query('select body, cells from figures_population')).toEqual([{ body: 'one', cells: people({ x: 40, y: 50 }) }]);
  });

  it('names each dimension once, and no more than a table has', async () => {
    await expect(counts(question({ by: ['KIND', 'KIND'] }))).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
    await expect(counts(question({ shape: { ...SHAPE, depth: 1 }, by: ['PLACE', 'KIND'] }))).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
    expect(await recorded()).toBe(0);
  });

  it('is about quarters that have passed', () => {
    expect(['2014-03-03', '2014-03-31', '2014-04-01', '2014-01-01'].map(lastQuarterEnd)).toEqual(['2013-12-31', '2013-12-31', '2014-03-31', '2013-12-31']);
    expect(['2014-03-31', '2014-02-28'].map(isQuarterEnd)).toEqual([true, false]);
  });
});
