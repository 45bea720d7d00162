/** Rules that only this company's files need; the common ones stand in the shell. */
import type { FieldFault, Numbered } from '#shell/import/format.js';

/** A key may stand on one line of a file; the second and later lines are refused. */
export function repeated<R>(lines: readonly Numbered<R>[], field: string, keyOf: (line: R) => string): { line: number; faults: readonly FieldFault[] }[] {
  const seen = new Set<string>();
  return lines.flatMap(({ line, record }) => {
    const key = keyOf(record);
    if (seen.has(key)) return [{ line, faults: [{ field, valueClass: 'duplicate' as const, reason: 'an earlier line of this file has the same key' }] }];
    seen.add(key);
    return [];
  });
}
