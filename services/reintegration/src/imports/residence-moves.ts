/** `residence-moves.csv`: moves of indicated residents between municipalities, delivered by the college of residence (Wsw art. 10). */
import { parseCsv, type RecordOf } from '#shell/import/csv.js';
import { isoDate, personNumber } from '#shell/import/fields.js';
import type { FieldFault, ImportFormat } from '#shell/import/format.js';
import type { ResidenceMove } from '../domain/finance-facts.js';
import { storeResidenceMoves } from '../store/residence-move.store.js';
import { asOfDelivery, duplicatesOf } from './as-of.js';
import { cbsCode } from './cbs-code.js';

const COLUMNS = { bsn: personNumber, moved_on: isoDate, from_municipality: cbsCode, to_municipality: cbsCode };

export const residenceMovesFormat: ImportFormat<ResidenceMove> = {
  kind: 'residence-moves',
  accepts: (fileName) => fileName === 'residence-moves.csv',
  parse: (content, facts) => parseCsv(content, { columns: COLUMNS, cross: elsewhere }, facts).map((line) =>
    'faults' in line ? line : { line: line.line, record: { person: line.record.bsn, on: line.record.moved_on, from: line.record.from_municipality, to: line.record.to_municipality } },
  ),
  store: async (manager, records, file) => ({ ...(await storeResidenceMoves(manager, records, asOfDelivery(file))), duplicates: duplicatesOf(records) }),
};

function elsewhere({ from_municipality: from, to_municipality: to }: RecordOf<typeof COLUMNS>): readonly FieldFault[] {
  return from === to ? [{ field: 'to_municipality', valueClass: 'out-of-range', reason: 'is the municipality that was left' }] : [];
}
