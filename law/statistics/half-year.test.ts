import { describe, expect, it } from '@jest/globals';
import { deliveryDueOn, firstDayOf, halfYearOf, lastDayOf } from './half-year.js';

describe('a half-year of the statistics', () => {
  it('is a year and 1 or 2', () => {
    expect(['20131', '20132', '20133', '20130', '2013', '201312', ''].map(halfYearOf)).toEqual([20131, 20132, null, null, null, null, null]);
  });

  it('describes its last day', () => {
    expect([firstDayOf(20131), lastDayOf(20131), firstDayOf(20132), lastDayOf(20132)]).toEqual(['2013-01-01', '2013-06-30', '2013-07-01', '2013-12-31']);
  });

  it('is delivered within six weeks', () => {
    expect([deliveryDueOn(20131), deliveryDueOn(20132)]).toEqual(['2013-08-11', '2014-02-11']);
  });
});
