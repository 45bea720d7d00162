import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { testDatabase, type TestDatabase } from '#shell/testing/test-database.js';
import type { PersonScope } from '../domain/directory-policy.js';
import type { Indication } from '../domain/indication.js';
import { reintegration } from '../service.js';
import { directoryReads } from './directory-reads.js';
import { reconcileCompanies, storePointers } from './employment-pointer.store.js';
import { storeIndications } from './indication.store.js';
import type { Reader } from './reader.js';
import { ReindicationTasks } from './reindication-tasks.store.js';
import { storeTrajectories } from './trajectory.store.js';

const on = '2014-03-03';
const asOf = '2014-03-03T00:00:00.000Z';
const nothing: PersonScope = { municipalities: [], company: null, self: null, on };
const voorschoten: PersonScope = { ...nothing, municipalities: ['0626'] };
const leiden: PersonScope = { ...nothing, company: 'sw-leiden' };

const indication = (number: string, person: string, over: Partial<Indication> = {}): Omit<Indication, 'asOf'> => ({
  number, person, municipality: '0626', kind: 'WSW', category: 'MODERATE', appliedOn: '2009-09-01', decidedOn: '2010-01-04', validUntil: '2020-01-03', reindicationRequestedOn: null,
  adviceSupervisedEmployment: false, adaptations: ['SEATED_WORK'], waitingSince: null, postcodeArea: '2251', ...over,
});

let database: TestDatabase;
let reader: Reader & { statements: number };

beforeAll(async () => {
  database = await testDatabase(reintegration);
  reader = {
    statements: 0,
    processed: () => undefined,
    read(work) {
      this.statements += 1;
      return work(database.dataSource.manager);
    },
    together(work) {
      return this.read(work);
    },
  };
  await database.dataSource.transaction(async (manager) => {
    await storeIndications(
      manager,
      [
        indication('I-1', 'voorschoten-at-leiden'),
        indication('I-2', 'leiden-at-leiden', { municipality: '0546' }),
        indication('I-3', 'due', { validUntil: '2014-06-30' }),
        indication('I-4', 'asked', { validUntil: '2014-06-30', reindicationRequestedOn: '2014-01-06' }),
        indication('I-5', 'gone', { validUntil: '2013-06-30' }),
        indication('I-6', 'expired-at-work', { validUntil: '2013-12-31' }),
        indication('I-7', 'waiting', { waitingSince: '2013-05-01' }),
      ],
      asOf,
    );
    await storePointers(
      manager,
      [
        { person: 'voorschoten-at-leiden', company: 'sw-leiden', employment: 'leiden:E:1', from: '2010-02-01', until: null },
        { person: 'leiden-at-leiden', company: 'sw-leiden', employment: 'leiden:E:2', from: '2010-02-01', until: null },
        { person: 'expired-at-work', company: 'sw-leiden', employment: 'leiden:E:3', from: '2010-02-01', until: null },
        { person: 'gone', company: 'sw-leiden', employment: 'leiden:E:4', from: '2010-02-01', until: '2013-06-30' },
        { person: 'elsewhere', company: 'sw-leiden', employment: 'leiden:E:5', from: '2010-02-01', until: null },
      ],
      6,
    );
    await storeTrajectories(
      manager,
      ['T-1', 'T-2'].map((number) => ({
        number, person: 'voorschoten-at-leiden', municipality: '0626', instrument: 'WERKSTAGE', programme: null, from: '2014-01-06', until: null, outcome: null, providerName: null, providerKind: null,
      })),
      asOf,
    );
  });
});

afterAll(() => database.drop());

const everybody = ['voorschoten-at-leiden', 'leiden-at-leiden', 'gone', 'elsewhere'];
const reads = () => directoryReads(reader);
const persons = (rows: ReadonlyMap<string, unknown>) => [...rows.keys()].sort();

