/** `indications.csv`: decisions of UWV, delivered per municipality of residence. Handicap codes are not in it and are never stored. */
import { endNotBeforeStart, parseCsv, type RecordOf } from '#shell/import/csv.js';
import { adaptationCodes, code, isoDate, mapped, municipality, optional, personNumber, postcodeArea, text } from '#shell/import/fields.js';
import type { FieldFault, ImportFormat } from '#shell/import/format.js';
import type { DisabilityCategory, Indication } from '../domain/indication.js';
import { storeIndications } from '../store/indication.store.js';
import { asOfDelivery, duplicatesOf } from './as-of.js';

const COLUMNS = {
  indication_number: text({ max: 40 }),
  bsn: personNumber,
  municipality,
  kind: code(['WSW', 'NEW_SHELTERED']),
  category: optional(code<DisabilityCategory>(['MODERATE', 'SEVERE'])),
  applied_on: isoDate,
  decided_on: isoDate,
  valid_until: optional(isoDate),
  reindication_requested_on: optional(isoDate),
  advice_supervised_employment: optional(mapped({ yes: true, no: false })),
  adaptations: adaptationCodes,
  waiting_since: optional(isoDate),
  postcode_area: optional(postcodeArea),
};
type Delivered = RecordOf<typeof COLUMNS>;

export const indicationsFormat: ImportFormat<Omit<Indication, 'asOf'>> = {
  kind: 'indications',
  accepts: (fileName) => fileName === 'indications.csv',
  parse: (content, facts) => parseCsv(content, { columns: COLUMNS, cross: datesInOrder }, facts).map((line) => ('faults' in line ? line : { line: line.line, record: toIndication(line.record) })),
  store: async (manager, records, file) => ({ ...(await storeIndications(manager, records, asOfDelivery(file))), duplicates: duplicatesOf(records) }),
};

function datesInOrder(row: Delivered): readonly FieldFault[] {
  return [...endNotBeforeStart(row.applied_on, row.decided_on, 'decided_on'), ...endNotBeforeStart(row.decided_on, row.valid_until, 'valid_until')];
}

function toIndication(row: Delivered): Omit<Indication, 'asOf'> {
  return {
    number: row.indication_number,
    person: row.bsn,
    municipality: row.municipality,
    kind: row.kind,
    category: row.category,
    appliedOn: row.applied_on,
    decidedOn: row.decided_on,
    validUntil: row.valid_until,
    reindicationRequestedOn: row.reindication_requested_on,
    adviceSupervisedEmployment: row.advice_supervised_employment,
    adaptations: row.adaptations,
    waitingSince: row.waiting_since,
    postcodeArea: row.postcode_area,
  };
}
