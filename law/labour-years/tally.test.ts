import { describe, expect, it } from '@jest/globals';
import { LabourYearTally } from './tally.js';

const tally = (rows: readonly (readonly [string, string])[]): LabourYearTally => {
  const sums = new LabourYearTally('36', '1.25');
  for (const [college, hoursPerWeek] of rows) sums.add(college, { monthEnd: '2013-01-31', hoursPerWeek, category: 'MODERATE', counts: true });
  return sums;
};

describe('many colleges in one pass', () => {
  it('are told each, in the order of their codes', () => {
    expect(tally([['0626', '36'], ['0546', '18'], ['0626', '36']]).totals()).toEqual([{ college: '0546', labourYears: '0.04' }, { college: '0626', labourYears: '0.17' }]);
  });

  it('have a total together that is rounded once, not the sum of rounded totals', () => {
    const small = tally([['0546', '1.08'], ['0626', '1.08']]);
    expect(small.totals().map(({ labourYears }) => labourYears)).toEqual(['0.00', '0.00']);
    expect(small.total()).toBe('0.01');
  });
});
