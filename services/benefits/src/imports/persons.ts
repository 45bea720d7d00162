/** `residences.csv` (where a client is registered, replaced per client) and `representatives.csv` (who acts for him). */
import type { EntityManager } from 'typeorm';
import { endNotBeforeStart } from '#shell/import/csv.js';
import { code, isoDate, municipality, optional, text } from '#shell/import/fields.js';
import { replaceOf, upsert, type Target } from '#shell/import/upsert.js';
import { REPRESENTATIVE_KINDS } from '../domain/codes.js';
import { personsOfClients } from '../store/delivered.store.js';
import { deliveredFile } from './delivered-file.js';
import { registerNumber } from './register-number.js';

const RESIDENCE: Target = {
  table: 'residence',
  key: ['client_number', 'from_on'],
  columns: { client_number: 'text', person_id: 'text', municipality: 'text', from_on: 'date', until_on: 'date' },
};
const REPRESENTATIVE: Target = {
  table: 'representative',
  key: ['representative_number'],
  columns: { representative_number: 'text', client_number: 'text', person_id: 'text', kind: 'text', name: 'text', from_on: 'date', until_on: 'date' },
};

const residencesColumns = { client_number: registerNumber, municipality, from: isoDate, until: optional(isoDate) };

export const residences = deliveredFile({
  kind: 'residences',
  columns: residencesColumns,
  key: ['client_number', 'from'],
  references: { client_number: 'client', municipality: 'municipality' },
  cross: ({ from, until }) => endNotBeforeStart(from, until, 'until'),
  store: async (manager, records) => replaceOf(manager, RESIDENCE, 'client_number', await withPerson(manager, records.map(withPeriodColumns))),
});

const representativesColumns = {
  representative_number: registerNumber,
  client_number: registerNumber,
  kind: code(REPRESENTATIVE_KINDS),
  name: text({ max: 200 }),
  from: isoDate,
  until: optional(isoDate),
};

export const representatives = deliveredFile({
  kind: 'representatives',
  columns: representativesColumns,
  key: ['representative_number'],
  references: { client_number: 'client' },
  cross: ({ from, until }) => endNotBeforeStart(from, until, 'until'),
  store: async (manager, records) => upsert(manager, REPRESENTATIVE, await withPerson(manager, records.map(withPeriodColumns))),
});

/** `from` and `until` are words of SQL; the columns are called `from_on` and `until_on`. */
export function withPeriodColumns<R extends { from: string | null; until: string | null }>({ from, until, ...record }: R) {
  return { ...record, from_on: from, until_on: until };
}

/** The person that each record's client number means. */
export async function withPerson<R extends { readonly client_number: string }>(manager: EntityManager, records: readonly R[]) {
  const persons = await personsOfClients(manager, records.map((record) => record.client_number));
  return records.map((record) => ({ ...record, person_id: persons.get(record.client_number) ?? null }));
}
