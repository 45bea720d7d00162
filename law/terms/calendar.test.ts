import { describe, expect, it } from '@jest/globals';
import { addWorkingDays, daysBetween, isWorkingDay, publicHolidays, rollBoundary, rollForward } from './calendar.js';

describe('public holidays (Algemene termijnenwet art. 3)', () => {
  it('names the eight movable and fixed days of 2013', () => {
    expect([...publicHolidays(2013)].sort()).toEqual([
      '2013-01-01', '2013-03-29', '2013-04-01', '2013-04-30', '2013-05-05', '2013-05-09', '2013-05-20', '2013-12-25', '2013-12-26',
    ]);
  });

  it.each([
    [2014, '2014-04-20'],
    [2015, '2015-04-05'],
    [2019, '2019-04-21'],
    [2024, '2024-03-31'],
    [2038, '2038-04-25'],
  ])('puts Easter Monday of %i on the day after %s', (year, sunday) => {
    const monday = [...publicHolidays(year)].find((day) => daysBetween(sunday, day) === 1);
    expect(monday).toBeDefined();
  });

  it('keeps the birthday off Sunday: 29 April in 2006, 26 April in 2014, 27 April in 2015', () => {
    expect(publicHolidays(2006).has('2006-04-29')).toBe(true);
    expect(publicHolidays(2014).has('2014-04-26')).toBe(true);
    expect(publicHolidays(2014).has('2014-04-27')).toBe(false);
    expect(publicHolidays(2015).has('2015-04-27')).toBe(true);
  });
});

describe('rolling', () => {
  it('moves a term from Ascension Day to the Friday after it', () => {
    expect(rollForward('2013-05-09')).toBe('2013-05-10');
  });

  it('moves a term over a whole Easter weekend', () => {
    expect(rollForward('2014-04-18')).toBe('2014-04-22');
  });

  it('leaves a working day where it is', () => {
    expect(rollForward('2014-04-22')).toBe('2014-04-22');
    expect(isWorkingDay('2014-04-22')).toBe(true);
  });

  it('finds the earliest day that rolls to a date or later', () => {
    expect(rollBoundary('2014-04-22')).toBe('2014-04-18');
    expect(rollBoundary('2014-04-24')).toBe('2014-04-24');
    expect(rollBoundary('2014-04-20')).toBe('2014-04-18');
  });

  it('counts working days from the day after', () => {
    expect(addWorkingDays('2014-04-16', 3)).toBe('2014-04-23');
    expect(addWorkingDays('2014-03-03', 3)).toBe('2014-03-06');
  });
});
