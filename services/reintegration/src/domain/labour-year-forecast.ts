// Guarantees: what a municipality may expect to realise is the month ends that were counted and the last one carried on; companies are summed before anything is rounded.
// Wsw art. 1 lid 1, art. 8 and art. 9 lid 1; Besluit uitvoering sw art. 15 and art. 16 lid 7. A forecast is no realisation: the label says until which day was counted.
import { Big } from 'big.js';
import { LabourYearTally } from '#law/labour-years/tally.js';
import { ruleSetOf } from '#law/labour-years/rule-sets.js';
import { clawback } from '#law/money/clawback.js';
import { lastDayForShift, shiftCandidates, type ShiftCandidate } from '#law/money/joint-shift.js';
import type { MunicipalFinance } from './finance-facts.js';
import type { DisabilityCategory } from './indication.js';
import { lastMonthEndUpTo, monthEndsOf } from './month-ends.js';

/** Contract hours of the Wsw workers of one company for whom a municipality answers, on one month end. */
export interface LabourPosition {
  readonly monthEnd: string;
  readonly municipality: string;
  readonly category: DisabilityCategory;
  readonly hoursPerWeek: string;
}

/** Of this year, and, where no month end of it has come, of the last one before it. */
export interface CompanyPositions {
  /** Body id. */
  readonly body: string;
  readonly positions: readonly LabourPosition[];
}

export interface ForecastQuestion {
  readonly year: number;
  /** The last day that is counted. */
  readonly until: string;
  readonly municipalities: readonly string[];
  readonly companies: readonly CompanyPositions[];
  readonly published: readonly MunicipalFinance[];
  readonly fullWeekHours: string;
  readonly severeFactor: string;
}

export interface LabourYearSum {
  /** What was counted so far. */
  readonly toDate: string;
  readonly expected: string;
}

export interface MunicipalForecast extends LabourYearSum {
  readonly municipality: string;
  readonly minimum: string | null;
  readonly stateGrant: string | null;
  /** As accounted for. */
  readonly realised: string | null;
  /** Expected less minimum; negative: a deficit. */
  readonly surplus: string | null;
  readonly clawback: string | null;
  readonly companies: readonly (LabourYearSum & { readonly body: string })[];
}

/** The last month end that is counted, of the year or before it; its positions stand for the months to come. */
export function lastCounted(year: number, until: string): string {
  const last = `${year}-12-31`;
  return lastMonthEndUpTo(until < last ? until : last);
}

export function forecast(question: ForecastQuestion): MunicipalForecast[] {
  return question.municipalities.map((municipality) => {
    const sum = sumOf(question, question.companies, municipality);
    const parts = question.companies.map((company) => ({ body: company.body, ...sumOf(question, [company], municipality) }));
    return standing(question, { municipality, ...sum, companies: parts.filter(({ expected }) => !new Big(expected).eq(0)) });
  });
}

/** Sets an expectation beside the figures of the year; used again after rounding, so that nothing exact shines through. */
export function standing(
  { year, published }: Pick<ForecastQuestion, 'year' | 'published'>,
  { municipality, toDate, expected, companies }: Pick<MunicipalForecast, 'municipality' | 'toDate' | 'expected' | 'companies'>,
): MunicipalForecast {
  const figures = published.find((one) => one.municipality === municipality && one.year === year) ?? null;
  const byLaw = figures !== null && ruleSetOf(year).settlesByLaw ? figures : null;
  return {
    municipality, toDate, expected, companies,
    minimum: figures?.minimumLabourYears ?? null, stateGrant: figures?.stateGrant ?? null, realised: figures?.realisedLabourYears ?? null,
    surplus: byLaw ? new Big(expected).minus(byLaw.minimumLabourYears).toFixed(2) : null,
    clawback: byLaw && new Big(byLaw.minimumLabourYears).gt(0) ? clawback(byLaw.minimumLabourYears, expected, byLaw.stateGrant) : null,
  };
}

/** Who could give and take minimum labour years; nobody after the last day for the request, or when no law shifts them. */
export function candidatesFor(year: number, on: string, forecasts: readonly MunicipalForecast[]): readonly ShiftCandidate[] {
  if (!ruleSetOf(year).settlesByLaw || on > lastDayForShift(year)) return [];
  return shiftCandidates(forecasts.flatMap(({ municipality, minimum, expected }) => (minimum === null ? [] : [{ municipality, minimum, expected }])));
}

function sumOf({ year, until, fullWeekHours, severeFactor }: ForecastQuestion, companies: readonly CompanyPositions[], municipality: string): LabourYearSum {
  const counted = monthEndsOf(year).filter((end) => end <= until);
  const last = lastCounted(year, until);
  const toDate = new LabourYearTally(fullWeekHours, severeFactor);
  const expected = new LabourYearTally(fullWeekHours, severeFactor);
  const own = companies.flatMap(({ positions }) => positions.filter((one) => one.municipality === municipality));
  for (const position of own) {
    const isCounted = counted.includes(position.monthEnd);
    const carried = position.monthEnd === last ? monthEndsOf(year).length - counted.length : 0;
    if (isCounted) toDate.add(municipality, { ...position, counts: true });
    for (let month = 0; month < carried + Number(isCounted); month += 1) expected.add(municipality, { ...position, counts: true });
  }
  return { toDate: toDate.total(), expected: expected.total() };
}
