import { describe, expect, it } from '@jest/globals';
import { categoryOfOldPopulation, categoryOn, type IndicationPeriod } from './category.js';

const period = (validFrom: string, validUntil: string, category: IndicationPeriod['category'], decidedOn = validFrom): IndicationPeriod => ({ decidedOn, validFrom, validUntil, category });

describe('the category of a month end', () => {
  it('is that of the indication that holds on it', () => {
    const changed = [period('2009-01-01', '2013-06-30', 'MODERATE'), period('2013-07-01', '2018-06-30', 'SEVERE')];
    expect(['2013-06-30', '2013-07-31'].map((end) => categoryOn(changed, end))).toEqual(['MODERATE', 'SEVERE']);
  });

  it('stays what it was last when the indication ended and the work went on', () => {
    expect(categoryOn([period('2005-01-01', '2009-12-31', 'MODERATE'), period('2010-01-01', '2012-12-31', 'SEVERE')], '2013-12-31')).toBe('SEVERE');
  });

  it('is that of the later decision when two hold', () => {
    expect(categoryOn([period('2012-01-01', '2016-12-31', 'SEVERE', '2011-12-01'), period('2010-01-01', '2015-12-31', 'MODERATE', '2012-02-01')], '2013-01-31')).toBe('MODERATE');
  });

  it('is that of an indication on its last day too', () => {
    const overlapping = [period('2010-01-01', '2013-06-30', 'SEVERE', '2012-02-01'), period('2009-01-01', '2014-12-31', 'MODERATE')];
    expect(['2013-06-30', '2013-07-31'].map((end) => categoryOn(overlapping, end))).toEqual(['SEVERE', 'MODERATE']);
  });

  it('is not guessed when no indication had begun', () => {
    expect(categoryOn([period('2014-01-01', '2019-12-31', 'SEVERE')], '2013-12-31')).toBeNull();
    expect(categoryOn([], '2013-12-31')).toBeNull();
  });

  it('of the population of 1997 is moderate, of a workshop for the blind severe', () => {
    expect([false, true].map(categoryOfOldPopulation)).toEqual(['MODERATE', 'SEVERE']);
  });
});
