import { describe, expect, it } from '@jest/globals';
import { KNOWN_PARAMETERS } from '../testing/known-parameters.js';
import { daysBetween } from './calendar.js';
import { equatedDays, publicHolidays } from './holidays.js';

const days = (year: number): string[] => [...publicHolidays(year).keys()].sort();

describe('public holidays (Algemene termijnenwet art. 3)', () => {
  it('are the nine movable and fixed days of 2013, by name', () => {
    expect(days(2013)).toEqual(['2013-01-01', '2013-03-29', '2013-04-01', '2013-04-30', '2013-05-05', '2013-05-09', '2013-05-20', '2013-12-25', '2013-12-26']);
    expect(publicHolidays(2013).get('2013-05-09')).toBe('Hemelvaartsdag');
    expect([publicHolidays(2013).get('2013-04-30'), publicHolidays(2015).get('2015-04-27')]).toEqual(['Koninginnedag', 'Koningsdag']);
  });

  it.each([
    [2014, '2014-04-20'],
    [2015, '2015-04-05'],
    [2019, '2019-04-21'],
    [2024, '2024-03-31'],
    [2038, '2038-04-25'],
  ])('put Easter Monday of %i on the day after %s', (year, sunday) => {
    expect(days(year).some((day) => daysBetween(sunday, day) === 1)).toBe(true);
  });

  it('keep the birthday off Sunday: 29 April in 2006, 26 April in 2014, 27 April in 2015', () => {
    expect(publicHolidays(2006).has('2006-04-29')).toBe(true);
    expect(publicHolidays(2014).has('2014-04-26')).toBe(true);
    expect(publicHolidays(2014).has('2014-04-27')).toBe(false);
    expect(publicHolidays(2015).has('2015-04-27')).toBe(true);
  });

  it('are joined by the single days of a royal decree, which stand in the register of parameters', () => {
    const equated = equatedDays(KNOWN_PARAMETERS);
    expect([...equated].filter((day) => day.startsWith('2018'))).toEqual(['2018-05-11', '2018-12-24', '2018-12-31']);
    expect([...equated].filter((day) => publicHolidays(Number(day.slice(0, 4))).has(day))).toEqual([]);
  });
});
