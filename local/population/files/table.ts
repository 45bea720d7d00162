/** Texts of delivered files: CSV (RFC 4180 quoting, line feeds, header row), empty for none, decimals with a point. */
import { Big } from 'big.js';
import { stringify } from 'csv-stringify/sync';

export type Cell = string | number | null;
export type FileText = readonly [name: string, text: string];

export function csvFile(name: string, columns: readonly string[], rows: readonly (readonly Cell[])[], delimiter: ',' | ';' = ','): FileText {
  return [name, stringify(rows.map((row) => [...row]), { header: true, columns: [...columns], delimiter, record_delimiter: '\n' })];
}

/** Cents to `12.34`. */
export function euros(cents: number): string {
  return new Big(cents).div(100).toFixed(2);
}

/** Whole hours to `28.00`. */
export function hoursText(hours: number): string {
  return new Big(hours).toFixed(2);
}

/** Hours as a percentage of 36, half up at the second decimal: 28 -> `77.78`. */
export function percentageOfFullWeek(hours: number): string {
  return new Big(hours).times(100).div(36).round(2, Big.roundHalfUp).toFixed(2);
}

export const yesNo = (value: boolean): string => (value ? 'yes' : 'no');
export const joined = (codes: readonly string[]): string => codes.join('|');
