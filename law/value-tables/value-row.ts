/**
 * Regeling statistiek Participatiewet, IOAW en IOAZ, art. 5(1): how the data travel others decide, and that was not found. Our own carrier is a line of
 * comma-separated values (RFC 4180) in the order of the annex below a header of our names: to look at and to load, not the file that is delivered.
 */
import type { RecordFault } from '../statistics/record-fault.js';
import { formFault, normalValue } from './value-form.js';
import type { ValueRecord, ValueTable } from './value-table.js';

export type ReadRow = { readonly record: ValueRecord } | { readonly faults: readonly RecordFault[] };

/** One line, without its end. */
export function headerOf(table: ValueTable): string {
  return table.fields.map(({ name }) => name).join(',');
}

/** One line, without its end. RangeError for a value outside its range, and for a field that the table does not have. */
export function writeRow(table: ValueTable, record: ValueRecord): string {
  const strange = Object.keys(record).find((name) => record[name] !== '' && !table.fields.some((field) => field.name === name));
  if (strange !== undefined) throw new RangeError(`${strange} does not stand in ${table.name}`);
  return table.fields.map(({ name, domain }) => {
    const value = normalValue(domain, record[name] ?? '');
    if (value !== '' && formFault(domain, value)) throw new RangeError(`${name} has no value of its range`);
    return quoted(value);
  }).join(',');
}

/** The values as they stand there; whether they are right is for the validator. */
export function readRow(table: ValueTable, line: string): ReadRow {
  const cells = cellsOf(line);
  if (!cells) return { faults: [wrong('not-csv', 'De regel is geen CSV: een aanhalingsteken staat waar het niet mag.')] };
  if (cells.length !== table.fields.length) return { faults: [wrong('wrong-length', `Een regel heeft ${table.fields.length} waarden.`)] };
  return { record: Object.fromEntries(table.fields.map(({ name }, index) => [name, cells[index] ?? ''])) };
}

function quoted(value: string): string {
  return /[",]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

const CELL = /("(?:[^"]|"")*"|[^",]*)(,|$)/y;

function cellsOf(line: string): string[] | null {
  const cells: string[] = [];
  CELL.lastIndex = 0;
  for (;;) {
    const found = CELL.exec(line);
    if (!found) return null;
    const [, cell = '', end] = found;
    cells.push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell);
    if (end === '') return cells;
  }
}

const wrong = (rule: string, text: string): RecordFault => ({ record: 0, field: 'record', rule, text });
