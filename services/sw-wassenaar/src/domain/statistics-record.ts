/**
 * One record of the Statistiek Wsw after reading: the fields that are kept, under their Dutch names; zeros are null; the BSN
 * is the person's pseudonym. One record describes one stay of one person, so a person may have several.
 */
import type { FieldName } from '#law/statistics/wsw-field.js';

export type FieldValue = string | number | null;

export interface StatisticsRecord {
  readonly halfYear: number;
  /** Pseudonym. */
  readonly person: string;
  /** Without the fields that are never kept. */
  readonly fields: Readonly<Partial<Record<FieldName, FieldValue>>>;
}

export function textField(record: StatisticsRecord, name: FieldName): string | null {
  const value = record.fields[name];
  return typeof value === 'string' ? value : null;
}

export function numberField(record: StatisticsRecord, name: FieldName): number | null {
  const value = record.fields[name];
  return typeof value === 'number' ? value : null;
}
