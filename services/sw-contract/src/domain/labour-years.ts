// Realised labour years of one company's workers, per municipality and together, out of its month-end positions. The rule itself is
// law/labour-years (Wsw art. 1 lid 1; Besluit art. 15). A position sums the hours of workers who share its other columns.
import { findParameter, type Parameter } from '#law/parameters.js';
import { LabourYearTally } from '#law/labour-years/tally.js';
import { roundedCount, THRESHOLD } from '#kernel/disclosure.js';
import { Temporal } from 'temporal-polyfill';
import type { LabourPosition } from '../model.js';

/** The numbers by which a year is measured. */
export interface LabourYearMeasure {
  readonly fullWeekHours: string;
  readonly severeFactor: string;
}

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

/** As it holds at the end of the year; null for a year of which nobody gave the numbers. */
export function measureOf(year: number, parameters: readonly Parameter[]): LabourYearMeasure | null {
  const [week, factor] = ['FULL_WEEK_HOURS', 'SEVERE_FACTOR'].map((name) => findParameter(parameters, name, `${year}-12-31`)?.value);
  return week === undefined || factor === undefined ? null : { fullWeekHours: week, severeFactor: factor };
}

/** Sums the positions of the Wsw workers; a month end without positions counts as zero. New sheltered work is not Wsw. */
export function labourYears(year: number, monthsCounted: number, positions: readonly LabourPosition[], measure: LabourYearMeasure): LabourYears {
  const tally = new LabourYearTally(measure.fullWeekHours, measure.severeFactor);
  for (const position of positions.filter((one) => one.workForm !== 'NEW_SHELTERED')) tally.add(position.municipality, { ...position, counts: true });
  return { year, monthsCounted, total: tally.total(), byMunicipality: tally.totals().map(({ college, labourYears: total }) => ({ municipality: college, total })) };
}

/** For who may not see exact sums: a multiple of five, as counts are published; null for a sum that is small itself. */
export function roundedSum(total: string): string | null {
  return Number(total) < THRESHOLD ? null : `${roundedCount(Number(total))}.00`;
}

function lastDay(year: number, month: number): string {
  const yearMonth = Temporal.PlainYearMonth.from({ year, month });
  return yearMonth.toPlainDate({ day: yearMonth.daysInMonth }).toString();
}
