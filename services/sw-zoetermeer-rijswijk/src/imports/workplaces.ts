// workplaces.csv: workplace_number, kvk_number, title, function, municipality, postcode_area, hours_min, hours_max,
// adaptations (joined by |), supervision_hours, available_from, status. A hold of the federation is never overwritten: it
// stands in a table of its own and goes before the delivered status.
import { parseCsv, type RecordOf } from '#shell/import/csv.js';
import { adaptationCodes, code, decimal, isoDate, kvkNumber, localNumber, municipality, optional, postcodeArea, text } from '#shell/import/fields.js';
import type { FieldFault, ImportFormat, StoreOutcome } from '#shell/import/format.js';
import { upsert } from '#shell/import/upsert.js';
import type { EntityManager } from 'typeorm';
import { employerIds } from './employer-ids.js';
import { repeated, unknown } from './references.js';

const hours = decimal({ min: 0, max: 40 });
const columns = {
  workplace_number: localNumber({ max: 40 }),
  kvk_number: kvkNumber,
  title: text({ max: 200 }),
  function: text({ max: 200 }),
  municipality,
  postcode_area: optional(postcodeArea),
  hours_min: hours,
  hours_max: hours,
  adaptations: adaptationCodes,
  supervision_hours: hours,
  available_from: optional(isoDate),
  status: code(['OPEN', 'TAKEN', 'CLOSED']),
};
type Delivered = RecordOf<typeof columns>;

const workplaces = {
  table: 'workplace',
  key: ['number'],
  columns: {
    number: 'text', employer_id: 'bigint', title: 'text', function: 'text', municipality: 'text', postcode_area: 'text', hours_min: 'numeric',
    hours_max: 'numeric', adaptations: 'text[]', supervision_hours: 'numeric', available_from: 'date', status: 'text',
  },
};

export const workplacesFile: ImportFormat<Delivered> = {
  kind: 'workplaces',
  accepts: (fileName) => /^workplaces.*\.csv$/.test(fileName),
  parse: (content, facts) => parseCsv(content, { columns, cross: hoursInOrder }, facts),
  check: async (em, records) => [
    ...repeated(records, 'workplace_number', (record) => record.workplace_number),
    ...(await unknown(em, records, { field: 'kvk_number', table: 'employer', column: 'kvk_number', keyOf: (record) => record.kvk_number })),
  ],
  store,
};

function hoursInOrder(record: Delivered): readonly FieldFault[] {
  const wrong = Number(record.hours_max) < Number(record.hours_min);
  return wrong ? [{ field: 'hours_max', valueClass: 'out-of-range', reason: 'is less than hours_min' }] : [];
}

async function store(em: EntityManager, records: readonly Delivered[]): Promise<StoreOutcome> {
  const employers = await employerIds(em, records.map((record) => record.kvk_number));
  const rows = records.map(({ workplace_number: number, kvk_number: kvk, ...rest }) => ({ ...rest, number, employer_id: employers.get(kvk) }));
  return { ...(await upsert(em, workplaces, rows)), duplicates: 0 };
}
