import { describe, expect, it } from '@jest/globals';
import { closedDays, closedOn, isNotEmpty, suspendedDays } from './suspension.js';

const invited = { from: '2013-03-12', until: '2013-03-22' };

describe('a suspension (Awb 4:15)', () => {
  it('of an invitation on 11 March, completed on the 22nd, holds ten days: 12 to 21 March', () => {
    expect(closedDays(invited)).toBe(10);
    expect(suspendedDays([invited], '2013-03-04', '2013-04-30')).toBe(10);
  });

  it('counts only days after receipt and until the last day that is looked at', () => {
    expect(suspendedDays([invited], '2013-03-14', '2013-03-16')).toBe(2);
    expect(suspendedDays([invited], '2013-03-30', '2013-04-30')).toBe(0);
  });

  it('that still stands counts until the evening of the day', () => {
    expect(closedOn({ from: '2013-03-12', until: null }, '2013-03-12')).toEqual({ from: '2013-03-12', until: '2013-03-13' });
    expect(closedOn({ from: '2013-03-12', until: null }, '2013-03-11')).toBeNull();
    expect(closedDays({ from: '2013-03-12', until: null })).toBe(0);
  });

  it('without a day is none', () => {
    expect([isNotEmpty({ from: '2013-03-12', until: '2013-03-12' }), isNotEmpty(invited), isNotEmpty({ from: '2013-03-12', until: null })]).toEqual([false, true, true]);
  });
});
