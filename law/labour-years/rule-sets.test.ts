import { describe, expect, it } from '@jest/globals';
import { ruleSetOf } from './rule-sets.js';

describe('the rule set of a year', () => {
  it('settles by law from 2008 to 2014', () => {
    expect([2007, 2008, 2014, 2015, 2016].map((year) => ruleSetOf(year).id)).toEqual(['none', 'wsw-2008', 'wsw-2008', 'wsw-2015', 'none']);
    expect([2007, 2008, 2014, 2015, 2016].map((year) => ruleSetOf(year).settlesByLaw)).toEqual([false, true, true, false, false]);
  });

  it('covers every year once', () => {
    for (let year = 1990; year < 2040; year += 1) {
      const { from, until } = ruleSetOf(year);
      expect((from ?? year) <= year && year <= (until ?? year)).toBe(true);
    }
    expect(() => ruleSetOf(2013.5)).toThrow(RangeError);
  });

  it('says in Dutch what holds', () => {
    expect(ruleSetOf(2014).text).toContain('artikelen 8 tot en met 10');
    expect(ruleSetOf(2015).text).toContain('vervallen');
  });
});
