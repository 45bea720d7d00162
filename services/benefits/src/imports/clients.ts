/**
 * `clients.csv`: the register's own clients. Two client numbers may mean one person (known at two municipalities before the joint
 * service): that is one person here, described by the first record, and counted as a duplicate. The postcode area is checked but
 * not kept, because nothing here needs it (AVG art. 5(1)(c)).
 */
import type { EntityManager } from 'typeorm';
import { bsn, isoDate, optional, postcodeArea, text, type FieldRule } from '#shell/import/fields.js';
import { upsert, type Target } from '#shell/import/upsert.js';
import { removePersonsWithoutClient } from '../store/delivered.store.js';
import { deliveredFile } from './delivered-file.js';
import { registerNumber } from './register-number.js';

const PERSON: Target = { table: 'person', key: ['id'], columns: { id: 'text', bsn: 'text', name: 'text', birth_date: 'date' } };
const CLIENT: Target = { table: 'client', key: ['client_number'], columns: { client_number: 'text', person_id: 'text' } };

interface Identity {
  readonly bsn: string;
  /** The person id of that number. */
  readonly person: string;
}

/** This register may keep the number itself, beside the pseudonym that the other bodies know. */
const identity: FieldRule<Identity> = (given, facts) => {
  const checked = bsn(given, facts);
  return 'fault' in checked ? checked : { value: { bsn: checked.value, person: facts.pseudonym(checked.value) } };
};

const clientsColumns = {
  client_number: registerNumber,
  bsn: identity,
  name: text({ max: 200 }),
  birth_date: isoDate,
  postcode_area: optional(postcodeArea),
};

export const clients = deliveredFile({
  kind: 'clients',
  columns: clientsColumns,
  key: ['client_number'],
  store: storeClients,
});

interface ClientRecord {
  readonly client_number: string;
  readonly bsn: Identity;
  readonly name: string;
  readonly birth_date: string;
}

async function storeClients(manager: EntityManager, records: readonly ClientRecord[]) {
  const firstOf = new Map<string, ClientRecord>();
  for (const record of records) if (!firstOf.has(record.bsn.person)) firstOf.set(record.bsn.person, record);
  const persons = [...firstOf.values()].map(({ bsn: { person, bsn: number }, name, birth_date }) => ({ id: person, bsn: number, name, birth_date }));
  const personsWritten = await upsert(manager, PERSON, persons);
  const numbers = records.map(({ client_number, bsn: { person } }) => ({ client_number, person_id: person }));
  const clientsWritten = await upsert(manager, CLIENT, numbers);
  await removePersonsWithoutClient(manager);
  return {
    inserted: clientsWritten.inserted,
    updated: Math.min(records.length - clientsWritten.inserted, clientsWritten.updated + personsWritten.updated),
    duplicates: records.length - firstOf.size,
  };
}
