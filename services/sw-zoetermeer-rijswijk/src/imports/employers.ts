// employers.csv: kvk_number, name, postcode_area.
import { parseCsv, type RecordOf } from '#shell/import/csv.js';
import { kvkNumber, optional, postcodeArea, text } from '#shell/import/fields.js';
import type { ImportFormat } from '#shell/import/format.js';
import { upsert } from '#shell/import/upsert.js';
import { repeated } from './references.js';

const columns = { kvk_number: kvkNumber, name: text({ max: 200 }), postcode_area: optional(postcodeArea) };
const table = { table: 'employer', key: ['kvk_number'], columns: { kvk_number: 'text', name: 'text', postcode_area: 'text' } };

export const employersFile: ImportFormat<RecordOf<typeof columns>> = {
  kind: 'employers',
  accepts: (fileName) => /^employers.*\.csv$/.test(fileName),
  parse: (content, facts) => parseCsv(content, { columns }, facts),
  check: async (_em, records) => repeated(records, 'kvk_number', (record) => record.kvk_number),
  store: async (em, records) => ({ ...(await upsert(em, table, records)), duplicates: 0 }),
};
