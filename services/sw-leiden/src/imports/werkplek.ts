/**
 * WERKPLEK.csv: WPNR;KVKNR;OMSCHR;FUNCTIE;GEMCODE;PC4;MINPCT;MAXPCT;AANPASSING;BEGUREN;BESCHDAT;STATUS. Workplaces at employers.
 * The delivered letter never overwrites a reservation of the federation.
 */
import { parseCsv, type RecordOf } from '#shell/import/csv.js';
import { adaptationCodes, code, decimal, kvkNumber, legacyDate, municipality, postcodeArea, text } from '#shell/import/fields.js';
import type { FieldFault, ImportFormat } from '#shell/import/format.js';
import { DELIVERED_STATUSES } from '../domain/codes.js';
import { numberOfDate } from '../domain/legacy-date.js';
import { WERKGEVER, WERKPLEK } from '../store/delivered-tables.js';
import { adoptDeliveredStatus, deliver, known } from '../store/delivery.store.js';
import { dangling, namedAfter, percentage, repeated, rowNumber } from './rules.js';

const columns = {
  WPNR: rowNumber, KVKNR: kvkNumber, OMSCHR: text({ max: 200 }), FUNCTIE: text({ max: 100 }), GEMCODE: municipality, PC4: postcodeArea,
  MINPCT: percentage, MAXPCT: percentage, AANPASSING: adaptationCodes, BEGUREN: decimal({ min: 0, max: 99 }), BESCHDAT: legacyDate, STATUS: code(DELIVERED_STATUSES),
};
type Werkplek = RecordOf<typeof columns>;

export const werkplekFormat: ImportFormat<Werkplek> = {
  kind: 'werkplek',
  accepts: namedAfter('WERKPLEK'),
  parse: (content, facts) => parseCsv(content, { columns, delimiter: ';', cross: maximumNotBelowMinimum }, facts),
  async check(em, records) {
    const employers = await known(em, WERKGEVER, records.map(({ record }) => record.KVKNR));
    return [...repeated(records, 'WPNR', (record) => record.WPNR), ...dangling(records, 'KVKNR', (record) => record.KVKNR, employers)];
  },
  async store(em, records) {
    const changes = await deliver(em, WERKPLEK, records.map(toRow));
    await adoptDeliveredStatus(em);
    return { ...changes, duplicates: 0 };
  },
};

function maximumNotBelowMinimum(record: Werkplek): readonly FieldFault[] {
  if (Number(record.MAXPCT) >= Number(record.MINPCT)) return [];
  return [{ field: 'MAXPCT', valueClass: 'out-of-range', reason: 'is below MINPCT' }];
}

function toRow(record: Werkplek): object {
  return {
    wpnr: record.WPNR, kvknr: record.KVKNR, omschr: record.OMSCHR, functie: record.FUNCTIE, gemcode: record.GEMCODE, pc4: record.PC4, minpct: record.MINPCT,
    maxpct: record.MAXPCT, aanpassing: record.AANPASSING.join('|'), beguren: record.BEGUREN, beschdat: numberOfDate(record.BESCHDAT), status: record.STATUS, levstatus: record.STATUS,
  };
}
