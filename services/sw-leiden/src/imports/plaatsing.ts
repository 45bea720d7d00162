/** PLAATSING.csv: PLNR;DVNR;WPNR;KVKNR;FUNCTIE;BEGELEIDER;WERKVORM;DTPCT;TARIEF;INGDAT;EINDDAT. Where this company's workers work. */
import { endNotBeforeStart, parseCsv, type RecordOf } from '#shell/import/csv.js';
import { code, decimal, kvkNumber, legacyDate, optional, text } from '#shell/import/fields.js';
import type { ImportFormat } from '#shell/import/format.js';
import { DELIVERED_WORK_FORMS } from '../domain/codes.js';
import { numberOfDate } from '../domain/legacy-date.js';
import { DIENSTVERBAND, PLAATSING, WERKGEVER, WERKPLEK } from '../store/delivered-tables.js';
import { deliver, known } from '../store/delivery.store.js';
import { dangling, namedAfter, percentage, reference, repeated, requiredDate, rowNumber } from './rules.js';

const columns = {
  PLNR: rowNumber, DVNR: rowNumber, WPNR: reference, KVKNR: optional(kvkNumber), FUNCTIE: text({ max: 100 }), BEGELEIDER: optional(text({ max: 200 })),
  WERKVORM: code(DELIVERED_WORK_FORMS), DTPCT: percentage, TARIEF: optional(decimal({ min: 0, max: 9999 })), INGDAT: requiredDate, EINDDAT: legacyDate,
};
type Plaatsing = RecordOf<typeof columns>;

export const plaatsingFormat: ImportFormat<Plaatsing> = {
  kind: 'plaatsing',
  accepts: namedAfter('PLAATSING'),
  parse: (content, facts) => parseCsv(content, { columns, delimiter: ';', cross: (record) => endNotBeforeStart(record.INGDAT, record.EINDDAT, 'EINDDAT') }, facts),
  async check(em, records) {
    const withPlace = records.filter(({ record }) => record.WPNR !== 0);
    const withHirer = records.filter(({ record }) => record.KVKNR !== null);
    const employments = await known(em, DIENSTVERBAND, records.map(({ record }) => record.DVNR));
    const places = await known(em, WERKPLEK, withPlace.map(({ record }) => record.WPNR));
    const employers = await known(em, WERKGEVER, withHirer.map(({ record }) => record.KVKNR ?? ''));
    return [
      ...repeated(records, 'PLNR', (record) => record.PLNR),
      ...dangling(records, 'DVNR', (record) => record.DVNR, employments),
      ...dangling(withPlace, 'WPNR', (record) => record.WPNR, places),
      ...dangling(withHirer, 'KVKNR', (record) => record.KVKNR ?? '', employers),
    ];
  },
  async store(em, records) {
    return { ...(await deliver(em, PLAATSING, records.map(toRow))), duplicates: 0 };
  },
};

function toRow(record: Plaatsing): object {
  return {
    plnr: record.PLNR, dvnr: record.DVNR, wpnr: record.WPNR, kvknr: record.KVKNR ?? '', functie: record.FUNCTIE, begeleider: record.BEGELEIDER ?? '',
    werkvorm: record.WERKVORM, dtpct: record.DTPCT, tarief: record.TARIEF, ingdat: numberOfDate(record.INGDAT), einddat: numberOfDate(record.EINDDAT),
  };
}
