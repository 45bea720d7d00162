/** Field rules that only this company's files need; the common ones stand in the shell. */
import type { FieldRule } from '#shell/import/fields.js';
import type { FieldFault, Numbered } from '#shell/import/format.js';

/** A number or code of the company's own that becomes part of a federation id. */
export function localId({ max }: { max: number }): FieldRule<string> {
  return (given) => {
    if (given === '') return { fault: 'empty', reason: 'a value is required' };
    if (given.length > max) return { fault: 'too-long', reason: `at most ${max} characters` };
    return /^[A-Za-z0-9][A-Za-z0-9.-]*$/.test(given) ? { value: given } : { fault: 'unknown-code', reason: 'must be letters, digits, points and hyphens' };
  };
}

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
