/** Regeling statistiek Participatiewet, IOAW en IOAZ, annexes 1 to 3: every mistake of one record at once, and what is doubtful in the text about the fields that it fills. */
import type { RecordFault } from '../statistics/record-fault.js';
import { formFault, normalValue } from './value-form.js';
import type { ValueRecord, ValueTable } from './value-table.js';

/** `record` in the faults is 0: the caller knows the place in the file. */
export function valueFaults(table: ValueTable, record: ValueRecord): RecordFault[] {
  const values = new Map(table.fields.map(({ name, domain }) => [name, normalValue(domain, record[name] ?? '')]));
  const value = (field: string): string => values.get(field) ?? '';
  const strange = Object.keys(record).filter((name) => record[name] !== '' && !values.has(name)).map((name) => fault(name, 'not-in-table', 'Dit kenmerk staat niet in de bijlage.'));
  const single = table.fields.flatMap(({ name, domain, required }) => {
    if (value(name) === '') return required ? [fault(name, 'empty', 'Dit kenmerk is verplicht.')] : [];
    const found = formFault(domain, value(name));
    return found ? [fault(name, found[0], found[1])] : [];
  });
  const bad = new Set(single.map(({ field }) => field));
  const broken = table.rules.filter((rule) => !rule.reads.some((field) => bad.has(field)) && rule.broken(value));
  return [...strange, ...single, ...broken.map(({ field, name, text }) => fault(field, name, text))];
}

export interface Doubt {
  readonly field: string;
  readonly text: string;
}

/** No mistakes: what whoever delivers has to look up because the text that was read does not settle it. */
export function doubtsOf(table: ValueTable, record: ValueRecord): Doubt[] {
  return table.fields.flatMap(({ name, doubt }) => (doubt !== undefined && (record[name] ?? '') !== '' ? [{ field: name, text: doubt }] : []));
}

const fault = (field: string, rule: string, text: string): RecordFault => ({ record: 0, field, rule, text });
