import { describe, expect, it } from '@jest/globals';
import { deadlineOf } from './deadlines.js';

const timeouts = { readMs: 1500, writeMs: 5000 };

describe('how long a subgraph may take', () => {
  it('a read has 1.5 s from its own start', () => {
    expect(deadlineOf({ now: 1000, requestStartedAt: 1000, mutating: false, isMutation: false }, timeouts)).toBe(2500);
  });

  it('a read that follows on a quick one ends when that would have had to', () => {
    expect(deadlineOf({ now: 1200, requestStartedAt: 1000, mutating: false, isMutation: false }, timeouts)).toBe(2500);
  });

  it('a read after one silent company still has a second', () => {
    expect(deadlineOf({ now: 2500, requestStartedAt: 1000, mutating: false, isMutation: false }, timeouts)).toBe(3500);
  });

  it('a request as a whole ends after one silence and one normal round', () => {
    expect(deadlineOf({ now: 3900, requestStartedAt: 1000, mutating: false, isMutation: false }, timeouts)).toBe(4000);
  });

  it('a command has 5 s, and its answer may be completed after them', () => {
    expect(deadlineOf({ now: 1000, requestStartedAt: 1000, mutating: true, isMutation: true }, timeouts)).toBe(6000);
    expect(deadlineOf({ now: 6000, requestStartedAt: 1000, mutating: false, isMutation: true }, timeouts)).toBe(7500);
  });
});
