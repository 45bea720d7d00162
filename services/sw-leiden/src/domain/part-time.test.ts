import { describe, expect, it } from '@jest/globals';
import { hoursOfPercentage, percentageOfHours } from './part-time.js';

describe('part-time as a percentage of 36 hours', () => {
  it.each([
    ['100', '36.00'],
    ['100.00', '36.00'],
    ['77.78', '28.00'],
    ['66.67', '24.00'],
    ['55.56', '20.00'],
    ['25.00', '9.00'],
    ['0.01', '0.00'],
  ])('%s percent is %s hours', (percentage, hours) => {
    expect(hoursOfPercentage(percentage)).toBe(hours);
  });

  it.each([
    ['28', '77.78'],
    ['24', '66.67'],
    ['36', '100.00'],
    ['32.5', '90.28'],
  ])('%s hours is %s percent', (hours, percentage) => {
    expect(percentageOfHours(hours)).toBe(percentage);
  });

  it('half a hundredth of an hour goes up', () => {
    expect(hoursOfPercentage('0.125')).toBe('0.05');
  });

  it('every number of hours with two decimals survives the way in and out', () => {
    const changed: string[] = [];
    for (let hundredths = 1; hundredths <= 3600; hundredths += 1) {
      const hours = (hundredths / 100).toFixed(2);
      if (hoursOfPercentage(percentageOfHours(hours)) !== hours) changed.push(hours);
    }
    expect(changed).toEqual([]);
  });
});
