import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { median, percentile, slope } from './figures.js';

describe('a percentile', () => {
  it('is the smallest value that so many per cent of the values do not exceed', () => {
    const values = [15, 20, 35, 40, 50];
    expect([5, 30, 40, 50, 95, 100].map((percent) => percentile(values, percent))).toEqual([15, 20, 20, 35, 50, 50]);
  });

  it('is always one of the values, and grows with the per cents', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ noNaN: true }), { minLength: 1 }), fc.nat(100), fc.nat(100), (values, one, other) => {
        const [low, high] = [percentile(values, Math.min(one, other)), percentile(values, Math.max(one, other))];
        expect(low <= high).toBe(true);
        expect(values.some((value) => value === low)).toBe(true);
      }),
    );
  });

  it('of nothing is not a number', () => {
    expect(percentile([], 50)).toBeNaN();
  });
});

describe('a median', () => {
  it('is the middle value, or the mean of the two in the middle', () => {
    expect([median([3, 1, 2]), median([4, 1, 3, 2]), median([7])]).toEqual([2, 2.5, 7]);
    expect(median([])).toBeNaN();
  });

  it('leaves its values in their order', () => {
    const values = [3, 1, 2];
    median(values);
    expect(values).toEqual([3, 1, 2]);
  });
});

describe('a slope', () => {
  it('is what the values grow by per step', () => {
    expect(slope([0, 1, 2, 3], [5, 7, 9, 11])).toBeCloseTo(2);
    expect(slope([0, 10, 20], [9, 9, 9])).toBe(0);
  });

  it('of one value, or of values at one place, is nothing', () => {
    expect([slope([], []), slope([1], [5]), slope([2, 2], [1, 9])]).toEqual([0, 0, 0]);
  });
});
