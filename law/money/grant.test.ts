import { Big } from 'big.js';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { KNOWN_PARAMETERS } from '../testing/known-parameters.js';
import { grant, grantPayments } from './grant.js';

const sum = (amounts: readonly string[]): string => amounts.reduce((total, one) => total.plus(one), new Big(0)).toFixed(0);

describe('the grant of a municipality', () => {
  it('is its share of the minimums in what is divided, in whole euros, half up', () => {
    expect(grant('100', '90000', '2340000000', '0')).toBe('2600000');
    expect(grant('1', '2', '1', '0')).toBe('1');
    expect(grant('1', '3', '101', '100')).toBe('0');
  });

  it('is paid in twelve months: 7.75 percent, and 14.75 in May', () => {
    const payments = grantPayments(2014, '2600000', KNOWN_PARAMETERS);
    expect(payments[0]).toBe('201500.00');
    expect(payments[4]).toBe('383500.00');
    expect(payments[11]).toBe('201500.00');
  });

  it('is paid wholly, to the cent', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 100_000_000 }), (amount) => {
      const payments = grantPayments(2014, String(amount), KNOWN_PARAMETERS);
      expect(payments).toHaveLength(12);
      expect(sum(payments)).toBe(String(amount));
    }));
  });

  it('has no payments by this rule after 2014', () => {
    expect(() => grantPayments(2015, '100', KNOWN_PARAMETERS)).toThrow(RangeError);
  });
});
