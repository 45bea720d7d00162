import { describe, expect, it } from '@jest/globals';
import { dayOff, isWorkingDay, rollBoundary, rollForward, workingDaysAfter } from './calendar.js';

describe('rolling (Algemene termijnenwet art. 1)', () => {
  it('moves a term from Ascension Day to the Friday after it', () => {
    expect(rollForward('2013-05-09')).toBe('2013-05-10');
  });

  it('moves it over that Friday too where a royal decree puts it on a par', () => {
    expect(rollForward('2018-05-10')).toBe('2018-05-11');
    expect(rollForward('2018-05-10', new Set(['2018-05-11']))).toBe('2018-05-14');
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

  it('names the day off: the holiday before the weekend day', () => {
    expect([dayOff('2014-04-18')?.name, dayOff('2014-04-19')?.name, dayOff('2014-04-20')?.name, dayOff('2014-04-22')]).toEqual(['Goede Vrijdag', 'zaterdag', 'zondag', null]);
    expect(dayOff('2013-05-05')).toEqual({ kind: 'HOLIDAY', name: 'Bevrijdingsdag' });
  });

  it('counts working days from the day after, one by one', () => {
    expect(workingDaysAfter('2014-04-16', 3)).toEqual(['2014-04-17', '2014-04-22', '2014-04-23']);
    expect(workingDaysAfter('2014-03-03', 3)).toEqual(['2014-03-04', '2014-03-05', '2014-03-06']);
  });
});
