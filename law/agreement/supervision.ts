/**
 * How much personal supervision at work is in a placement of a member of the target group. Besluit uitvoering sw en begeleid werken, annex,
 * ad 10, BWBR0017240 (2012): on average at most fifteen percent of the working time; the figure is SUPERVISION_MAX_PERCENT.
 */
import { Big } from 'big.js';

/** Percent of the working time, not rounded to the judgement's favour: to tenths, half up. */
export function supervisionShare(supervisionHours: string, hoursPerWeek: string): string {
  return new Big(supervisionHours).times(100).div(hoursPerWeek).toFixed(1, Big.roundHalfUp);
}

/** Judged by the exact share, not by the rounded one. */
export function isTooMuchSupervision(supervisionHours: string, hoursPerWeek: string, mostPercent: string): boolean {
  return new Big(supervisionHours).times(100).gt(new Big(hoursPerWeek).times(mostPercent));
}
