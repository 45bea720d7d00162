/** The totals of labour years once more, in whole numbers, which cannot round before the end: what the rule is held against. */
import type { MonthEndPosition } from '#law/labour-years/labour-years.js';

export const WEEK = '36';
export const FACTOR = '1.25';

/** Weighted hours, each in ten-thousandths. */
export class WholeNumbers {
  private readonly sums = new Map<string, bigint>();

  add(key: string, { hoursPerWeek, category, counts }: MonthEndPosition): void {
    const [whole = '0', part = ''] = hoursPerWeek.split('.');
    const hours = BigInt(whole + part.padEnd(2, '0'));
    this.sums.set(key, (this.sums.get(key) ?? 0n) + (counts ? hours * (category === 'SEVERE' ? 125n : 100n) : 0n));
  }

  /** Rounded half up to hundredths by whole numbers alone. */
  labourYears(key: string): string {
    const unit = BigInt(WEEK) * 12n * 10_000n;
    const hundredths = ((this.sums.get(key) ?? 0n) * 200n + unit) / (unit * 2n);
    return `${hundredths / 100n}.${String(hundredths % 100n).padStart(2, '0')}`;
  }
}
