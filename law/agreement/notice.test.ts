import fc from 'fast-check';
import { describe, expect, it } from '@jest/globals';
import { endByNotice, noticeMonths } from './notice.js';

describe('notice', () => {
  it.each([['2009-04-02', 1], ['2009-04-01', 2], ['2004-04-02', 2], ['2004-04-01', 3], ['1999-04-02', 3], ['1999-04-01', 4], ['1980-01-01', 4]] as const)(
    'of an employer on 1 April 2014 to who is employed since %s is %s months', (since, months) => {
      expect(noticeMonths('EMPLOYER', since, '2014-04-01')).toBe(months);
    });

  it('of a worker is one month, however long he worked', () => expect(noticeMonths('WORKER', '1980-01-01', '2014-04-01')).toBe(1));

  it('runs to the end of a month', () => {
    expect([endByNotice('2014-04-01', 1), endByNotice('2014-04-30', 1), endByNotice('2014-01-31', 1)]).toEqual(['2014-05-31', '2014-05-31', '2014-02-28']);
  });

  it('always ends on the last day of a month, never before the months are over', () => {
    const day = fc.date({ min: new Date('2008-01-01'), max: new Date('2030-12-31'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));
    fc.assert(fc.property(day, fc.integer({ min: 0, max: 4 }), (on, months) => {
      const end = endByNotice(on, months);
      expect(endByNotice(end, 0)).toBe(end);
      expect(end >= on).toBe(true);
    }));
  });
});
