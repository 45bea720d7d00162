import { Big } from 'big.js';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { accountDueOn, clawback, grantIsForfeit } from './clawback.js';

const hundredths = fc.integer({ min: 1, max: 200_000 }).map((cents) => new Big(cents).div(100).toFixed(2));

describe('what the state takes back', () => {
  it('is the missing part of the grant', () => {
    expect(clawback('100', '97.35', '2600000')).toBe('68900.00');
  });

  it('is nothing when the minimum was realised', () => {
    expect(clawback('100', '100', '2600000')).toBe('0.00');
    expect(clawback('100', '112.4', '2600000')).toBe('0.00');
    expect(clawback('0', '0', '0')).toBe('0.00');
  });

  it('is never more than the grant, and less when more was realised', () => {
    fc.assert(fc.property(hundredths, hundredths, hundredths, fc.integer({ min: 0, max: 50_000_000 }), (minimum, one, other, grant) => {
      const back = new Big(clawback(minimum, one, String(grant)));
      expect(back.gte(0) && back.lte(grant)).toBe(true);
      const more = new Big(one).plus(other).toFixed(2);
      expect(back.gte(clawback(minimum, more, String(grant)))).toBe(true);
    }));
  });

  it('is the whole grant when the account comes later than a year after the year, two years by way of a joint arrangement', () => {
    expect(accountDueOn(2012, 'COLLEGE')).toBe('2013-12-31');
    expect(grantIsForfeit(2012, 'COLLEGE', '2013-12-31', '2014-03-03')).toBe(false);
    expect(grantIsForfeit(2012, 'COLLEGE', '2014-01-01', '2014-03-03')).toBe(true);
    expect(grantIsForfeit(2012, 'COLLEGE', null, '2014-03-03')).toBe(true);
    expect(grantIsForfeit(2012, 'JOINT_ARRANGEMENT', null, '2014-12-31')).toBe(false);
  });
});
