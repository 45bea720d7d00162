/**
 * Reads records of the Statistiek Wsw by a layout table: one record per line, digits only, every fault of a line told at once.
 * Guarantees that a value that is never kept (handicap codes, sex) is gone when the line is read, and that the BSN leaves
 * this file only as a pseudonym (AVG art. 5 and 9; Regeling uitvoering sw en begeleid werken, annex to art. 11).
 */
import type { Domain, FieldName, Layout, WswField } from '#law/statistics/wsw-field.js';
import { bsn, legacyDate, type FieldResult, type FieldRule } from '#shell/import/fields.js';
import type { FieldFault, ImportFacts, ParsedLine } from '#shell/import/format.js';
import type { FieldValue, StatisticsRecord } from '../domain/statistics-record.js';
import { KEPT_AS_PSEUDONYM, NEVER_KEPT } from './keeping.js';

type Values = Partial<Record<FieldName, FieldValue>>;

/** Periods of which the end may not lie before the start. */
const PERIODS: readonly (readonly [FieldName, FieldName])[] = [
  ['indicatiebesluit', 'afloop_indicatie'],
  ['instroom_wachtlijst', 'uitstroom_wachtlijst'],
  ['begin_dienstbetrekking', 'einde_dienstbetrekking'],
  ['begin_begeleid_werken', 'einde_begeleid_werken'],
];

export function parseFixedWidth(text: string, layout: Layout, period: number, facts: ImportFacts): ParsedLine<StatisticsRecord>[] {
  return text
    .split(/\r?\n/)
    .map((content, index) => ({ content, line: index + 1 }))
    .filter(({ content }) => content !== '')
    .map(({ content, line }) => parseLine(content, line, layout, period, facts));
}

function parseLine(content: string, line: number, layout: Layout, period: number, facts: ImportFacts): ParsedLine<StatisticsRecord> {
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
    else if (field.name === KEPT_AS_PSEUDONYM) values[field.name] = facts.pseudonym(String(result.value));
    else if (!NEVER_KEPT.has(field.name)) values[field.name] = result.value;
  }
  return { values, faults };
}

function readField(given: string, field: WswField, facts: ImportFacts): FieldResult<FieldValue> {
  if (!/^\d+$/.test(given)) return { fault: 'not-a-number', reason: 'must be digits only' };
  return ruleOf(field.domain)(given, facts);
}

function ruleOf(domain: Domain): FieldRule<FieldValue> {
  switch (domain.kind) {
    case 'half-year':
      return (given) => (/[12]$/.test(given) ? { value: Number(given) } : { fault: 'unknown-code', reason: 'must be a year and 1 or 2' });
    case 'bsn':
      return bsn;
    case 'digits':
      return (given) => ({ value: given });
    case 'municipality':
      return domain.required === true ? municipality : (given, facts) => (Number(given) === 0 ? { value: null } : municipality(given, facts));
    case 'date':
      return domain.required === true ? birthDate : legacyDate;
    case 'code':
      return code(domain);
    case 'integer':
      return (given) => (Number(given) <= domain.to ? { value: zeroIsNone(given) } : { fault: 'out-of-range', reason: `must be at most ${domain.to}` });
  }
}

const zeroIsNone = (given: string): number | null => (Number(given) === 0 ? null : Number(given));

const municipality: FieldRule<FieldValue> = (given, { municipalities }) =>
  (municipalities.has(given) ? { value: given } : { fault: 'unknown-code', reason: 'is no municipality of this federation' });

const birthDate: FieldRule<FieldValue> = (given, facts) => {
  const result = legacyDate(given, facts);
  return 'value' in result && result.value === null ? { fault: 'empty', reason: 'a date is required, zeros do not do' } : result;
};

function code({ codes, required }: Extract<Domain, { kind: 'code' }>): FieldRule<FieldValue> {
  return (given) => {
    if (Number(given) === 0 && required !== true) return { value: null };
    return Object.hasOwn(codes, given) ? { value: Number(given) } : { fault: 'unknown-code', reason: `must be one of ${Object.keys(codes).sort().join(', ')}` };
  };
}

function crossFaults(values: Values, period: number): FieldFault[] {
  const faults: FieldFault[] = [];
  if (values.periode !== period) faults.push({ field: '1 periode', valueClass: 'out-of-range', reason: 'is not the period of the file name' });
  for (const [start, end] of PERIODS) {
    const from = values[start] ?? null;
    const until = values[end] ?? null;
    if (until !== null && from === null) faults.push({ field: start, valueClass: 'empty', reason: 'has an end and no start' });
    if (until !== null && from !== null && until < from) faults.push({ field: end, valueClass: 'end-before-start', reason: 'ends before it starts' });
  }
  if (values.betalende_gemeente === null && (values.begin_dienstbetrekking ?? values.begin_begeleid_werken ?? null) !== null) {
    faults.push({ field: 'betalende_gemeente', valueClass: 'empty', reason: 'work is paid by a municipality' });
  }
  return faults;
}
