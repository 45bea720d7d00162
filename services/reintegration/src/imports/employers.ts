/** `employers.csv`: the employers that the joint service knows, by KvK number. */
import { parseCsv } from '#shell/import/csv.js';
import { kvkNumber, optional, postcodeArea, text } from '#shell/import/fields.js';
import type { ImportFormat } from '#shell/import/format.js';
import { type KnownEmployer, storeEmployers } from '../store/employer.store.js';
import { asOfDelivery } from './as-of.js';

const COLUMNS = { kvk_number: kvkNumber, name: text({ max: 160 }), postcode_area: optional(postcodeArea) };

export const employersFormat: ImportFormat<KnownEmployer> = {
  kind: 'employers',
  accepts: (fileName) => fileName === 'employers.csv',
  parse: (content, facts) =>
    parseCsv(content, { columns: COLUMNS }, facts).map((line) =>
      'faults' in line ? line : { line: line.line, record: { kvkNumber: line.record.kvk_number, name: line.record.name, postcodeArea: line.record.postcode_area } },
    ),
  store: async (manager, records, file) => ({
    ...(await storeEmployers(manager, records, asOfDelivery(file))),
    duplicates: records.length - new Set(records.map((one) => one.kvkNumber)).size,
  }),
};
