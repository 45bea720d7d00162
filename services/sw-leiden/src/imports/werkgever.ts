/** WERKGEVER.csv: KVKNR;NAAM;PC4. Employers that this company hires out to. */
import { parseCsv, type RecordOf } from '#shell/import/csv.js';
import { kvkNumber, optional, postcodeArea, text } from '#shell/import/fields.js';
import type { ImportFormat } from '#shell/import/format.js';
import { WERKGEVER } from '../store/delivered-tables.js';
import { deliver } from '../store/delivery.store.js';
import { namedAfter, repeated } from './rules.js';

const columns = { KVKNR: kvkNumber, NAAM: text({ max: 200 }), PC4: optional(postcodeArea) };
type Werkgever = RecordOf<typeof columns>;

export const werkgeverFormat: ImportFormat<Werkgever> = {
  kind: 'werkgever',
  accepts: namedAfter('WERKGEVER'),
  parse: (content, facts) => parseCsv(content, { columns, delimiter: ';' }, facts),
  check: async (_em, records) => repeated(records, 'KVKNR', (record) => record.KVKNR),
  async store(em, records) {
    const rows = records.map((record) => ({ kvknr: record.KVKNR, naam: record.NAAM, pc4: record.PC4 ?? '' }));
    return { ...(await deliver(em, WERKGEVER, rows)), duplicates: 0 };
  },
};
