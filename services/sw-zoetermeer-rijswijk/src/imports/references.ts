// Faults that only appear between records: a number delivered twice, a reference to something nobody delivered.
import type { FieldFault, Numbered } from '#shell/import/format.js';
import type { EntityManager } from 'typeorm';

export interface LineFaults {
  readonly line: number;
  readonly faults: readonly FieldFault[];
}

/** The later of two records with one number is refused. */
export function repeated<R>(records: readonly Numbered<R>[], field: string, keyOf: (record: R) => string): LineFaults[] {
  const seen = new Set<string>();
  return records.flatMap(({ line, record }) => {
    const key = keyOf(record);
    if (!seen.has(key)) {
      seen.add(key);
      return [];
    }
    return [{ line, faults: [{ field, valueClass: 'duplicate' as const, reason: 'an earlier record of this file has the same number' }] }];
  });
}

/** Records whose `field` names a row that `table` lacks; null refers to nothing. */
export async function unknown<R>(
  em: EntityManager,
  records: readonly Numbered<R>[],
  reference: { field: string; table: 'employer' | 'employment' | 'workplace'; column: string; keyOf(record: R): string | null },
): Promise<LineFaults[]> {
  const asked = records.map(({ record }) => reference.keyOf(record)).filter((key) => key !== null);
  const rows = await em.query<{ key: string }[]>(`select ${reference.column} as key from ${reference.table} where ${reference.column} = any($1)`, [asked]);
  const known = new Set(rows.map(({ key }) => key));
  const missing = records.filter(({ record }) => {
    const key = reference.keyOf(record);
    return key !== null && !known.has(key);
  });
  const fault: FieldFault = { field: reference.field, valueClass: 'unknown-reference', reason: `refers to no delivered ${reference.table}` };
  return missing.map(({ line }) => ({ line, faults: [fault] }));
}
