/**
 * What the ministry gives and asks of each municipality per year (Wsw art. 8). The amount for a labour year is written from memory and the minima
 * follow the number of workers: realistic, and no law. One municipality falls short of its minimum and another has more, so that a shift can be tried.
 */
import { Big } from 'big.js';
import { COMPANIES, LEIDSCHENDAM_VOORBURG, MUNICIPALITIES, VOORSCHOTEN, WORKERS } from './parameters.js';

export interface MunicipalYear {
  readonly municipality: string;
  readonly year: number;
  /** Whole euros. */
  readonly stateGrant: string;
  readonly minimumLabourYears: string;
  readonly realisedLabourYears: string | null;
}

const GRANT_PER_LABOUR_YEAR = 25_700;
/** Minimum for each worker in service on the business date. */
const MINIMUM_PER_WORKER = { ordinary: '0.82', [LEIDSCHENDAM_VOORBURG]: '0.85', [VOORSCHOTEN]: '0.78' } as const;
/** The minima went down every year. */
const YEARS: readonly (readonly [year: number, factor: string])[] = [[2012, '1.04'], [2013, '1.02'], [2014, '1']];
const ACCOUNTED_YEAR = 2012;
const REALISED_SHARE = '0.99';

export function municipalFinance(): MunicipalYear[] {
  return Object.keys(MUNICIPALITIES).sort().flatMap((municipality) => YEARS.map(([year, factor]) => yearOf(municipality, year, factor)));
}

function yearOf(municipality: string, year: number, factor: string): MunicipalYear {
  const minimum = new Big(workersFrom(municipality)).times(perWorker(municipality)).times(factor).round(2, Big.roundHalfUp);
  return {
    municipality, year, minimumLabourYears: minimum.toFixed(2), stateGrant: minimum.times(GRANT_PER_LABOUR_YEAR).toFixed(0, Big.roundHalfUp),
    realisedLabourYears: year === ACCOUNTED_YEAR ? minimum.times(REALISED_SHARE).toFixed(2, Big.roundHalfUp) : null,
  };
}

function perWorker(municipality: string): string {
  return (MINIMUM_PER_WORKER as Readonly<Record<string, string>>)[municipality] ?? MINIMUM_PER_WORKER.ordinary;
}

function workersFrom(municipality: string): number {
  return COMPANIES.reduce((sum, company) => sum + (WORKERS[company][municipality] ?? 0), 0);
}
