/** The national pass on a country small enough for a unit test; the whole one is npm run test:national. */
import { describe, expect, it } from '@jest/globals';
import { nationalPass } from './pass.js';
import { nationalWorkers } from './workers.js';

describe('one pass over a country', () => {
  const totals = nationalPass(2_000, 1, 2013);

  it('gives every total as whole numbers give it, and loses no money between municipalities', () => {
    expect(totals.violations).toEqual([]);
    expect(totals.municipalities.length).toBeGreaterThan(300);
    expect(totals.companies).toHaveLength(90);
    expect(totals.settled.movers).toBeGreaterThan(40);
    expect(totals.settled.short).toBeGreaterThan(50);
  });

  it('is the same again with the same seed, and another country with another one', () => {
    expect(nationalPass(2_000, 1, 2013)).toEqual(totals);
    expect(nationalPass(2_000, 2, 2013).total).not.toBe(totals.total);
  });

  it('meets workers one after another, as a country has them', () => {
    const positions = [...nationalWorkers(2_000, 1, 2013)].flatMap((worker) => worker.positions);
    const share = (is: (one: (typeof positions)[number]) => boolean): number => positions.filter(is).length / positions.length;
    expect(share(({ category }) => category === 'SEVERE')).toBeCloseTo(0.15, 1);
    expect(share(({ hoursPerWeek }) => hoursPerWeek === '36')).toBeCloseTo(0.59, 1);
    expect(share(({ counts }) => !counts)).toBeGreaterThan(0.002);
    expect(totals.positions).toBe(positions.length);
  });
});
