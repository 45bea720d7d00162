// placements.csv: placement_number, employment_number, workplace_number, kvk_number, function, supervisor, work_form,
// hours_per_week, fee_per_hour, from, until. Placements of agreements have numbers of their own and are not touched.
import { endNotBeforeStart, parseCsv, type RecordOf } from '#shell/import/csv.js';
import { code, decimal, isoDate, kvkNumber, localNumber, optional, text } from '#shell/import/fields.js';
import type { ImportFormat, StoreOutcome } from '#shell/import/format.js';
import { upsert } from '#shell/import/upsert.js';
import { WORK_FORMS } from '#sw-contract/model.js';
import type { EntityManager } from 'typeorm';
import { employerIds } from './employer-ids.js';
import { repeated, unknown } from './references.js';

const columns = {
  placement_number: localNumber({ max: 40 }),
  employment_number: localNumber({ max: 40 }),
  workplace_number: optional(localNumber({ max: 40 })),
  kvk_number: optional(kvkNumber),
  function: optional(text({ max: 200 })),
  supervisor: optional(text({ max: 200 })),
  work_form: code(WORK_FORMS),
  hours_per_week: decimal({ min: 0.5, max: 40 }),
  fee_per_hour: optional(decimal({ min: 0, max: 200 })),
  from: isoDate,
  until: optional(isoDate),
};
type Delivered = RecordOf<typeof columns>;

const placements = {
  table: 'placement',
  key: ['number'],
  columns: {
    number: 'text', employment: 'text', workplace: 'text', hirer_id: 'bigint', function: 'text', supervisor: 'text', work_form: 'text',
    hours_per_week: 'numeric', fee_per_hour: 'numeric', from_date: 'date', until_date: 'date',
  },
};

export const placementsFile: ImportFormat<Delivered> = {
  kind: 'placements',
  accepts: (fileName) => /^placements.*\.csv$/.test(fileName),
  parse: (content, facts) => parseCsv(content, { columns, cross: (record) => endNotBeforeStart(record.from, record.until, 'until') }, facts),
  check: async (em, records) => [
    ...repeated(records, 'placement_number', (record) => record.placement_number),
    ...(await unknown(em, records, { field: 'employment_number', table: 'employment', column: 'number', keyOf: (record) => record.employment_number })),
    ...(await unknown(em, records, { field: 'workplace_number', table: 'workplace', column: 'number', keyOf: (record) => record.workplace_number })),
    ...(await unknown(em, records, { field: 'kvk_number', table: 'employer', column: 'kvk_number', keyOf: (record) => record.kvk_number })),
  ],
  store,
};

async function store(em: EntityManager, records: readonly Delivered[]): Promise<StoreOutcome> {
  const employers = await employerIds(em, records.map((record) => record.kvk_number));
  const rows = records.map(({ placement_number: number, employment_number: employment, workplace_number: workplace, kvk_number: kvk, from: from_date, until: until_date, ...rest }) => ({
    ...rest, number, employment, workplace, from_date, until_date, hirer_id: kvk === null ? null : employers.get(kvk),
  }));
  return { ...(await upsert(em, placements, rows)), duplicates: 0 };
}
