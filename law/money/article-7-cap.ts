/**
 * Up to what yearly amount the college must subsidise supervised employment that a resident asks for. Wsw art. 7(2)(b), BWBR0008903 (2013):
 * ((A / B) x C) - D, with C 1 for moderate and 1.25 for severe; D, the cost of executing the subsidy, is the council's (art. 7(10)).
 */
import { Big } from 'big.js';
import type { Category } from '../labour-years/labour-years.js';

/** EUR per year, never below nothing. `grant` and `minimumLabourYears` of the municipality of residence. Cents are our reading. */
export function article7Cap(grant: string, minimumLabourYears: string, category: Category, severeFactor: string, executionCost: string): string {
  const minimum = new Big(minimumLabourYears);
  if (minimum.lte(0)) throw new RangeError('a municipality without minimum labour years has no amount per labour year');
  const perLabourYear = new Big(grant).times(category === 'SEVERE' ? severeFactor : '1').div(minimum);
  const cap = perLabourYear.minus(executionCost);
  return (cap.lt(0) ? new Big(0) : cap).toFixed(2, Big.roundHalfUp);
}

/** The subsidy to the employer and the fee of the supervising organisation count together, each over a whole year. Above the cap the college still may. */
export function mustSubsidise(subsidyPerYear: string, supervisionPerYear: string, cap: string): boolean {
  return new Big(subsidyPerYear).plus(supervisionPerYear).lte(cap);
}
