/** `applications.csv` and `suspensions.csv` (Awb 4:13 to 4:17; suspensions are replaced per application). Their due dates are derived after each. */
import type { EntityManager } from 'typeorm';
import { endNotBeforeStart, type RecordOf } from '#shell/import/csv.js';
import { code, isoDate, municipality, optional, text } from '#shell/import/fields.js';
import type { FieldFault } from '#shell/import/format.js';
import { replaceOf, upsert, type Target } from '#shell/import/upsert.js';
import { termBase } from '#law/terms/decision-term.js';
import { APPLICATION_KINDS, DECISIONS } from '../domain/codes.js';
import { refreshTermColumns } from '../store/term-columns.js';
import { deliveredFile } from './delivered-file.js';
import { registerNumber } from './register-number.js';
import { withPeriodColumns, withPerson } from './persons.js';

const APPLICATION: Target = {
  table: 'application',
  key: ['application_number'],
  columns: {
    application_number: 'text',
    client_number: 'text',
    person_id: 'text',
    kind: 'text',
    municipality: 'text',
    received_on: 'date',
    decided_on: 'date',
    decision: 'text',
    new_term_told_on: 'date',
    new_term_until: 'date',
    default_notice_on: 'date',
    base_due_on: 'date',
  },
  setOnce: ['base_due_on'],
};
const SUSPENSION: Target = {
  table: 'suspension',
  key: ['application_number', 'from_on'],
  columns: { application_number: 'text', from_on: 'date', until_on: 'date', reason: 'text', legal_ground: 'text' },
};

const applicationColumns = {
  application_number: registerNumber,
  client_number: registerNumber,
  kind: code(APPLICATION_KINDS),
  municipality,
  received_on: isoDate,
  decided_on: optional(isoDate),
  decision: optional(code(DECISIONS)),
  new_term_told_on: optional(isoDate),
  new_term_until: optional(isoDate),
  default_notice_on: optional(isoDate),
};

export const applications = deliveredFile({
  kind: 'applications',
  columns: applicationColumns,
  added: ['new_term_told_on', 'new_term_until', 'default_notice_on'],
  key: ['application_number'],
  references: { client_number: 'client', municipality: 'municipality' },
  cross: dateFaults,
  store: async (manager, records) => {
    const rows = records.map((record) => ({
      ...record,
      base_due_on: termBase({ receivedOn: record.received_on, decidedOn: record.decided_on, suspensions: [] }).baseDueOn,
    }));
    const written = await upsert(manager, APPLICATION, await withPerson(manager, rows));
    await refreshTermColumns(manager, records.map((record) => record.application_number));
    return written;
  },
});

const suspensionsColumns = {
  application_number: registerNumber,
  from: isoDate,
  until: optional(isoDate),
  reason: text({ max: 200 }),
  legal_ground: text({ max: 100 }),
};

export const suspensions = deliveredFile({
  kind: 'suspensions',
  columns: suspensionsColumns,
  key: ['application_number', 'from'],
  references: { application_number: 'application' },
  cross: ({ from, until }) => endNotBeforeStart(from, until, 'until'),
  store: async (manager: EntityManager, records) => {
    const written = await replaceOf(manager, SUSPENSION, 'application_number', records.map(withPeriodColumns));
    await refreshTermColumns(manager, [...new Set(records.map((record) => record.application_number))]);
    return written;
  },
});

type ApplicationRecord = RecordOf<typeof applicationColumns>;

/** Nothing before it was received; and a decision has a day and a day has a decision, as has a new term. */
function dateFaults(record: ApplicationRecord): readonly FieldFault[] {
  const { received_on, decided_on, decision, new_term_told_on, new_term_until, default_notice_on } = record;
  const order = [
    ...endNotBeforeStart(received_on, decided_on, 'decided_on'),
    ...endNotBeforeStart(received_on, new_term_told_on, 'new_term_told_on'),
    ...endNotBeforeStart(new_term_told_on, new_term_until, 'new_term_until'),
    ...endNotBeforeStart(received_on, default_notice_on, 'default_notice_on'),
  ];
  if (order.length > 0) return order;
  return [
    ...together('decided_on', decided_on, 'decision', decision, 'a decision needs its day, and a day its decision'),
    ...together('new_term_told_on', new_term_told_on, 'new_term_until', new_term_until, 'a new term is told on a day and names one'),
  ];
}

function together(field: string, value: string | null, other: string, otherValue: string | null, reason: string): readonly FieldFault[] {
  if ((value === null) === (otherValue === null)) return [];
  return [{ field: value === null ? field : other, valueClass: 'empty', reason }];
}
