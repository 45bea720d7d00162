// employments.csv: employment_number, bsn, name, birth_date, work_form, hours_per_week, from, until, paying_municipality,
// formal_employer, category, and for the half-yearly statistics paid_percentage, former_form, former_hours, former_paid_percentage,
// former_until, leaving_reason, destination. The bsn becomes a pseudonym while it is read; what changed is announced to the directory.
import { endNotBeforeStart, parseCsv, type RecordOf } from '#shell/import/csv.js';
import { bodyId, code, decimal, integer, isoDate, localNumber, municipality, optional, personNumber, text } from '#shell/import/fields.js';
import type { FieldFault, ImportFormat, StoreOutcome } from '#shell/import/format.js';
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
  paid_percentage: optional(integer({ min: 0, max: 100 })),
  former_form: optional(code(WORK_FORMS)),
  former_hours: optional(decimal({ min: 0.5, max: 40 })),
  former_paid_percentage: optional(integer({ min: 0, max: 100 })),
  former_until: optional(isoDate),
  leaving_reason: optional(integer({ min: 1, max: 9 })),
  destination: optional(integer({ min: 1, max: 11 })),
};
/** For the half-yearly statistics; deliveries of before have none of them. */
const added = ['paid_percentage', 'former_form', 'former_hours', 'former_paid_percentage', 'former_until', 'leaving_reason', 'destination'] as const;
type Delivered = RecordOf<typeof columns>;

const workers = { table: 'worker', key: ['person'], columns: { person: 'text', name: 'text', birth_date: 'date' } };
const employments = {
  table: 'employment',
  key: ['number'],
  columns: {
    number: 'text', person: 'text', work_form: 'text', hours_per_week: 'numeric', from_date: 'date', until_date: 'date',
    paying_municipality: 'text', formal_employer: 'text', category: 'text',
    paid_percentage: 'integer', former_form: 'text', former_hours: 'numeric', former_paid_percentage: 'integer', former_until: 'date', leaving_reason: 'integer', destination: 'integer',
  },
};

export const employmentsFile: ImportFormat<Delivered> = {
  kind: 'employments',
  accepts: (fileName) => /^employments.*\.csv$/.test(fileName),
  parse: (content, facts) => parseCsv(content, { columns, added, cross: acrossFields }, facts),
  check: async (_em, records) => repeated(records, 'employment_number', (record) => record.employment_number),
  store: (em, records, file) => store(em, records, file.businessDate),
};

/** The form before belongs to this employment and ended before the present one; who has not left has no reason. */
function acrossFields({ from, until, former_form, former_until, leaving_reason }: Delivered): readonly FieldFault[] {
  const faults: FieldFault[] = [...endNotBeforeStart(from, until, 'until'), ...endNotBeforeStart(from, former_until, 'former_until')];
  if ((former_form === null) !== (former_until === null)) faults.push({ field: 'former_until', valueClass: 'empty', reason: 'a former form has its last day and a last day its form' });
  if (former_until !== null && until !== null && until <= former_until) faults.push({ field: 'former_until', valueClass: 'out-of-range', reason: 'the present form begins after the employment ended' });
  if (leaving_reason !== null && until === null) faults.push({ field: 'leaving_reason', valueClass: 'out-of-range', reason: 'a reason needs a last day' });
  return faults;
}

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
