// Guarantees: what an agreement means for the money of each body follows from its terms and the facts kept with them, the same way every time and before anyone signs.
// Wsw art. 1 lid 1 and arts 8 to 10; Besluit uitvoering sw art. 15; domain brief 2.3, 2.4, 8.4 row 5. What the law does not settle is a point for a human, never a number.
import { labourYearsOf, toHundredths } from '#law/labour-years/labour-years.js';
import { ruleSetOf } from '#law/labour-years/rule-sets.js';
import { corrected, monthlyAdvances } from '#law/money/residency.js';
import { parameterOn, type Parameter } from '#law/parameters.js';
import { costLines, type CostLine } from './cost-lines.js';
import { dutchNumber } from './dutch.js';
import type { TermsFacts } from './facts.js';
import type { FinanceFacts } from './finance-facts.js';
import { monthEndsOf } from './month-ends.js';
import { residencyOf, type UndecidedPoint } from './residency.js';
import type { CanonicalTerms } from './terms.js';

export interface AgreementYear {
  readonly year: number;
  /** Month ends of the year on which the agreement runs. */
  readonly monthEnds: number;
  readonly labourYears: string;
}

export interface AgreementFinance {
  /** Of the terms' hours in a full calendar year, to hundredths. */
  readonly labourYears: string;
  /** Of the whole employment, which the law's fee is about. */
  readonly employmentLabourYears: string;
  readonly years: readonly AgreementYear[];
  /** Body id of the college whose minimum they count for on the first day. */
  readonly countsFor: string;
  readonly residencyFeeFrom: string | null;
  readonly residencyFeePerYear: string | null;
  readonly advances: readonly string[];
  readonly lines: readonly CostLine[];
  readonly ruleSet: string;
  readonly ruleSetText: string;
  readonly undecided: readonly UndecidedPoint[];
}

/** An agreement without an end is told of so many calendar years. */
const YEARS_SHOWN = 3;

/** Null where the category is not known, or the version is of before the facts of its money were kept. `on`: chooses the parameters. */
export function financeOf(terms: CanonicalTerms, facts: TermsFacts, parameters: readonly Parameter[], on: string): AgreementFinance | null {
  const { finance } = facts;
  const counts = terms.workForm !== 'NEW_SHELTERED';
  if (!finance || (counts && finance.category === null)) return null;
  const count = (ends: readonly string[], hours: string): string => labourYears(ends, counts ? hours : '0', finance, parameters, on);
  const year = Number(terms.from.slice(0, 4));
  const own = count(monthEndsOf(year), terms.hoursPerWeek);
  const whole = count(monthEndsOf(year), employmentHours(terms, facts));
  const residency = residencyOf(terms, facts, finance, whole);
  const ruleSet = ruleSetOf(year);
  return {
    labourYears: own, employmentLabourYears: whole, countsFor: residency.countsFor, years: yearsOf(terms, count),
    residencyFeeFrom: residency.feeFrom, residencyFeePerYear: residency.feePerYear,
    advances: residency.feePerYear === null ? [] : monthlyAdvances(residency.feePerYear),
    lines: costLines({ terms, facts, finance, residency, labourYears: own, weeksPerYear: parameterOn(parameters, 'WEEKS_PER_YEAR', on).value }),
    ruleSet: ruleSet.id, ruleSetText: ruleSet.text, undecided: residency.undecided,
  };
}

/**
 * The advances of the months of this year that are left, so that what was paid by the kept count and what is left are the new fee (Wsw art. 10 lid 4); empty when
 * no fee runs yet. That the advance of the running month was paid is how we count, no law.
 */
export function advancesLeft(kept: AgreementFinance, now: AgreementFinance, on: string): readonly string[] {
  const runs = (one: AgreementFinance): boolean => one.residencyFeeFrom !== null && one.residencyFeeFrom <= on;
  if (!runs(kept) && !runs(now)) return [];
  const months = Number(on.slice(5, 7));
  const paid = Array.from({ length: months }, (_, month) => (runs(kept) ? (kept.advances[month] ?? '0.00') : '0.00'));
  return corrected(paid, runs(now) ? (now.residencyFeePerYear ?? '0.00') : '0.00');
}

/** What changed when the same terms are counted with other facts, in Dutch; empty: nothing. The category itself is not told. */
export function differences(kept: AgreementFinance, now: AgreementFinance): readonly string[] {
  const told = (what: string, before: string | null, after: string | null): string[] =>
    before === after ? [] : [`${what}: ${before === null ? 'geen' : dutchNumber(before)} werd ${after === null ? 'geen' : dutchNumber(after)}.`];
  return [
    ...told('Arbeidsjaren per jaar', kept.labourYears, now.labourYears),
    ...told('Vergoeding na verhuizing per jaar', kept.residencyFeePerYear, now.residencyFeePerYear),
    ...(kept.residencyFeeFrom === now.residencyFeeFrom ? [] : ['De dag waarop de nieuwe woongemeente betaalt is een andere.']),
    ...(now.undecided.length > kept.undecided.length ? ['Er is een punt bijgekomen waarover een mens beslist.'] : []),
  ];
}

function labourYears(ends: readonly string[], hoursPerWeek: string, { category }: FinanceFacts, parameters: readonly Parameter[], on: string): string {
  const positions = ends.map((monthEnd) => ({ monthEnd, hoursPerWeek, category: category ?? 'MODERATE', counts: true }));
  return toHundredths(labourYearsOf(positions, parameterOn(parameters, 'FULL_WEEK_HOURS', on).value, parameterOn(parameters, 'SEVERE_FACTOR', on).value));
}

/** In supervised employment the employment is the one of these terms. */
function employmentHours({ workForm, hoursPerWeek }: CanonicalTerms, { employment }: TermsFacts): string {
  return workForm === 'SUPERVISED_EMPLOYMENT' ? hoursPerWeek : (employment.hoursPerWeek ?? hoursPerWeek);
}

function yearsOf({ from, until, hoursPerWeek }: CanonicalTerms, count: (ends: readonly string[], hours: string) => string): AgreementYear[] {
  const first = Number(from.slice(0, 4));
  const last = Math.min(until === null ? Infinity : Number(until.slice(0, 4)), first + YEARS_SHOWN - 1);
  return Array.from({ length: last - first + 1 }, (_, index) => first + index).map((year) => {
    const ends = monthEndsOf(year).filter((end) => from <= end && (until === null || end <= until));
    return { year, monthEnds: ends.length, labourYears: count(ends, hoursPerWeek) };
  });
}

