/** The measure of the timing runs (test/doors/timing) against values known from elsewhere. */
import { describe, expect, it } from '@jest/globals';
import { mannWhitney, median } from './doors/timing/mann-whitney.js';
import { Random } from './faults/random.js';

describe('the Mann-Whitney test', () => {
  it('gives the textbook value: two samples of five without overlap', () => {
    expect(mannWhitney([1, 2, 3, 4, 5], [6, 7, 8, 9, 10]).p).toBeCloseTo(0.0122, 3);
  });

  it('sees no difference in one population, and a shift of a quarter of its width', () => {
    const random = new Random(3);
    const sample = (shift: number): number[] => Array.from({ length: 2_000 }, () => random.next() + shift);
    expect(mannWhitney(sample(0), sample(0)).p).toBeGreaterThan(0.01);
    expect(mannWhitney(sample(0), sample(0.25)).p).toBeLessThan(1e-9);
  });

  it('holds with ties, and for samples that are all the same', () => {
    expect(mannWhitney([1, 1, 1, 2], [1, 1, 1, 2]).p).toBeCloseTo(1, 5);
    expect(mannWhitney([5, 5, 5], [5, 5, 5])).toEqual({ p: expect.closeTo(1, 5), medianGap: 0 });
  });

  it('knows a median', () => {
    expect([median([3, 1, 2]), median([4, 1, 2, 3])]).toEqual([2, 2.5]);
  });
});
