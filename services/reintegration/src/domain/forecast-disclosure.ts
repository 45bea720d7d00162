// Guarantees: who makes policy learns of labour years only in fives and by quarter, and nothing of a sum that is small; who answers for the residents learns it exactly.
// AVG art. 25; domain brief 4.8. From one month to the next a sum to the hundredth gives away one worker's hours and category.
import { roundedCount, THRESHOLD } from '#kernel/disclosure.js';
import { hasRole, type Viewer } from '#kernel/viewer.js';
import { standing, type ForecastQuestion, type LabourYearSum, type MunicipalForecast } from './labour-year-forecast.js';

export const ROUNDING_RULE =
  'Geteld is tot en met het laatste kwartaaleinde. Arbeidsjaren zijn afgerond op een veelvoud van vijf; een som onder de tien wordt niet getoond, en een verdeling over bedrijven evenmin als er zo\'n som in zit.';
export const EXACT_RULE = 'Geteld is tot en met het laatste maandeinde; de maanden die nog komen zijn gerekend als dat maandeinde. Wie verhuisde telt bij de gemeente van zijn dienstbetrekking.';

/** Null where the sum is too small for this viewer. */
export interface ShownForecast extends Omit<MunicipalForecast, 'expected' | 'toDate' | 'companies'> {
  readonly toDate: string | null;
  readonly expected: string | null;
  readonly companies: MunicipalForecast['companies'] | null;
}

export function mayForecast(viewer: Viewer): boolean {
  return hasRole(viewer, 'CASE_WORKER', 'POLICY_OFFICER');
}

export function seesExactly(viewer: Viewer): boolean {
  return hasRole(viewer, 'CASE_WORKER');
}

/** The minimum and the grant are public; what follows from an expectation is counted again from the rounded one. */
export function rounded(question: Pick<ForecastQuestion, 'year' | 'published'>, exact: MunicipalForecast): ShownForecast {
  const expected = roundedSum(exact.expected);
  const toDate = roundedSum(exact.toDate);
  if (expected === null) return { ...exact, toDate: null, expected: null, surplus: null, clawback: null, companies: null };
  const counted = standing(question, { municipality: exact.municipality, toDate: toDate ?? '0.00', expected, companies: [] });
  return { ...counted, toDate, companies: roundedParts(exact.companies) };
}

/** All or none: a hidden part would be the total less the others. */
function roundedParts(parts: MunicipalForecast['companies']): MunicipalForecast['companies'] | null {
  const told = parts.map(({ body, ...sum }) => ({ body, ...roundedSums(sum) }));
  return told.some(({ expected }) => expected === null) ? null : told.flatMap(({ body, expected, toDate }) => (expected === null ? [] : [{ body, expected, toDate }]));
}

function roundedSums({ toDate, expected }: LabourYearSum): { toDate: string; expected: string | null } {
  return { toDate: roundedSum(toDate) ?? '0.00', expected: roundedSum(expected) };
}

/** As the companies round their own labour years. */
function roundedSum(total: string): string | null {
  return Number(total) < THRESHOLD ? null : `${roundedCount(Number(total))}.00`;
}
