/**
 * Reads records of the Statistiek Wsw by a layout table: one record per line, digits only, every fault of a line told at once.
 * Guarantees that a value that is never kept (handicap codes, sex) is gone when the line is read, and that the BSN leaves
 * this file only as a pseudonym (AVG art. 5 and 9; Regeling uitvoering sw en begeleid werken, annex to art. 11).
 */
import { bsn, legacyDate, type FieldResult, type FieldRule } from '#shell/import/fields.js';
import type { FieldFault, ImportFacts, ParsedLine } from '#shell/import/format.js';
import type { HalfYear } from '../domain/half-year.js';
import { PERIODS, type Domain, type FieldName, type Layout, type LayoutField } from '../domain/layout.js';
import type { FieldValue, StatisticsRecord } from '../domain/statistics-record.js';

type Values = Partial<Record<FieldName, FieldValue>>;

export function parseFixedWidth(text: string, layout: Layout, period: HalfYear, facts: ImportFacts): ParsedLine<StatisticsRecord>[] {
  return text
    .split(/\r?\n/)
    .map((content, index) => ({ content, line: index + 1 }))
    .filter(({ content }) => content !== '')
    .map(({ content, line }) => parseLine(content, line, layout, period, facts));
}

function parseLine(content: string, line: number, layout: Layout, period: HalfYear, facts: ImportFacts): ParsedLine<StatisticsRecord> {
  const wrongLength = lengthFault(content, layout);
  if (wrongLength) return { line, faults: [wrongLength] };
  const { values, faults } = readFields(content, layout, facts);
  if (faults.length > 0) return { line, faults };
  const across = crossFaults(values, period);
  if (across.length > 0) return { line, faults: across };
  const { bsn: person, periode: halfYear, ...fields } = values;
  return { line, record: { halfYear: Number(halfYear), person: String(person), fields } };
}

function lengthFault(content: string, layout: Layout): FieldFault | null {
  if (content.length === layout.positions) return null;
  const valueClass = content.length < layout.positions ? 'too-short' : 'too-long';
  return { field: 'record', valueClass, reason: `a record of layout ${layout.name} has ${layout.positions} positions` };
}

function readFields(content: string, layout: Layout, facts: ImportFacts): { values: Values; faults: FieldFault[] } {
  const values: Values = {};
  const faults: FieldFault[] = [];
  let start = 0;
  for (const field of layout.fields) {
    const result = readField(content.slice(start, start + field.width), field, facts);
    start += field.width;
    if ('fault' in result) faults.push({ field: `${field.number} ${field.name}`, valueClass: result.fault, reason: result.reason });
    else if (field.keeping === 'kept') values[field.name] = result.value;
    else if (field.keeping === 'as-pseudonym') values[field.name] = facts.pseudonym(String(result.value));
  }
  return { values, faults };
}

function readField(given: string, field: LayoutField, facts: ImportFacts): FieldResult<FieldValue> {
  if (!/^\d+$/.test(given)) return { fault: 'not-a-number', reason: 'must be digits only' };
  return ruleOf(field.domain, field.rule)(given, facts);
}

function ruleOf(domain: Domain, rule: string): FieldRule<FieldValue> {
  switch (domain.kind) {
    case 'half-year':
      return (given) => (/[12]$/.test(given) ? { value: Number(given) } : { fault: 'unknown-code', reason: 'must be a year and 1 or 2' });
    case 'bsn':
      return bsn;
    case 'digits':
      return (given) => ({ value: given });
    case 'municipality':
      return (given, { municipalities }) => (municipalities.has(given) ? { value: given } : { fault: 'unknown-code', reason: 'is no municipality of this federation' });
    case 'date':
      return domain.required === true ? birthDate : legacyDate;
    case 'code':
      return code(domain, rule);
    case 'integer':
      return (given) => (Number(given) <= domain.to ? { value: zeroIsNone(given) } : { fault: 'out-of-range', reason: `must be at most ${domain.to}` });
  }
}

const zeroIsNone = (given: string): number | null => (Number(given) === 0 ? null : Number(given));

const birthDate: FieldRule<FieldValue> = (given, facts) => {
  const result = legacyDate(given, facts);
  return 'value' in result && result.value === null ? { fault: 'empty', reason: 'a date is required, zeros do not do' } : result;
};

function code({ from, to, required }: Extract<Domain, { kind: 'code' }>, rule: string): FieldRule<FieldValue> {
  return (given) => {
    const value = Number(given);
    if (value === 0 && required !== true) return { value: null };
    return value >= from && value <= to ? { value } : { fault: 'unknown-code', reason: `must be ${rule}` };
  };
}

function crossFaults(values: Values, period: HalfYear): FieldFault[] {
  const faults: FieldFault[] = [];
  if (values.periode !== period) faults.push({ field: '1 periode', valueClass: 'out-of-range', reason: 'is not the period of the file name' });
  for (const [start, end] of PERIODS) {
    const from = values[start] ?? null;
    const until = values[end] ?? null;
    if (until !== null && from === null) faults.push({ field: start, valueClass: 'empty', reason: 'has an end and no start' });
    if (until !== null && from !== null && until < from) faults.push({ field: end, valueClass: 'end-before-start', reason: 'ends before it starts' });
  }
  return faults;
}
