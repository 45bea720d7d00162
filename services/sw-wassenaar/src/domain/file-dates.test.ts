import { describe, expect, it } from '@jest/globals';
import { lastDayOf } from '#law/statistics/half-year.js';
import { halfYearOfFile, rosterDate, workplacesDate } from './file-dates.js';

describe('the day that a file describes', () => {
  it('statistics: the last day of the half-year', () => {
    expect(lastDayOf(halfYearOfFile('statistiek-wsw-20131.txt') ?? 0)).toBe('2013-06-30');
    expect(lastDayOf(halfYearOfFile('statistiek-wsw-20132.txt') ?? 0)).toBe('2013-12-31');
  });

  it.each([
    ['rooster-2014-02.csv', '2014-02-28'],
    ['rooster-2012-02.csv', '2012-02-29'],
    ['rooster-2014-13.csv', null],
    ['rooster-2014-2.csv', null],
  ])('roster %s: the last day of the month', (file, day) => {
    expect(rosterDate(file)).toBe(day);
  });

  it.each([
    ['werkplekken-2014-w09.csv', '2014-03-02'],
    ['werkplekken-2014-w01.csv', '2014-01-05'],
    ['werkplekken-2009-w53.csv', '2010-01-03'],
    ['werkplekken-2014-w53.csv', null],
    ['werkplekken-2014-w00.csv', null],
  ])('workplaces %s: the Sunday of the ISO week', (file, day) => {
    expect(workplacesDate(file)).toBe(day);
  });
});
