import { Big } from 'big.js';
import fc from 'fast-check';
import { describe, expect, it } from '@jest/globals';
import { parameterOn } from '../parameters.js';
import { KNOWN_PARAMETERS } from '../testing/known-parameters.js';
import { flatWageCostSubsidy, wageCostSubsidy, type WageCostParameters } from './wage-cost-subsidy.js';

const value = (name: string, on = '2015-07-01'): string => parameterOn(KNOWN_PARAMETERS, name, on).value;
const GIVEN: WageCostParameters = { minimumWagePerMonth: '1500', holidayPercent: '8', maxPercent: '70', chargesPercent: '23.5', fullWeekHours: '36' };

describe('the wage-cost subsidy', () => {
  it('fills what the work is worth up to the minimum wage, with the holiday allowance', () => {
    expect(wageCostSubsidy('60', '36', GIVEN)).toEqual({ subsidy: '648.00', charges: '152.28', total: '800.28', atMaximum: false });
  });

  it('is at most seventy percent, so that work worth less than thirty brings no more', () => {
    expect(wageCostSubsidy('30', '36', GIVEN)).toMatchObject({ subsidy: '1134.00', atMaximum: false });
    expect(wageCostSubsidy('10', '36', GIVEN)).toMatchObject({ subsidy: '1134.00', atMaximum: true });
  });

  it('follows the hours up to 36 and no further', () => {
    expect(wageCostSubsidy('60', '18', GIVEN).subsidy).toBe('324.00');
    expect(wageCostSubsidy('60', '40', GIVEN).subsidy).toBe('648.00');
  });

  it('is flat until the worth of the work is known', () => {
    expect(flatWageCostSubsidy(value('WAGE_COST_FLAT_PERCENT', '2025-02-04'), '36', GIVEN)).toMatchObject({ subsidy: '810.00' });
  });

  it('refuses a worth outside 0 to 100', () => {
    expect(() => wageCostSubsidy('101', '36', GIVEN)).toThrow(RangeError);
    expect(() => wageCostSubsidy('-1', '36', GIVEN)).toThrow(RangeError);
  });

  it('has its figures in the register, and says which were checked', () => {
    expect(['MINIMUM_WAGE_MONTH', 'MINIMUM_HOLIDAY_PERCENT', 'WAGE_COST_MAX_PERCENT', 'WAGE_COST_CHARGES_PERCENT', 'WAGE_COST_FULL_WEEK'].map((name) => value(name)))
      .toEqual(['1507.80', '8', '70', '23.5', '36']);
    expect(parameterOn(KNOWN_PARAMETERS, 'MINIMUM_WAGE_MONTH', '2015-07-01').verified).toBe(false);
    expect(parameterOn(KNOWN_PARAMETERS, 'WAGE_COST_CHARGES_PERCENT', '2015-07-01').verified).toBe(true);
  });

  it('never grows with the worth of the work, and never passes the maximum', () => {
    const percent = fc.integer({ min: 0, max: 100 }).map(String);
    fc.assert(fc.property(percent, percent, fc.integer({ min: 1, max: 36 }).map(String), (one, other, hours) => {
      const [low, high] = [one, other].toSorted((a, b) => Number(a) - Number(b));
      const most = new Big('1620').times('0.7').times(hours).div(36).plus('0.01');
      const paid = new Big(wageCostSubsidy(low!, hours, GIVEN).subsidy);
      expect(paid.gte(wageCostSubsidy(high!, hours, GIVEN).subsidy)).toBe(true);
      expect(paid.lte(most)).toBe(true);
    }));
  });
});
