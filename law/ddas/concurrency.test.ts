import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { concurrences, isSameTrajectory, type Placed } from './concurrency.js';

const placed = (change: Partial<Placed> = {}): Placed => ({ path: 'a', supplier: 'one', clients: ['x'], from: '2013-01-01', until: '2013-06-30', ...change });
const other = (change: Partial<Placed> = {}): Placed => placed({ path: 'b', supplier: 'two', ...change });

describe('samenloop', () => {
  it('is the same clients in overlapping periods, told by two suppliers', () => {
    expect(concurrences([placed(), other({ from: '2013-06-30', until: null })])).toEqual([{ first: 'a', second: 'b', kind: 'SAME_TRAJECTORY' }]);
  });

  it('is not there when one ends before the other begins', () => {
    expect(concurrences([placed(), other({ from: '2013-07-01', until: null })])).toEqual([]);
  });

  it('does not depend on the order of a couple', () => {
    expect(isSameTrajectory(placed({ clients: ['x', 'y'] }), other({ clients: ['y', 'x'] }))).toBe(true);
  });
});

describe('a client has one trajectory at a time', () => {
  it('so that one supplier who tells of two that overlap is wrong', () => {
    expect(concurrences([placed(), other({ supplier: 'one' })])).toEqual([{ first: 'a', second: 'b', kind: 'TWO_AT_A_TIME' }]);
  });

  it('so that overlapping ones with other company are two', () => {
    expect(concurrences([placed(), other({ clients: ['x', 'y'] })])).toEqual([{ first: 'a', second: 'b', kind: 'TWO_AT_A_TIME' }]);
  });

  it('and may have many, one after the other', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 12 }), (many) => {
        const months = Array.from({ length: many }, (_, index) => placed({ path: String(index), from: `2013-${String(index + 1).padStart(2, '0')}-01`, until: `2013-${String(index + 1).padStart(2, '0')}-28` }));
        expect(concurrences(months)).toEqual([]);
      }),
    );
  });
});
