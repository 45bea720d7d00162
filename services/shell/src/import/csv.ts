/**
 * A delivered CSV file, line by line: every field checked by its rule, every fault of a line told at once. A record is one line
 * (no field of any format holds a line break), so a quote that is never closed costs its own line and not the rest of the file.
 */
import { parse } from 'csv-parse/sync';
import type { FieldResult, FieldRule } from './fields.js';
import type { FieldFault, ImportFacts, ParsedLine } from './format.js';
import { UnreadableFile } from './unreadable-file.js';

export type ColumnRules = Readonly<Record<string, FieldRule<unknown>>>;
export type RecordOf<C extends ColumnRules> = { [K in keyof C]: C[K] extends FieldRule<infer T> ? T : never };

export interface CsvFormat<C extends ColumnRules> {
  readonly columns: C;
  /** Columns that came later: a header without one is that of an older delivery, and the value is empty. A system that delivers need not change. */
  readonly added?: readonly (keyof NoInfer<C> & string)[];
  readonly delimiter?: ',' | ';';
  /** Rules over several fields of one record, such as an end before its start. */
  readonly cross?: (record: RecordOf<C>) => readonly FieldFault[];
}

/** Throws `UnreadableFile` when the first line is no header. */
export function parseCsv<C extends ColumnRules>(content: string, format: CsvFormat<C>, facts: ImportFacts): ParsedLine<RecordOf<C>>[] {
  const delimiter = format.delimiter ?? ',';
  const [first = '', ...rest] = content.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  const header = fieldsOf(first, delimiter);
  if (!header || first.trim() === '') throw new UnreadableFile('its first line is not a row of column names');
  const older = new Set<string>((format.added ?? []).filter((column) => !header.includes(column)));
  const lines = rest.map((text, index) => ({ text, line: index + 2 })).filter(({ text }) => text !== '');
  return lines.map(({ text, line }) => {
    const fields = fieldsOf(text, delimiter);
    if (!fields) return refusedRecord(line, 'not-csv', 'has a quote where none may stand');
    if (fields.length > header.length) return refusedRecord(line, 'too-long', 'has more fields than the header has columns');
    return checkFields(line, (column) => (older.has(column) ? '' : fields[header.indexOf(column)]), format, facts);
  });
}

/** Null for a line that is no CSV. What the parser says of it is dropped: it quotes the value. */
function fieldsOf(line: string, delimiter: string): string[] | null {
  if (!line.includes('"')) return line.split(delimiter);
  try {
    const [fields] = parse(line, { delimiter, relax_column_count: true }) as string[][];
    return fields ?? [];
  } catch {
    return null;
  }
}

function refusedRecord(line: number, valueClass: 'not-csv' | 'too-long', reason: string): { line: number; faults: FieldFault[] } {
  return { line, faults: [{ field: 'record', valueClass, reason }] };
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
