import { describe, expect, it } from '@jest/globals';
import { article7Cap, mustSubsidise } from './article-7-cap.js';

describe('the cap of supervised employment', () => {
  it('is the grant per minimum labour year, severe times 1.25, less the cost of execution', () => {
    expect(article7Cap('2600000', '100', 'MODERATE', '1.25', '1500')).toBe('24500.00');
    expect(article7Cap('2600000', '100', 'SEVERE', '1.25', '1500')).toBe('31000.00');
  });

  it('is never below nothing', () => {
    expect(article7Cap('1000', '100', 'MODERATE', '1.25', '1500')).toBe('0.00');
    expect(() => article7Cap('1000', '0', 'MODERATE', '1.25', '0')).toThrow(RangeError);
  });

  it('holds for subsidy and supervision together: up to it the college must, above it the college may', () => {
    expect(mustSubsidise('20000', '4500', '24500.00')).toBe(true);
    expect(mustSubsidise('20000', '4500.01', '24500.00')).toBe(false);
  });
});
