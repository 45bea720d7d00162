import { Big } from 'big.js';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { labourYearsOf, toHundredths, totalLabourYears, type Category, type MonthEndPosition } from './labour-years.js';
import { LabourYearTally } from './tally.js';

const position = (hoursPerWeek: string, category: Category = 'MODERATE', counts = true): MonthEndPosition => ({ monthEnd: '2013-01-31', hoursPerWeek, category, counts });
const months = (count: number, hoursPerWeek: string, category: Category = 'MODERATE'): MonthEndPosition[] => Array.from({ length: count }, () => position(hoursPerWeek, category));
const years = (positions: readonly MonthEndPosition[]): Big => labourYearsOf(positions, '36', '1.25');
const hundredths = (positions: readonly MonthEndPosition[]): string => toHundredths(years(positions));

const positions = fc.record({ hours: fc.integer({ min: 0, max: 4_000 }), severe: fc.boolean(), counts: fc.boolean() })
  .map(({ hours, severe, counts }) => position(new Big(hours).div(100).toFixed(2), severe ? 'SEVERE' : 'MODERATE', counts));
const persons = fc.array(fc.array(positions, { maxLength: 12 }), { maxLength: 40 });

/** 432 x 10,000 weighted hours, in whole numbers. */
function exactTotal(people: readonly (readonly MonthEndPosition[])[]): string {
  const unit = ({ hoursPerWeek, category, counts }: MonthEndPosition): bigint => (counts ? BigInt(hoursPerWeek.replace('.', '')) * (category === 'SEVERE' ? 125n : 100n) : 0n);
  const sum = people.flat().map(unit).reduce((total, one) => total + one, 0n);
  const cents = (sum * 100n * 2n + 432n * 10_000n) / (432n * 10_000n * 2n);
  return new Big(cents.toString()).div(100).toFixed(2);
}

describe('the labour years of one person', () => {
  it.each([
    ['36', 'MODERATE', 12, '1.00'], ['36', 'SEVERE', 12, '1.25'], ['28', 'SEVERE', 12, '0.97'], ['24', 'MODERATE', 12, '0.67'],
    ['32', 'MODERATE', 7, '0.52'], ['20', 'SEVERE', 6, '0.35'], ['9', 'MODERATE', 6, '0.13'],
  ] as const)('are the average of twelve month ends over the full week: %s hours, %s, %d months', (hours, category, count, expected) => {
    expect(hundredths(months(count, hours, category))).toBe(expected);
  });

  it('take the category of each month end, when it changes in the year', () => {
    expect(hundredths([...months(6, '36'), ...months(6, '36', 'SEVERE')])).toBe('1.13');
  });

  it('leave out the months that do not count', () => {
    expect(hundredths([...months(6, '36'), ...Array.from({ length: 6 }, () => position('36', 'SEVERE', false))])).toBe('0.50');
  });

  it('have at most twelve positions', () => {
    expect(() => years(months(13, '36'))).toThrow(RangeError);
  });
});

describe('the total of a college', () => {
  it('is rounded once: three persons of 0.335 are 1.01, and would be 1.02 when each was rounded first', () => {
    expect(totalLabourYears([1, 2, 3].map(() => new Big('0.335')))).toBe('1.01');
  });

  it('goes up at a half hundredth that no single person has an end of', () => {
    // 144 + 144 + 146.16 weighted hours over 432 are 1.005; a third has no end as a decimal.
    expect(totalLabourYears([...[1, 2].map(() => years(months(12, '12'))), years(months(12, '12.18'))])).toBe('1.01');
  });

  it('of nobody is 0.00', () => {
    expect(totalLabourYears([])).toBe('0.00');
  });

  it('is the exact fraction rounded once, for any persons', () => {
    fc.assert(fc.property(persons, (people) => {
      expect(totalLabourYears(people.map(years))).toBe(exactTotal(people));
    }));
  });

  it('is the same in one pass that keeps no person', () => {
    fc.assert(fc.property(persons, (people) => {
      const tally = new LabourYearTally('36', '1.25');
      for (const one of people.flat()) tally.add('0626', one);
      expect(tally.total()).toBe(totalLabourYears(people.map(years)));
    }));
  });
});
