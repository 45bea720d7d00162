import { describe, expect, it } from '@jest/globals';
import { dateOfNumber, dayAfter, numberOfDate } from './legacy-date.js';

describe('dates as yyyymmdd numbers', () => {
  it.each([
    [20140303, '2014-03-03'],
    [19641231, '1964-12-31'],
    [20120229, '2012-02-29'],
  ])('%i is %s, and back', (number, date) => {
    expect(dateOfNumber(number)).toBe(date);
    expect(numberOfDate(date)).toBe(number);
  });

  it('0 is none, and back', () => {
    expect(dateOfNumber(0)).toBeNull();
    expect(numberOfDate(null)).toBe(0);
  });

  it.each([20130229, 20141301, 20140431, 20140300, 1])('%i is no date and is refused, not shifted', (number) => {
    expect(() => dateOfNumber(number)).toThrow(RangeError);
  });

  it('the day after the last day of a year is in the next', () => {
    expect(dayAfter('2013-12-31')).toBe('2014-01-01');
  });
});
