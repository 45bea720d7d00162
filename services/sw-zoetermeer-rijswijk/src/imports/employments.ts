// employments.csv: employment_number, bsn, name, birth_date, work_form, hours_per_week, from, until, paying_municipality,
// formal_employer, category. The bsn becomes a pseudonym while it is read; what changed is announced to the directory.
import { endNotBeforeStart, parseCsv, type RecordOf } from '#shell/import/csv.js';
import { bodyId, code, decimal, isoDate, localNumber, municipality, optional, personNumber, text } from '#shell/import/fields.js';
import type { ImportFormat, StoreOutcome } from '#shell/import/format.js';
import { changesOf, upsert, writeRows } from '#shell/import/upsert.js';
import { announceEmployments } from '#sw-contract/announce.js';
import { WORK_FORMS } from '#sw-contract/model.js';
import type { EntityManager } from 'typeorm';
import { COMPANY_CODE } from '../domain/company.js';
import { repeated } from './references.js';

const columns = {
  employment_number: localNumber({ max: 40 }),
  bsn: personNumber,
  name: optional(text({ max: 200 })),
  birth_date: optional(isoDate),
  work_form: code(WORK_FORMS),
  hours_per_week: decimal({ min: 0.5, max: 40 }),
  from: isoDate,
  until: optional(isoDate),
  paying_municipality: municipality,
  formal_employer: bodyId,
  category: code(['MODERATE', 'SEVERE']),
};
type Delivered = RecordOf<typeof columns>;

const workers = { table: 'worker', key: ['person'], columns: { person: 'text', name: 'text', birth_date: 'date' } };
const employments = {
  table: 'employment',
  key: ['number'],
  columns: {
    number: 'text', person: 'text', work_form: 'text', hours_per_week: 'numeric', from_date: 'date', until_date: 'date',
    paying_municipality: 'text', formal_employer: 'text', category: 'text',
  },
};

export const employmentsFile: ImportFormat<Delivered> = {
  kind: 'employments',
  accepts: (fileName) => /^employments.*\.csv$/.test(fileName),
  parse: (content, facts) => parseCsv(content, { columns, cross: (record) => endNotBeforeStart(record.from, record.until, 'until') }, facts),
  check: async (_em, records) => repeated(records, 'employment_number', (record) => record.employment_number),
  store: (em, records, file) => store(em, records, file.businessDate),
};

async function store(em: EntityManager, records: readonly Delivered[], businessDate: string | null): Promise<StoreOutcome> {
  const people = new Map(records.map((record) => [record.bsn, { person: record.bsn, name: record.name, birth_date: record.birth_date }]));
  await upsert(em, workers, [...people.values()]);
  const rows = records.map(({ employment_number: number, bsn: person, from: from_date, until: until_date, ...rest }) => ({ ...rest, number, person, from_date, until_date }));
  const written = await writeRows(em, employments, rows);
  const changed = new Set(written.map(({ key }) => key));
  const pointers = rows.filter(({ number }) => changed.has(number)).map((row) => ({ person: row.person, employment: row.number, from: row.from_date, until: row.until_date }));
  const [all] = await em.query<{ total: number }[]>('select count(*)::integer as total from employment');
  await announceEmployments(em, pointers, { code: COMPANY_CODE, total: all?.total ?? 0, businessDate });
  return { ...changesOf(written, rows.length), duplicates: records.length - people.size };
}
