import { describe, expect, it } from '@jest/globals';
import { Big } from 'big.js';
import fc from 'fast-check';
import { candidatesFor, forecast, lastCounted, standing, type ForecastQuestion, type LabourPosition } from './labour-year-forecast.js';
import { monthEndsOf } from './month-ends.js';

const position = (monthEnd: string, hoursPerWeek: string, over: Partial<LabourPosition> = {}): LabourPosition => ({ monthEnd, municipality: '0626', category: 'MODERATE', hoursPerWeek, ...over });
const published = (municipality: string, minimumLabourYears: string, year = 2014) => ({ municipality, year, stateGrant: '2600000', minimumLabourYears, realisedLabourYears: null });
const QUESTION: ForecastQuestion = { year: 2014, until: '2014-03-03', municipalities: ['0626'], companies: [], published: [published('0626', '100')], fullWeekHours: '36', severeFactor: '1.25' };
const of = (over: Partial<ForecastQuestion>) => forecast({ ...QUESTION, ...over });

describe('the forecast of labour years', () => {
  it('carries the last counted month end on through the months that are still to come', () => {
    const positions = [position('2014-01-31', '3600'), position('2014-02-28', '3528')];
    const [found] = of({ companies: [{ body: 'sw-leiden', positions }] });
    expect(found).toMatchObject({ toDate: '16.50', expected: '98.17', minimum: '100', surplus: '-1.83', clawback: '47580.00' });
  });

  it('rests on the last month end of the year before as long as no month of the year is over', () => {
    const [found] = of({ until: '2014-01-20', companies: [{ body: 'sw-leiden', positions: [position('2013-12-31', '3600')] }] });
    expect(found).toMatchObject({ toDate: '0.00', expected: '100.00', surplus: '0.00', clawback: '0.00' });
    expect([lastCounted(2014, '2014-01-20'), lastCounted(2014, '2014-03-31'), lastCounted(2013, '2014-03-03')]).toEqual(['2013-12-31', '2014-03-31', '2013-12-31']);
    expect([lastCounted(2015, '2014-03-03'), lastCounted(2014, '2014-03-01')]).toEqual(['2014-02-28', '2014-02-28']);
  });

  it('of a year that is over is what was realised, severe counted a quarter more', () => {
    const positions = monthEndsOf(2013).map((monthEnd) => position(monthEnd, '28', { category: 'SEVERE' }));
    expect(of({ year: 2013, companies: [{ body: 'sw-leiden', positions }] })[0]).toMatchObject({ toDate: '0.97', expected: '0.97', minimum: null, surplus: null, clawback: null });
  });

  it('sums the companies first and rounds once', () => {
    const third = (body: string) => ({ body, positions: [position('2014-01-31', '12.06')] });
    const [found] = of({ until: '2014-01-31', companies: ['a', 'b', 'c'].map(third) });
    expect(found).toMatchObject({ expected: '1.01', companies: [{ body: 'a', expected: '0.34' }, { body: 'b', expected: '0.34' }, { body: 'c', expected: '0.34' }] });
  });

  it('knows neither surplus nor clawback of a year in which the law has no minimum', () => {
    expect(standing({ year: 2015, published: [published('0626', '100', 2015)] }, { municipality: '0626', toDate: '0.00', expected: '90.00', companies: [] })).toMatchObject({ minimum: '100', surplus: null, clawback: null });
  });

  it('proposes who could give and take, until the day before 1 September', () => {
    const short = standing(QUESTION, { municipality: '0626', toDate: '0.00', expected: '97.35', companies: [] });
    const over = standing({ year: 2014, published: [published('0629', '30')] }, { municipality: '0629', toDate: '0.00', expected: '31.00', companies: [] });
    expect(short.clawback).toBe('68900.00');
    expect(candidatesFor(2014, '2014-08-31', [short, over]).map(({ giver, taker, labourYears }) => [giver, taker, new Big(labourYears).toFixed(2)])).toEqual([['0626', '0629', '1.00']]);
    expect(candidatesFor(2014, '2014-09-01', [short, over])).toEqual([]);
    expect(candidatesFor(2015, '2015-03-01', [short, over])).toEqual([]);
  });

  it('of unchanging positions is the same on every day of the year', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 5_000 }), fc.integer({ min: 0, max: 11 }), (hours, month) => {
      const ends = ['2013-12-31', ...monthEndsOf(2014).slice(0, month + 1)];
      const companies = [{ body: 'sw-leiden', positions: ends.map((end) => position(end, String(hours))) }];
      expect(of({ until: monthEndsOf(2014)[month]!, companies })[0]?.expected).toBe(of({ until: '2014-01-01', companies })[0]?.expected);
    }), { numRuns: 60 });
  });
});