describe('rows about persons are scoped where they are read', () => {
  it('the joint service reads the residents of the municipalities it acts for, and their employments elsewhere', async () => {
    expect(persons(await reads().indicationsOf(everybody, voorschoten))).toEqual(['gone', 'voorschoten-at-leiden']);
    expect(persons(await reads().employmentsOf(everybody, voorschoten))).toEqual(['gone', 'voorschoten-at-leiden']);
  });

  it('a company reads the indications of those it employs now, and its own pointers', async () => {
    expect(persons(await reads().indicationsOf(everybody, leiden))).toEqual(['leiden-at-leiden', 'voorschoten-at-leiden']);
    expect(persons(await reads().employmentsOf(everybody, leiden))).toEqual(['elsewhere', 'gone', 'leiden-at-leiden', 'voorschoten-at-leiden']);
  });

  it('a company reads no trajectories', async () => {
    expect((await reads().trajectoriesOf(everybody, leiden)).size).toBe(0);
    expect((await reads().trajectoriesOf(everybody, voorschoten)).get('voorschoten-at-leiden')).toHaveLength(2);
  });

  it('a worker reads himself', async () => {
    expect(persons(await reads().indicationsOf(everybody, { ...nothing, self: 'gone' }))).toEqual(['gone']);
  });

  it('without a ground nobody reads anything', async () => {
    expect((await reads().indicationsOf(everybody, nothing)).size).toBe(0);
    expect((await reads().employmentsOf(everybody, nothing)).size).toBe(0);
    expect(await reads().isVisible('voorschoten-at-leiden', nothing)).toBe(false);
    expect(await reads().isVisible('voorschoten-at-leiden', voorschoten)).toBe(true);
  });

  it('one statement serves any number of persons', async () => {
    reader.statements = 0;
    await reads().indicationsOf(Array.from({ length: 200 }, (_, index) => `person-${index}`), voorschoten);
    expect(reader.statements).toBe(1);
  });
});

describe('re-indication tasks', () => {
  const tasks = () => new ReindicationTasks(reader);
  const question = { scope: voorschoten, municipality: null, dueBefore: null, kinds: null };

  it('are due for who has not been asked for, and for who works on after the end; not for who left', async () => {
    const found = await tasks().page(question, null, 10);
    expect(found.map((task) => [task.person, task.dueOn])).toEqual([['expired-at-work', '2013-09-10'], ['due', '2014-03-10']]);
    expect(await tasks().count(question)).toBe(2);
  });

  it('come in pages that neither repeat nor skip', async () => {
    const [first] = await tasks().page(question, null, 1);
    const rest = await tasks().page(question, first ?? null, 10);
    expect(rest.map((task) => task.person)).toEqual(['due']);
  });

  it('can be asked up to a day and for one municipality', async () => {
    expect(await tasks().count({ ...question, dueBefore: '2014-03-10' })).toBe(1);
    expect(await tasks().count({ ...question, municipality: '0629' })).toBe(0);
  });

  it('are the college of residence\'s: a company has none', async () => {
    expect(await tasks().page({ ...question, scope: leiden }, null, 10)).toEqual([]);
  });
});

it('waiting candidates are indicated, waiting and without employment, under a random profile', async () => {
  const found = await reads().waitingCandidates(on);
  expect(found.map((one) => one.indication.number)).toEqual(['I-7']);
  expect(found[0]?.profile).toMatch(/^[0-9a-f-]{36}$/);
});

it('employed candidates work on the date under their last indication, ended or not, and come in one statement', async () => {
  reader.statements = 0;
  const found = await reads().employedCandidates(on);
  expect(found.map((one) => [one.indication.number, one.employment])).toEqual([['I-1', 'leiden:E:1'], ['I-2', 'leiden:E:2'], ['I-6', 'leiden:E:3']]);
  expect(found.every((one) => /^[0-9a-f-]{36}$/.test(one.profile))).toBe(true);
  expect(reader.statements).toBe(1);
});

it('trajectories that began by a day are counted by every dimension', async () => {
  expect(await reads().trajectoryCells('2014-03-31')).toEqual([expect.objectContaining({ key: expect.arrayContaining(['0626', '2014', '2014-Q1', 'RUNNING']) })]);
  expect(await reads().trajectoryCells('2013-12-31')).toEqual([]);
});

it('the report holds what a company announced and stated against what is known', async () => {
  const rows = await reconcileCompanies(database.dataSource.manager, ['sw-leiden', 'sw-wassenaar']);
  expect(rows).toEqual([
    { company: 'sw-leiden', announcements: 1, announced: 5, stated: 6, known: 5, withoutIndication: 1 },
    { company: 'sw-wassenaar', announcements: 0, announced: 0, stated: null, known: 0, withoutIndication: 0 },
  ]);
});

it('a second delivery counts what is new, changed and the same, and makes all of it as new as the delivery', async () => {
  const later = '2014-04-01T00:00:00.000Z';
  const counts = await database.dataSource.transaction((manager) =>
    storeIndications(manager, [indication('I-1', 'voorschoten-at-leiden'), indication('I-7', 'waiting', { category: 'SEVERE' }), indication('I-8', 'new')], later),
  );
  expect(counts).toEqual({ inserted: 1, updated: 1, unchanged: 1 });
  expect((await reads().indicationsOf(['voorschoten-at-leiden'], voorschoten)).get('voorschoten-at-leiden')?.[0]?.asOf).toBe(later);
});
