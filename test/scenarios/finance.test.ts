/** The money of an agreement and of a municipality over the whole stack: who sees it before anybody signs, and what the companies together make of a year. */
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { GraphClient } from '../../local/demo/graph-client.js';
import { dataOf } from '../../local/demo/world.js';
import { scenarioWorkers } from '../../local/population/fixed-people.js';
import { scenarioWorkplaces } from '../../local/population/fixed-workplaces.js';
import { Negotiation, openDesk, TERMS, type Desk } from '../kit/negotiation.js';
import { as, onDate } from '../kit/stack.js';

const WHO = 3;
const FINANCE = `query Finance($id: ID!) { agreement(id: $id) { finance { labourYears residencyFeeFrom residencyFeePerYear ruleSet years { year monthEnds }
  lines { kind direction bodyId amountPerYear rule article } undecided { text } } terms { finance { labourYears } } financeRecalculation { differences } } }`;
const FORECAST = `query Forecast($year: Int!) { labourYearForecast(year: $year) { complete countedUntil shiftRequestDueOn municipalities { municipality minimum expected surplus clawback companies { company { id } expected } }
  shiftCandidates { giver { id } taker { id } labourYears } sources { answered } } }`;
const TASKS = `{ tasks(filter: { kinds: [RESIDENCE_MOVE, DOUBLE_MOVE, CATEGORY_CHANGE, LABOUR_YEAR_SHIFT] }, first: 100) { totalCount nodes { kind dueOn article } } }`;

interface Finance {
  readonly finance: { readonly labourYears: string; readonly ruleSet: string; readonly lines: readonly { readonly kind: string; readonly bodyId: string }[] } | null;
  readonly terms: { readonly finance: { readonly labourYears: string } | null };
  readonly financeRecalculation: object | null;
}
interface Forecast {
  readonly complete: boolean;
  readonly countedUntil: string;
  readonly municipalities: readonly { readonly municipality: string; readonly minimum: string; readonly expected: string | null; readonly companies: readonly { readonly expected: string }[] | null }[];
}

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});

const forecastFor = async (who: GraphClient, year = 2014): Promise<Forecast> => dataOf(await who.query<{ labourYearForecast: Forecast }>(FORECAST, { year })).labourYearForecast;

describe('the finance of a proposal', () => {
  it('is there before anybody signs, for the college and the employing firm; the firm with the place does not see it', async () => {
    const { id } = await new Negotiation(desk).proposed(scenarioWorkers[WHO]!, scenarioWorkplaces[4]!, TERMS);
    const seen = async (who: GraphClient): Promise<Finance> => dataOf(await who.query<{ agreement: Finance }>(FINANCE, { id })).agreement;
    const [college, placing, receiving] = [await seen(desk.caseWorker), await seen(desk.leiden), await seen(desk.zoetermeer)];
    expect(college.finance).toMatchObject({ ruleSet: 'wsw-2008', labourYears: '0.67' });
    expect(college.finance?.lines.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['WAGE', 'SUPERVISION', 'SECONDMENT_FEE', 'STATE_GRANT']));
    expect(placing).toEqual(college);
    expect([receiving.finance, receiving.terms.finance, receiving.financeRecalculation]).toEqual([null, null, null]);
  });
});

describe('the forecast of labour years', () => {
  it('sums three companies for the case worker, exactly and with the minimum beside it', async () => {
    const found = await forecastFor(desk.caseWorker);
    expect(found).toMatchObject({ complete: true, countedUntil: '2014-02-28' });
    expect(found.municipalities.map(({ municipality }) => municipality)).toEqual(['0626', '0629', '1916']);
    for (const { minimum, expected } of found.municipalities) expect(Math.abs(Number(expected) - Number(minimum))).toBeLessThan(10);
  });

  it('is in fives for the policy officer, and not for an analyst', async () => {
    const { municipalities } = await forecastFor(desk.policyOfficer);
    expect(municipalities.filter(({ expected }) => expected !== null && Number(expected) % 5 !== 0)).toEqual([]);
    const { errors } = await (await as('analyst')).query(FORECAST, { year: 2014 });
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });
});

it('a case worker finds moves of workers and, in summer, the joint shift among his tasks', async () => {
  const tasks = async () => dataOf(await desk.caseWorker.query<{ tasks: { nodes: readonly { kind: string; dueOn: string }[] } }>(TASKS)).tasks.nodes;
  expect((await tasks()).filter(({ kind }) => kind === 'RESIDENCE_MOVE').every(({ dueOn }) => /-01-01$/.test(dueOn))).toBe(true);
  await onDate('2014-07-01', async () => {
    expect((await tasks()).filter(({ kind }) => kind === 'LABOUR_YEAR_SHIFT').map(({ dueOn }) => dueOn)).toEqual(['2014-08-31', '2014-08-31', '2014-08-31']);
  });
});
