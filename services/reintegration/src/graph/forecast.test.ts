import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { KNOWN_PARAMETERS } from '#law/testing/known-parameters.js';
import type { Role } from '#kernel/viewer.js';
import { viewerOf } from '../domain/testing/sample-agreement.js';
import type { DirectoryContext } from './directory.context.js';
import { ForecastQueries } from './forecast.queries.js';

const published = (municipality: string, minimumLabourYears: string) => ({ municipality, year: 2014, stateGrant: '2600000', minimumLabourYears, realisedLabourYears: null });
const months = ['2014-01-31', '2014-02-28'];
const hours = (municipality: string, hoursPerWeek: string, ends = months) => ends.map((monthEnd) => ({ monthEnd, municipality, category: 'MODERATE' as const, hoursPerWeek }));
const queries = new ForecastQueries();

interface Given {
  readonly role?: Role;
  readonly on?: string;
  readonly down?: boolean;
}

function contextFor({ role = 'CASE_WORKER', on = '2014-03-03', down = false }: Given = {}): { readonly context: DirectoryContext; readonly asked: number[] } {
  const asked: number[] = [];
  const body = (id: string) => ({ id, name: id, kind: 'MUNICIPALITY', oin: '0' });
  const labourPositions = (years: readonly number[]) => {
    asked.push(...years);
    const rows = years.includes(2014) ? [...hours('0626', '3510'), ...hours('1916', '3618')] : [...hours('0626', '3510', ['2013-12-31']), ...hours('1916', '3618', ['2013-12-31'])];
    const other = { body: 'sw-wassenaar', answered: !down, asOf: down ? null : '2014-02-28T00:00:00Z', rows: down ? [] : hours('0626', '36', years.includes(2014) ? months : ['2013-12-31']) };
    return Promise.resolve([{ body: 'sw-leiden', answered: true, asOf: '2014-03-03T00:00:00Z', rows }, other]);
  };
  const directory = {
    registers: { body, ownMunicipalities: ['0626', '1916'], parameters: KNOWN_PARAMETERS },
    questions: { labourPositions },
    finance: { published: () => Promise.resolve([published('0626', '100'), published('1916', '100')]) },
  };
  return { context: { viewer: viewerOf('werk-en-inkomen', role), businessDate: on, directory } as unknown as DirectoryContext, asked };
}

describe('labourYearForecast', () => {
  it('tells a case worker per municipality and company what is expected, what is short, what would be taken back, and who could shift', async () => {
    const { context, asked } = contextFor();
    const found = await queries.labourYearForecast(2014, context);
    expect(found).toMatchObject({ complete: true, countedUntil: '2014-02-28', shiftRequestDueOn: '2014-08-31', ruleSet: 'wsw-2008' });
    expect(found.municipalities).toMatchObject([
      { municipality: '0626', toDate: '16.42', expected: '98.50', surplus: '-1.50', clawback: '39000.00', companies: [{ company: { id: 'sw-leiden' }, expected: '97.50' }, { company: { id: 'sw-wassenaar' }, expected: '1.00' }] },
      { municipality: '1916', expected: '100.50', surplus: '0.50', clawback: '0.00' },
    ]);
    expect(found.shiftCandidates).toMatchObject([{ giver: { id: 'gm-0626' }, taker: { id: 'gm-1916' }, labourYears: '0.5' }]);
    expect(asked).toEqual([2014]);
  });

  it('tells a policy officer the same in fives by the last quarter, and no company when one of them is small', async () => {
    const { context, asked } = contextFor({ role: 'POLICY_OFFICER' });
    const found = await queries.labourYearForecast(2014, context);
    expect(found.countedUntil).toBe('2013-12-31');
    expect(found.municipalities).toMatchObject([{ toDate: null, expected: '100.00', surplus: '0.00', companies: null }, { expected: '100.00', companies: [{ expected: '100.00' }] }]);
    expect(asked).toEqual([2013]);
  });

  it('says that it is not complete when a company is away, and proposes no shift on half an answer', async () => {
    const found = await queries.labourYearForecast(2014, contextFor({ down: true }).context);
    expect(found.municipalities.map(({ surplus, clawback }) => [surplus, clawback])).toEqual([[null, null], [null, null]]);
    expect([found.complete, found.shiftCandidates, found.sources.map(({ answered }) => answered)]).toEqual([false, [], [true, false]]);
  });

  it('is refused to everybody else, and for a year of which nothing can be said', async () => {
    for (const role of ['ANALYST', 'COUNCIL_MEMBER', 'PLACEMENT_OFFICER', 'WORKER'] as const) await expect(queries.labourYearForecast(2014, contextFor({ role }).context)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    for (const year of [2007, 2016]) await expect(queries.labourYearForecast(year, contextFor().context)).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
  });

  it('knows no shift after 31 August, nor in a year whose law has none', async () => {
    expect((await queries.labourYearForecast(2014, contextFor({ on: '2014-09-01' }).context)).shiftCandidates).toEqual([]);
    expect(await queries.labourYearForecast(2015, contextFor().context)).toMatchObject({ shiftRequestDueOn: null, shiftCandidates: [], ruleSet: 'wsw-2015' });
  });
});
