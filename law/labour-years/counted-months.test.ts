import { describe, expect, it } from '@jest/globals';
import { countsOn, type Absence } from './counted-months.js';

const away = (from: string, until: string | null, paidBy: Absence['paidBy']): Absence => ({ from, until, paidBy });

describe('a month end', () => {
  it('counts when the worker works', () => {
    expect(countsOn('2013-01-31', [])).toBe(true);
    expect(countsOn('2013-01-31', [away('2012-12-01', '2013-01-30', null), away('2013-02-01', null, null)])).toBe(true);
  });

  it.each(['7:628', '7:629', '7:639'] as const)('counts when the wage of who does not work is due by BW %s', (paidBy) => {
    expect(countsOn('2013-01-31', [away('2013-01-01', null, paidBy)])).toBe(true);
  });

  it('does not count without work and without wage, first and last day included', () => {
    expect(countsOn('2013-01-31', [away('2013-01-31', '2013-01-31', null)])).toBe(false);
    expect(countsOn('2013-01-31', [away('2013-01-01', null, null), away('2013-01-01', null, '7:629')])).toBe(false);
  });
});
