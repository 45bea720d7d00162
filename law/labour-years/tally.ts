/** The labour years of many colleges in one pass over month-end positions. Wsw art. 1(1); Besluit uitvoering sw art. 15(d): each total is rounded once. */
import { Big } from 'big.js';
import { inLabourYears, toHundredths, weightedHours, type MonthEndPosition } from './labour-years.js';

/** Keeps one sum of weighted hours per college, exact, and no position. Positions may come in any order. */
export class LabourYearTally {
  private readonly sums = new Map<string, Big>();

  constructor(
    private readonly fullWeekHours: string,
    private readonly severeFactor: string,
  ) {}

  add(college: string, position: MonthEndPosition): void {
    this.sums.set(college, (this.sums.get(college) ?? new Big(0)).plus(weightedHours(position, this.severeFactor)));
  }

  /** Of everybody together; not the sum of the colleges' rounded totals. */
  total(): string {
    return this.inHundredths([...this.sums.values()].reduce((sum, one) => sum.plus(one), new Big(0)));
  }

  totals(): { readonly college: string; readonly labourYears: string }[] {
    const sorted = [...this.sums].sort(([a], [b]) => (a < b ? -1 : 1));
    return sorted.map(([college, weighted]) => ({ college, labourYears: this.inHundredths(weighted) }));
  }

  private inHundredths(weighted: Big): string {
    return toHundredths(inLabourYears(weighted, this.fullWeekHours));
  }
}
