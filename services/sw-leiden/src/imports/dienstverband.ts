/**
 * DIENSTVERBAND.csv: DVNR;BSN;NAAM;GEBDAT;WERKVORM;DTPCT;INGDAT;EINDDAT;BETGEM;FORMWG;KLASSE. Workers and their employments.
 * The BSN becomes the person's pseudonym while the line is read and goes no further (Wsw art. 15; AVG art. 5).
 */
import { endNotBeforeStart, parseCsv, type RecordOf } from '#shell/import/csv.js';
import { bodyId, code, legacyDate, municipality, personNumber, text } from '#shell/import/fields.js';
import type { ImportFormat } from '#shell/import/format.js';
import { announceEmployments } from '#sw-contract/announce.js';
import { CATEGORY_LETTERS, DELIVERED_WORK_FORMS } from '../domain/codes.js';
import { COMPANY_CODE } from '../domain/company.js';
import { numberOfDate } from '../domain/legacy-date.js';
import { DIENSTVERBAND, WERKNEMER } from '../store/delivered-tables.js';
import { countOf, deliver } from '../store/delivery.store.js';
import { announcementDate, namedAfter, percentage, repeated, requiredDate, rowNumber } from './rules.js';

const columns = {
  DVNR: rowNumber, BSN: personNumber, NAAM: text({ max: 200 }), GEBDAT: requiredDate, WERKVORM: code(DELIVERED_WORK_FORMS), DTPCT: percentage,
  INGDAT: requiredDate, EINDDAT: legacyDate, BETGEM: municipality, FORMWG: bodyId, KLASSE: code(CATEGORY_LETTERS),
};
type Dienstverband = RecordOf<typeof columns>;

export const dienstverbandFormat: ImportFormat<Dienstverband> = {
  kind: 'dienstverband',
  accepts: namedAfter('DIENSTVERBAND'),
  parse: (content, facts) => parseCsv(content, { columns, delimiter: ';', cross: (record) => endNotBeforeStart(record.INGDAT, record.EINDDAT, 'EINDDAT') }, facts),
  check: async (_em, records) => repeated(records, 'DVNR', (record) => record.DVNR),
  async store(em, records, file) {
    const persons = new Map(records.map((record) => [record.BSN, { wnr: record.BSN, naam: record.NAAM, gebdat: numberOfDate(record.GEBDAT) }]));
    await deliver(em, WERKNEMER, [...persons.values()]);
    const changes = await deliver(em, DIENSTVERBAND, records.map(toRow));
    const pointers = records.map((record) => ({ person: record.BSN, employment: String(record.DVNR), from: record.INGDAT, until: record.EINDDAT }));
    await announceEmployments(em, pointers, { code: COMPANY_CODE, total: await countOf(em, DIENSTVERBAND), businessDate: announcementDate(file) });
    return { ...changes, duplicates: records.length - persons.size };
  },
};

function toRow(record: Dienstverband): object {
  return {
    dvnr: record.DVNR, wnr: record.BSN, werkvorm: record.WERKVORM, dtpct: record.DTPCT, ingdat: numberOfDate(record.INGDAT), einddat: numberOfDate(record.EINDDAT),
    betgem: record.BETGEM, formwg: record.FORMWG, klasse: record.KLASSE,
  };
}
