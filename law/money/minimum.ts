/**
 * The minimum number of labour years of a municipality in year T. Wsw art. 8(2); Besluit uitvoering sw art. 16, BWBR0017240 (2012): its share of the
 * nation's indicated residents, who work or wait on 31 December of T-2, severe counted 1.25. The reserve and the guarantee are the minister's
 * (Regeling art. 5, BWBR0023158). To hundredths is our reading: art. 16 was not read as saying how.
 */
import { Big } from 'big.js';
import type { Category } from '../labour-years/labour-years.js';

/** 31 December of the second year before: the day on which residents are counted for the minimum of `year`. */
export function countingDay(year: number): string {
  return `${year - 2}-12-31`;
}

/** A resident who works or waits on the counting day; severe counts 1.25. */
export function weightedResidents(counts: Readonly<Record<Category, number>>, severeFactor: string): string {
  return new Big(counts.SEVERE).times(severeFactor).plus(counts.MODERATE).toString();
}

/** (A / B) x (C - D), not rounded. `residents` and `national` are weighted, `labourYears` the nation's, `reserve` what the minister keeps. */
export function exactMinimum(residents: string, national: string, labourYears: string, reserve: string): Big {
  if (new Big(national).lte(0)) throw new RangeError('no indicated residents in the whole country');
  return new Big(labourYears).minus(reserve).times(residents).div(national);
}

/** As exactMinimum, to hundredths, half up. */
export function minimumLabourYears(residents: string, national: string, labourYears: string, reserve: string): string {
  return exactMinimum(residents, national, labourYears, reserve).toFixed(2, Big.roundHalfUp);
}

/** Municipalities that become one have their minimums together (Besluit art. 16(8)). */
export function mergedMinimum(minimums: readonly string[]): string {
  return minimums.reduce((sum, one) => sum.plus(one), new Big(0)).toFixed();
}

/** Last day on which colleges may ask another division when a part of a municipality passes: before 1 December of T-1 (Besluit art. 16(9)). */
export function lastDayForPartialMerger(year: number): string {
  return `${year - 1}-11-30`;
}
