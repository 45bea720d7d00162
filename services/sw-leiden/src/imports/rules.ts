/** Field rules that only this company's files need; the common ones stand in the shell. */
import { integer, legacyDate, type FieldRule } from '#shell/import/fields.js';
import { SettingsError } from '#kernel/settings.js';
import type { FieldFault, ImportedFile, Numbered } from '#shell/import/format.js';

/** Files are named after their table: `DIENSTVERBAND.csv`, `DIENSTVERBAND-20140401.csv`. */
export const namedAfter = (table: string) => (fileName: string): boolean => new RegExp(`^${table}([-_][A-Za-z0-9-]+)?\\.csv$`, 'i').test(fileName);

/** A row's own number, below the range that the federation's own placements take. */
export const rowNumber = integer({ min: 1, max: 899_999 });

/** Number of a row elsewhere; 0 = none. */
export const reference = integer({ min: 0, max: 899_999 });

/** Percentage of 36 hours: above 0, at most 100, two decimals. */
export const percentage: FieldRule<string> = (given) => {
  if (given === '') return { fault: 'empty', reason: 'a value is required' };
  if (!/^\d{1,3}(\.\d{1,2})?$/.test(given)) return { fault: 'not-a-decimal', reason: 'must be a percentage with at most two decimals and a point' };
  const value = Number(given);
  return value > 0 && value <= 100 ? { value: given } : { fault: 'out-of-range', reason: 'must be above 0 and at most 100 percent of 36 hours' };
};

export const requiredDate: FieldRule<string> = (given, facts) => {
  const result = legacyDate(given, facts);
  if ('fault' in result) return result;
  return result.value === null ? { fault: 'empty', reason: 'a date is required, zero does not do' } : { value: result.value };
};

export type LineFaults = readonly { readonly line: number; readonly faults: readonly FieldFault[] }[];

/** A number may name one row of a file; the second and later ones are refused. */
export function repeated<R>(records: readonly Numbered<R>[], field: string, keyOf: (record: R) => string | number): LineFaults {
  const seen = new Set<string | number>();
  return records.flatMap(({ line, record }) => {
    const key = keyOf(record);
    if (seen.has(key)) return [{ line, faults: [{ field, valueClass: 'duplicate' as const, reason: 'an earlier line of this file has the same number' }] }];
    seen.add(key);
    return [];
  });
}

/** Lines whose reference names no row that this system has. */
export function dangling<R>(records: readonly Numbered<R>[], field: string, keyOf: (record: R) => string | number, known: ReadonlySet<string>): LineFaults {
  return records
    .filter(({ record }) => !known.has(String(keyOf(record))))
    .map(({ line }) => ({ line, faults: [{ field, valueClass: 'unknown-reference' as const, reason: 'names a row that was not delivered' }] }));
}

/** Announcing employments to the directory carries the business date, so an import process must be given one. */
export function announcementDate(file: ImportedFile): string {
  if (file.businessDate === null) throw new SettingsError(['SCHAKEL_BUSINESS_DATE: is required to import employments']);
  return file.businessDate;
}
