/** The derived columns of applications against the law's own term: what the database sorts and filters by is what is shown. */
import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '#law/terms/calendar.js';
import { decisionTerm } from '#law/terms/decision-term.js';
import type { ReadSession } from '#shell/read-session.js';
import type { TestDatabase } from '#shell/testing/test-database.js';
import { type ApplicationDates, termFactsOf } from '../domain/application-term.js';
import { deliver, readingOf, residentsOf, sessionOn, smallRegister } from '../testing/small-register.js';
import { FileStore } from './file.store.js';

const HEADER = 'application_number,client_number,kind,municipality,received_on,decided_on,decision,new_term_told_on,new_term_until,default_notice_on';
const SUSPENSIONS = 'application_number,from,until,reason,legal_ground';
const ORDINANCE = 'municipality,parameter,value,unit,from,until,council_decision';
const day = (from: string, most: number) => fc.integer({ min: 1, max: most }).map((days) => addDays(from, days));

interface Generated {
  readonly receivedOn: string;
  readonly told: { readonly on: string; readonly until: string } | null;
  readonly isDebtHelp: boolean;
  readonly suspensions: readonly { readonly from: string; readonly until: string | null }[];
}

const anyApplication: fc.Arbitrary<Generated> = day('2013-08-01', 210).chain((receivedOn) => fc.record({
  receivedOn: fc.constant(receivedOn),
  told: fc.option(day(receivedOn, 60).chain((on) => fc.record({ on: fc.constant(on), until: day(on, 90) }))),
  isDebtHelp: fc.boolean(),
  suspensions: fc.uniqueArray(day(receivedOn, 90).chain((from) => fc.record({ from: fc.constant(from), until: fc.option(day(from, 25)) })), { maxLength: 3, selector: (one) => one.from }),
}));
const GENERATED = fc.sample(anyApplication, { numRuns: 150, seed: 20140303 });
const numberOf = (index: number): string => String(1000 + index);

const datesOf = ({ receivedOn, told, isDebtHelp }: Generated): ApplicationDates =>
  ({ receivedOn, decidedOn: null, termWeeks: isDebtHelp ? 6 : null, newTermToldOn: told?.on ?? null, newTermUntil: told?.until ?? null });
const lastDayOn = (one: Generated, on: string): string => decisionTerm(termFactsOf(datesOf(one), one.suspensions), on).lastDay;

let database: TestDatabase;
let session: ReadSession;
beforeAll(async () => {
  database = await smallRegister();
  await database.dataSource.query('delete from suspension');
  await database.dataSource.query('delete from application');
  const lines = GENERATED.map(({ receivedOn, told, isDebtHelp }, index) => `${numberOf(index)},2,${isDebtHelp ? 'DEBT_HELP' : 'WELFARE_BENEFIT'},0626,${receivedOn},,,${told?.on ?? ''},${told?.until ?? ''},`);
  await deliver(database, 'applications', [HEADER, ...lines, ''].join('\n'));
  const periods = GENERATED.flatMap(({ suspensions }, index) => suspensions.map(({ from, until }) => `${numberOf(index)},${from},${until ?? ''},reden,Awb art. 4:15`));
  await deliver(database, 'suspensions', [SUSPENSIONS, ...periods, ''].join('\n'));
  await deliver(database, 'policy-values', `${ORDINANCE}\n0626,debt-help-decision-term,6,weeks,2012-01-01,,\n`);
  session = sessionOn(database);
});
afterAll(async () => {
  await session.close();
  await database.drop();
});

const listed = (on: string, filter: object) => new FileStore(session, readingOf(residentsOf('0626'), on, true)).applicationList({ open: true, ...filter }, { first: 1000, after: null });
const numbersWhere = (test: (one: Generated) => boolean): string[] => GENERATED.flatMap((one, index) => (test(one) ? [numberOf(index)] : [])).toSorted();

describe.each(['2013-12-24', '2014-03-03', '2014-04-18', '2014-05-05'])('the worklist on %s', (on) => {
  it('holds who is late by the law, and who is due within fourteen days', async () => {
    const late = (await listed(on, { dueBefore: on })).rows.map((one) => one.number).toSorted();
    expect(late).toEqual(numbersWhere((one) => lastDayOn(one, on) < on));
    const soon = (await listed(on, { dueFrom: on, dueBefore: addDays(on, 15) })).rows.map((one) => one.number).toSorted();
    expect(soon).toEqual(numbersWhere((one) => lastDayOn(one, on) >= on && lastDayOn(one, on) <= addDays(on, 14)));
    expect(late.length).toBeGreaterThan(0);
  });

  it('has the earliest due first, up to the days by which a term rolls', async () => {
    const { rows } = await listed(on, {});
    const keys = rows.map((one) => one.dueKey);
    expect(keys).toEqual(keys.toSorted());
    for (const row of rows) expect(lastDayOn(GENERATED[Number(row.number) - 1000]!, on) >= row.dueKey).toBe(true);
  });
});

it('an ordinance that is delivered later sets the term of the requests for debt help alone', async () => {
  const rows = await database.dataSource.query<{ kind: string; weeks: number | null }[]>('select distinct kind, term_weeks as weeks from application order by kind');
  expect(rows).toEqual([{ kind: 'DEBT_HELP', weeks: 6 }, { kind: 'WELFARE_BENEFIT', weeks: null }]);
});
