// Realised labour years (gerealiseerde arbeidsjaren): the average of the month-end positions, hours over the full working
// week, severe counted 1.25, the total to hundredths. Wsw art. 1 lid 1; Besluit art. 15 (0.005 goes up).
import { Big } from 'big.js';
import { roundedCount, THRESHOLD } from '#kernel/disclosure.js';
import { Temporal } from 'temporal-polyfill';
import type { Category, LabourPosition } from '../model.js';

/** Besluit uitvoering Wsw, annex: norms are per place of 36 hours. */
export const FULL_WORKING_WEEK_HOURS = 36;
const FACTOR: Record<Category, Big> = { MODERATE: new Big('1'), SEVERE: new Big('1.25') };

export interface LabourYears {
  readonly year: number;
  /** Month ends counted: 12 for a past year, fewer for the running one. */
  readonly monthsCounted: number;
  /** Two decimals. */
  readonly total: string;
  readonly byMunicipality: readonly { readonly municipality: string; readonly total: string }[];
}

/** The last days of the months of `year` that have passed on the business date. */
export function countedMonthEnds(year: number, businessDate: string): string[] {
  const ends = Array.from({ length: 12 }, (_, month) => lastDay(year, month + 1));
  return ends.filter((end) => end <= businessDate);
}

/** Sums the positions of the Wsw workers; a month end without positions counts as zero. New sheltered work is not Wsw. */
export function labourYears(year: number, monthsCounted: number, positions: readonly LabourPosition[]): LabourYears {
  const weighted = new Map<string, Big>();
  for (const position of positions.filter((one) => one.workForm !== 'NEW_SHELTERED')) {
    const hours = new Big(position.hoursPerWeek).times(FACTOR[position.category]);
    weighted.set(position.municipality, (weighted.get(position.municipality) ?? new Big(0)).plus(hours));
  }
  const byMunicipality = [...weighted].sort(([a], [b]) => (a < b ? -1 : 1));
  const all = byMunicipality.reduce((sum, [, hours]) => sum.plus(hours), new Big(0));
  return {
    year,
    monthsCounted,
    total: inYears(all),
    byMunicipality: byMunicipality.map(([municipality, hours]) => ({ municipality, total: inYears(hours) })),
  };
}

/** Rounds once, at the total: a sum of rounded months would differ. */
function inYears(weightedHours: Big): string {
  return weightedHours.div(FULL_WORKING_WEEK_HOURS * 12).toFixed(2, Big.roundHalfUp);
}

/** For who may not see exact sums: a multiple of five, as counts are published; null for a sum that is small itself. */
export function roundedSum(total: string): string | null {
  return Number(total) < THRESHOLD ? null : `${roundedCount(Number(total))}.00`;
}

function lastDay(year: number, month: number): string {
  const yearMonth = Temporal.PlainYearMonth.from({ year, month });
  return yearMonth.toPlainDate({ day: yearMonth.daysInMonth }).toString();
}
