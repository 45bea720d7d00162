import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { dateOf, dayNumber, dayOfWeek } from './day-number.js';

const EPOCH = Temporal.PlainDate.from('1970-01-01');

describe('the number of a day', () => {
  it('is what a calendar library says, back and forth, with its day of the week', () => {
    fc.assert(fc.property(fc.integer({ min: -719_162, max: 2_932_896 }), (number) => {
      const date = EPOCH.add({ days: number });
      expect(dateOf(number)).toBe(date.toString());
      expect(dayNumber(date.toString())).toBe(number);
      expect(dayOfWeek(number)).toBe(date.dayOfWeek);
    }));
  });

  it.each(['2014-02-29', '2014-13-01', '2014-00-10', '2014-04-31', '2014-4-1', '20140401', '', 'vandaag'])('is refused for %j', (text) => {
    expect(() => dayNumber(text)).toThrow(RangeError);
  });

  it('knows the leap days of centuries', () => {
    expect([dayNumber('2000-03-01') - dayNumber('2000-02-28'), dayNumber('2100-03-01') - dayNumber('2100-02-28')]).toEqual([2, 1]);
  });
});
