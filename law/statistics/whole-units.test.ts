import { describe, expect, it } from '@jest/globals';
import { wholeUnits } from './whole-units.js';

describe('hours and percentages in the statistics', () => {
  it.each([['28', '28'], ['28.49', '28'], ['28.50', '29'], ['0.5', '1'], ['99.999', '100']])('%s is rounded to %s', (amount, whole) => {
    expect(wholeUnits(amount)).toBe(whole);
  });

  it.each(['', '-1', '28,5', '1e2'])('%p is no amount', (amount) => {
    expect(() => wholeUnits(amount)).toThrow(RangeError);
  });
});
