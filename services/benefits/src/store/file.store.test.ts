import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ReadSession } from '#shell/read-session.js';
import type { TestDatabase } from '#shell/testing/test-database.js';
import { decisionTerm } from '#law/terms/decision-term.js';
import { NOTHING, type PersonScope } from '../domain/policy.js';
import { ANNA, BRAM, CEES, ON, readingOf, residentsOf, sessionOn, smallRegister } from '../testing/small-register.js';
import { FileStore } from './file.store.js';

let database: TestDatabase;
let session: ReadSession;
beforeAll(async () => {
  database = await smallRegister();
  session = sessionOn(database);
});
afterAll(async () => {
  await session.close();
  await database.drop();
});

const everybody = [ANNA, BRAM, CEES];
const JOINT_SERVICE = residentsOf('1916', '0626');
const store = (scope: PersonScope, on?: string, debts?: boolean) => new FileStore(session, readingOf(scope, on, debts));
const all = { first: 10, after: null };

describe('files of a person', () => {
  it('are those of visible persons', async () => {
    const files = store(JOINT_SERVICE);
    expect((await files.applicationsOf(everybody)).map((one) => one.number)).toEqual(['33', '32', '35', '31']);
    expect((await files.benefitsOf(everybody)).map((one) => [one.number, one.monthlyAmount])).toEqual([['41', '900.33']]);
    expect((await files.debtTrajectoriesOf(everybody)).map((one) => one.number)).toEqual(['81']);
    expect((await files.suspensions(['33', '35', '34'])).map((one) => [one.application, one.from, one.until])).toEqual([
      ['33', '2013-03-12', '2013-03-22'],
      ['35', '2014-02-01', null],
    ]);
  });

  it('tell who asked for debt help only where debts are shown', async () => {
    const told = async (files: FileStore) => [
      (await files.applicationsOf([ANNA])).map((one) => one.number),
      (await files.applications(['36'])).map((one) => one.number),
      (await files.suspensions(['36'])).map((one) => one.application),
      (await files.applicationList({ municipality: '1916' }, all)).rows.map((one) => one.number),
      (await files.applicationList({ municipality: '1916' }, all)).totalCount,
    ];
    expect(await told(store(JOINT_SERVICE))).toEqual([['35', '31'], [], [], ['31', '35'], 2]);
    const [ofAnna, byNumber, suspended, listed, total] = await told(store(JOINT_SERVICE, ON, true));
    expect([ofAnna, byNumber, suspended, total]).toEqual([['35', '31', '36'], ['36'], ['36'], 3]);
    expect(listed).toContain('36');
    expect((await store(NOTHING, ON, true).applicationList({}, all)).totalCount).toBe(0);
  });

  it('are nothing without a scope, whatever number is asked', async () => {
    const files = store(NOTHING);
    const rows = await Promise.all([files.applicationsOf(everybody), files.applications(['31']), files.suspensions(['33']), files.benefitsOf(everybody), files.debtTrajectoriesOf(everybody)]);
    expect(rows).toEqual([[], [], [], [], []]);
    expect(await files.applicationList({}, all)).toEqual({ rows: [], totalCount: 0 });
  });
});

describe('the worklist', () => {
  it('has the earliest due first, and sorts as the rule computes', async () => {
    const { rows, totalCount } = await store(JOINT_SERVICE).applicationList({ open: true }, all);
    expect([totalCount, rows.map((one) => [one.number, one.dueKey])]).toEqual([3, [['32', '2014-03-03'], ['31', '2014-03-31'], ['35', '2014-04-17']]]);
    const standing = decisionTerm({ receivedOn: '2014-01-20', decidedOn: null, suspensions: [{ from: '2014-02-01', until: null }] }, ON);
    expect(standing.lastDay).toBe('2014-04-17');
  });

  it('goes on after the last row of a page', async () => {
    const { rows, totalCount } = await store(JOINT_SERVICE).applicationList({ open: true }, { first: 10, after: ['2014-03-31', '31'] });
    expect([totalCount, rows.map((one) => one.number)]).toEqual([3, ['35']]);
  });

  it('moves a standing suspension with the business date', async () => {
    const { rows } = await store(JOINT_SERVICE, '2014-03-04').applicationList({ open: true }, all);
    expect(rows.find((one) => one.number === '35')?.dueKey).toBe('2014-04-18');
  });

  it('is narrowed by the due date as it rolls: 18 April 2014 is Good Friday and rolls to the 22nd', async () => {
    const dueBefore = async (date: string, on: string) => (await store(JOINT_SERVICE, on).applicationList({ open: true, dueBefore: date }, all)).rows.map((one) => one.number);
    expect(await dueBefore('2014-04-22', '2014-03-04')).toEqual(['32', '31']);
    expect(await dueBefore('2014-04-23', '2014-03-04')).toEqual(['32', '31', '35']);
    expect(await dueBefore('2014-03-03', '2014-03-04')).toEqual([]);
  });

  it('is narrowed by municipality and by what is decided', async () => {
    const numbers = async (filter: object) => (await store(JOINT_SERVICE).applicationList(filter, all)).rows.map((one) => one.number);
    expect(await numbers({ municipality: '0626' })).toEqual(['33', '32']);
    expect(await numbers({ open: false })).toEqual(['33']);
  });
});

describe('figures', () => {
  it('count everybody without a person, and nothing for who may not see them', async () => {
    const figures = new FileStore(session, { scope: NOTHING, figures: true, debts: false, debtDeliveries: [], on: ON });
    expect(await figures.decidedApplications()).toEqual([
      {
        municipality: '0626',
        kind: 'SPECIAL_ASSISTANCE',
        decision: 'GRANTED',
        receivedOn: '2013-03-04',
        decidedOn: '2013-04-03',
        statutory: null,
        newTerm: null,
        suspensions: [{ application: '33', from: '2013-03-12', until: '2013-03-22' }],
      },
    ]);
    expect(await store(NOTHING).decidedApplications()).toEqual([]);
  });
});
