/**
 * Regeling uitvoering sw en begeleid werken, annex to art. 11: a record as text. How the data travel the regulation leaves to the processor
 * (art. 11(2)); fixed width is our choice: the fields in the order of the annex without anything between them, filled with zeros from the left.
 */
import type { RecordFault } from './record-fault.js';
import type { FieldName, Layout } from './wsw-field.js';

/** Digits as they are known, in any width up to the field's: dates `YYYYMMDD`, codes, whole numbers. Empty or zeros: not applicable. */
export type WswRecord = Readonly<Partial<Record<FieldName, string>>>;
export type ReadRecord = { readonly record: WswRecord } | { readonly faults: readonly RecordFault[] };

/** One line, without its end. RangeError for a value that is no digits or too wide, and for a field that the layout does not have. */
export function writeRecord(layout: Layout, record: WswRecord): string {
  const known = new Set<string>(layout.fields.map(({ name }) => name));
  const strange = Object.entries(record).find(([name, value]) => !known.has(name) && !isNone(value));
  if (strange) throw new RangeError(`${strange[0]} does not stand in layout ${layout.name}`);
  return layout.fields.map(({ name, width }) => filled(name, record[name] ?? '', width)).join('');
}

/** What is zeros becomes empty, everything else keeps its zeros; a line of another length or with anything but digits is refused with every reason. */
export function readRecord(layout: Layout, line: string): ReadRecord {
  if (line.length !== layout.positions) return { faults: [wrongLength(layout, line)] };
  const record: Partial<Record<FieldName, string>> = {};
  const faults: RecordFault[] = [];
  let start = 0;
  for (const { name, width } of layout.fields) {
    const text = line.slice(start, start + width);
    start += width;
    if (/^\d+$/.test(text)) record[name] = isNone(text) ? '' : text;
    else faults.push({ record: 0, field: name, rule: 'not-digits', text: 'Er staan andere tekens dan cijfers.' });
  }
  return faults.length > 0 ? { faults } : { record };
}

/** The record with only the fields that the layout has: for who fills one record for both layouts. */
export function onlyFieldsOf(layout: Layout, record: WswRecord): WswRecord {
  return Object.fromEntries(layout.fields.map(({ name }) => [name, record[name] ?? '']));
}

export const isNone = (value: string): boolean => /^0*$/.test(value);

function filled(name: FieldName, value: string, width: number): string {
  if (!/^\d*$/.test(value) || value.length > width) throw new RangeError(`${name} does not fit in ${width} digits`);
  return value.padStart(width, '0');
}

function wrongLength(layout: Layout, line: string): RecordFault {
  const short = line.length < layout.positions;
  return { record: 0, field: 'record', rule: short ? 'too-short' : 'too-long', text: `Een record heeft ${layout.positions} posities; dit heeft er ${short ? 'minder' : 'meer'}.` };
}
