import { Big } from 'big.js';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { countingDay, exactMinimum, lastDayForPartialMerger, mergedMinimum, minimumLabourYears, weightedResidents } from './minimum.js';

const counts = fc.array(fc.integer({ min: 0, max: 3_000 }), { minLength: 1, maxLength: 400 }).filter((all) => all.some((one) => one > 0));

describe('the minimum labour years of a municipality', () => {
  it('are its share of the residents in what is left after the reserve', () => {
    expect(minimumLabourYears('190', '100000', '90120.47', '120.47')).toBe('171.00');
    expect(minimumLabourYears('191', '100000', '90120.47', '120.47')).toBe('171.90');
  });

  it('count residents on 31 December two years before, severe times 1.25', () => {
    expect(countingDay(2014)).toBe('2012-12-31');
    expect(weightedResidents({ MODERATE: 85, SEVERE: 15 }, '1.25')).toBe('103.75');
  });

  it('sum to what is divided; each rounded, they differ from it by at most half a hundredth each', () => {
    fc.assert(fc.property(counts, fc.integer({ min: 1, max: 100_000 }), (residents, nation) => {
      const all = String(residents.reduce((sum, one) => sum + one, 0));
      const exact = residents.reduce((sum, one) => sum.plus(exactMinimum(String(one), all, String(nation + 1), '1')), new Big(0));
      const rounded = residents.reduce((sum, one) => sum.plus(minimumLabourYears(String(one), all, String(nation + 1), '1')), new Big(0));
      expect(exact.minus(nation).abs().lt('1e-15')).toBe(true);
      expect(rounded.minus(nation).abs().lte(new Big('0.005').times(residents.length).plus('1e-15'))).toBe(true);
    }));
  });

  it('of municipalities that merge are their sum; a partial passage is asked before 1 December of the year before', () => {
    expect(mergedMinimum(['120.47', '0.03', '12.5'])).toBe('133');
    expect(lastDayForPartialMerger(2014)).toBe('2013-11-30');
  });

  it('cannot be told of a country without residents', () => {
    expect(() => minimumLabourYears('0', '0', '100', '0')).toThrow(RangeError);
  });
});
