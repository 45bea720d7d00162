/** A delivered CSV file, line by line: every field checked by its rule, every fault of a line told at once. */
import { parse } from 'csv-parse/sync';
import type { FieldResult, FieldRule } from './fields.js';
import type { FieldFault, ImportFacts, ParsedLine } from './format.js';

export type ColumnRules = Readonly<Record<string, FieldRule<unknown>>>;
export type RecordOf<C extends ColumnRules> = { [K in keyof C]: C[K] extends FieldRule<infer T> ? T : never };

interface CsvRow {
  readonly record: Readonly<Record<string, string>>;
  readonly info: { readonly lines: number };
}

export interface CsvFormat<C extends ColumnRules> {
  readonly columns: C;
  readonly delimiter?: ',' | ';';
  /** Rules over several fields of one record, such as an end before its start. */
  readonly cross?: (record: RecordOf<C>) => readonly FieldFault[];
}

export function parseCsv<C extends ColumnRules>(content: string, format: CsvFormat<C>, facts: ImportFacts): ParsedLine<RecordOf<C>>[] {
  const rows = parse(content, { columns: true, delimiter: format.delimiter ?? ',', info: true, relax_column_count: true, skip_empty_lines: true, bom: true }) as unknown as CsvRow[];
  return rows.map(({ record, info }) => checkFields(info.lines, (column) => record[column], format, facts));
}

/** Also used by fixed-width formats, which have the fields but no header. */
export function checkFields<C extends ColumnRules>(line: number, fieldOf: (column: string) => string | undefined, format: CsvFormat<C>, facts: ImportFacts): ParsedLine<RecordOf<C>> {
  const faults: FieldFault[] = [];
  const values: Record<string, unknown> = {};
  for (const [column, rule] of Object.entries(format.columns)) {
    const result = applyRule(rule, fieldOf(column), facts);
    if ('fault' in result) faults.push({ field: column, valueClass: result.fault, reason: result.reason });
    else values[column] = result.value;
  }
  if (faults.length > 0) return { line, faults };
  const record = values as RecordOf<C>;
  const across = format.cross?.(record) ?? [];
  return across.length > 0 ? { line, faults: across } : { line, record };
}

function applyRule(rule: FieldRule<unknown>, given: string | undefined, facts: ImportFacts): FieldResult<unknown> {
  if (given === undefined) return { fault: 'missing-column', reason: 'the column is missing' };
  return rule(given.trim(), facts);
}

/** The rule that a period does not end before it starts; ISO dates compare as text. */
export function endNotBeforeStart(from: string | null, until: string | null, field: string): readonly FieldFault[] {
  const wrong = from !== null && until !== null && until < from;
  return wrong ? [{ field, valueClass: 'end-before-start', reason: 'ends before it starts' }] : [];
}
