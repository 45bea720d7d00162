import { describe, expect, it } from '@jest/globals';
import { roundedCount, sumCells } from './disclosure.js';

describe('counts', () => {
  it('are rounded to the nearest multiple of five', () => {
    expect([10, 12, 13, 17, 18].map(roundedCount)).toEqual([10, 10, 15, 15, 20]);
  });

  it('of several bodies are summed before anything is hidden', () => {
    expect(sumCells([{ key: ['b'], count: 7 }, { key: ['a'], count: 1 }, { key: ['b'], count: 6 }])).toEqual([{ key: ['a'], count: 1 }, { key: ['b'], count: 13 }]);
  });
});
