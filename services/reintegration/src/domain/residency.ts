// Guarantees: after a move money follows the law's two dates, or a human's reading where the law is silent; no fee is counted for a year in which no law asks one.
// Wsw art. 9 lid 2 and art. 10; domain brief 8.4 rows 7 and 8. The new college answers for the indication at once, and pays from the second calendar year.
import { ruleSetOf } from '#law/labour-years/rule-sets.js';
import { feeFrom, residencyFee, residencyFrom } from '#law/money/residency.js';
import type { TermsFacts } from './facts.js';
import type { FinanceFacts, MunicipalFinance } from './finance-facts.js';
import type { CanonicalTerms } from './terms.js';

/** A question that the law leaves open, with the readings to choose from; Dutch. */
export interface UndecidedPoint {
  readonly text: string;
  readonly readings: readonly string[];
}

/**
 * NONE: nobody else pays. FEE: the payer pays the employing college. STEPS_IN: the payer takes over the supervised employment (art. 10 lid 1).
 * BY_AGREEMENT: the year has no such law. UNKNOWN_GRANT: the payer's figures were not delivered. HUMAN: see `undecided`.
 */
export type ResidencyOutcome = 'NONE' | 'FEE' | 'STEPS_IN' | 'BY_AGREEMENT' | 'UNKNOWN_GRANT' | 'HUMAN';

export interface Residency {
  readonly outcome: ResidencyOutcome;
  /** Body ids. */
  readonly countsFor: string;
  readonly payer: string | null;
  readonly receiver: string | null;
  readonly from: string | null;
  /** Null unless the law asks a fee and it can be counted. */
  readonly feeFrom: string | null;
  readonly feePerYear: string | null;
  readonly undecided: readonly UndecidedPoint[];
}

const college = (municipality: string): string => `gm-${municipality}`;

/** `labourYears`: of the whole employment in a full year, to hundredths (art. 10 lid 3). */
export function residencyOf(terms: CanonicalTerms, { residence, employment }: TermsFacts, finance: FinanceFacts, labourYears: string): Residency {
  const employing = employment.payingMunicipality ?? residence.municipality;
  const nobody: Residency = { outcome: 'NONE', countsFor: college(employing), payer: null, receiver: null, from: null, feeFrom: null, feePerYear: null, undecided: [] };
  if (terms.workForm === 'NEW_SHELTERED') return nobody;
  const moves = finance.moves.filter(({ on }) => employment.from === null || employment.from < on);
  const [only, ...later] = moves;
  // The employment is with the new municipality itself: by every reading nobody pays from that day on.
  if (later.length === 0 && only?.to === employing && feeFrom(only.on) <= terms.from) return nobody;
  const answer = residencyFrom(moves, employment.payingMunicipality ?? undefined);
  if (answer === null) return { ...nobody, undecided: unexplained(employing, residence.municipality) };
  if ('human' in answer) return { ...nobody, outcome: 'HUMAN', undecided: [{ text: 'De wet zegt niet wie na deze verhuizing betaalt (Wsw art. 10 lid 2).', readings: answer.human }] };
  const paying = { ...nobody, payer: college(answer.payer), receiver: college(employing), from: answer.from, countsFor: college(answer.from <= terms.from ? answer.payer : employing) };
  if (!ruleSetOf(yearOf(answer.from)).settlesByLaw) return { ...paying, outcome: 'BY_AGREEMENT' };
  if (terms.workForm === 'SUPERVISED_EMPLOYMENT') return { ...paying, outcome: 'STEPS_IN' };
  const grant = grantOf(finance.municipalities, answer.payer, Math.max(yearOf(answer.from), yearOf(terms.from)));
  if (!grant) return { ...paying, outcome: 'UNKNOWN_GRANT', feeFrom: answer.from };
  return { ...paying, outcome: 'FEE', feeFrom: answer.from, feePerYear: residencyFee(grant.stateGrant, grant.minimumLabourYears, labourYears) };
}

/** The figures of a year, or those of the last year before it that were published. */
export function grantOf(known: readonly MunicipalFinance[], municipality: string, year: number): MunicipalFinance | null {
  const usable = known.filter((one) => one.municipality === municipality && one.year <= year && Number(one.minimumLabourYears) > 0);
  return usable.sort((a, b) => a.year - b.year).at(-1) ?? null;
}

function unexplained(employing: string, residence: string): UndecidedPoint[] {
  if (employing === residence) return [];
  return [{ text: `De dienstbetrekking ligt bij ${employing} en de werknemer woont in ${residence}, maar een verhuizing is niet geleverd.`, readings: [] }];
}

function yearOf(date: string): number {
  return Number(date.slice(0, 4));
}
