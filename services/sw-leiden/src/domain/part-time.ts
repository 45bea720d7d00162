/**
 * Part-time in this system is a percentage of the full working week, with two decimals; the federation speaks of hours.
 * Guarantees that hours with two decimals survive the way in and the way out unchanged: one step of the percentage is
 * 0.0036 hour, less than half a hundredth of an hour either way. Full week: 36 hours (annex to the Besluit uitvoering sw en
 * begeleid werken). Rounding: half up at the second decimal, in both directions, here and in SQL.
 */
import { Big } from 'big.js';

export const FULL_WEEK_HOURS = 36;
const HALF_UP = 1;

/** `"77.78"` (percent of 36 hours) -> `"28.00"` (hours per week). */
export function hoursOfPercentage(percentage: string): string {
  return new Big(percentage).times(FULL_WEEK_HOURS).div(100).round(2, HALF_UP).toFixed(2);
}

/** `"28"` (hours per week) -> `"77.78"` (percent of 36 hours). */
export function percentageOfHours(hours: string): string {
  return new Big(hours).times(100).div(FULL_WEEK_HOURS).round(2, HALF_UP).toFixed(2);
}
