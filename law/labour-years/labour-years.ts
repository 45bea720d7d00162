/**
 * Realised labour years. Wsw art. 1(1), BWBR0008903 (2013): a full working week for a whole calendar year, by the average of the twelve
 * month-end positions. Besluit uitvoering sw art. 15, BWBR0017240: (a) which months count, (c) severe counts 1.25, (d) the total of a college is
 * rounded to hundredths, 0.005 upwards. One person is rounded for Wsw art. 10(3) only.
 */
import { Big } from 'big.js';

export type Category = 'MODERATE' | 'SEVERE';

export interface MonthEndPosition {
  readonly monthEnd: string;
  readonly hoursPerWeek: string;
  readonly category: Category;
  /** Besluit art. 15(a), see counted-months.ts. */
  readonly counts: boolean;
}

const MONTHS = 12;
/** Far below the smallest difference that hours and weeks can make (1e-8), far above what the quotients of a million persons lose together (1e-14). */
const SETTLED_DECIMALS = 12;

/** The hours of a position, times the factor of its category; nothing when the month does not count. */
export function weightedHours(position: MonthEndPosition, severeFactor: string): Big {
  const hours = new Big(position.counts ? position.hoursPerWeek : '0');
  return position.category === 'SEVERE' ? hours.times(severeFactor) : hours;
}

/** One person in one year, not rounded. A month end without a position counts as nothing; a thirteenth is RangeError. */
export function labourYearsOf(positions: readonly MonthEndPosition[], fullWeekHours: string, severeFactor: string): Big {
  if (positions.length > MONTHS) throw new RangeError(`${positions.length} month-end positions in one year`);
  return inLabourYears(positions.reduce((sum, one) => sum.plus(weightedHours(one, severeFactor)), new Big(0)), fullWeekHours);
}

/** Weighted hours of the month ends of a year, over the full week and twelve months. */
export function inLabourYears(weighted: Big, fullWeekHours: string): Big {
  return weighted.div(new Big(fullWeekHours).times(MONTHS));
}

/** The total of a college: summed first, rounded once (Besluit art. 15(d)). */
export function totalLabourYears(perPerson: Iterable<Big>): string {
  let sum = new Big(0);
  for (const one of perPerson) sum = sum.plus(one);
  return toHundredths(sum);
}

/** Two decimals, 0.005 upwards. Three thirds of a half hundredth are a half hundredth here, though none of them has an end as a decimal. */
export function toHundredths(labourYears: Big): string {
  return labourYears.round(SETTLED_DECIMALS, Big.roundHalfUp).toFixed(2, Big.roundHalfUp);
}
