import { describe, expect, it } from '@jest/globals';
import { monthlyDeliveryDueOn } from './delivery-month.js';

describe('a monthly statistic', () => {
  it.each([['2015', '01', '2015-02-28'], ['2015', '02', '2015-03-28'], ['2016', '02', '2016-03-28'], ['2015', '12', '2016-01-28']])('of %s-%s is due four weeks after the month, on %s', (year, month, due) => {
    expect(monthlyDeliveryDueOn(year, month)).toBe(due);
  });
});
