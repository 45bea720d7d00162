/**
 * DIENSTVERBAND.csv: DVNR;BSN;NAAM;GEBDAT;WERKVORM;DTPCT;INGDAT;EINDDAT;BETGEM;FORMWG;KLASSE, and for the half-yearly
 * statistics LOONPCT;VWERKVORM;VDTPCT;VLOONPCT;VEINDDAT;ONTSLAG;BESTEM. Workers and their employments.
 * The BSN becomes the person's pseudonym while the line is read and goes no further (Wsw art. 15; AVG art. 5).
 */
import { endNotBeforeStart, parseCsv, type RecordOf } from '#shell/import/csv.js';
import { bodyId, code, integer, legacyDate, municipality, optional, personNumber, text } from '#shell/import/fields.js';
import type { FieldFault, ImportFormat } from '#shell/import/format.js';
import { announceEmployments } from '#sw-contract/announce.js';
import { CATEGORY_LETTERS, DELIVERED_WORK_FORMS } from '../domain/codes.js';
import { COMPANY_CODE } from '../domain/company.js';
import { numberOfDate } from '../domain/legacy-date.js';
import { DIENSTVERBAND, WERKNEMER } from '../store/delivered-tables.js';
import { countOf, deliver } from '../store/delivery.store.js';
import { announcementDate, namedAfter, percentage, repeated, requiredDate, rowNumber } from './rules.js';

const NOT_KNOWN = -1;

const columns = {
  DVNR: rowNumber, BSN: personNumber, NAAM: text({ max: 200 }), GEBDAT: requiredDate, WERKVORM: code(DELIVERED_WORK_FORMS), DTPCT: percentage,
  INGDAT: requiredDate, EINDDAT: legacyDate, BETGEM: municipality, FORMWG: bodyId, KLASSE: code(CATEGORY_LETTERS),
  LOONPCT: optional(integer({ min: 0, max: 100 })), VWERKVORM: optional(code(DELIVERED_WORK_FORMS)), VDTPCT: optional(percentage), VLOONPCT: optional(integer({ min: 0, max: 100 })),
  VEINDDAT: optional(legacyDate), ONTSLAG: optional(integer({ min: 0, max: 9 })), BESTEM: optional(integer({ min: 0, max: 11 })),
};
/** For the half-yearly statistics; deliveries of before have none of them. */
const added = ['LOONPCT', 'VWERKVORM', 'VDTPCT', 'VLOONPCT', 'VEINDDAT', 'ONTSLAG', 'BESTEM'] as const;
type Dienstverband = RecordOf<typeof columns>;

export const dienstverbandFormat: ImportFormat<Dienstverband> = {
  kind: 'dienstverband',
  accepts: namedAfter('DIENSTVERBAND'),
  parse: (content, facts) => parseCsv(content, { columns, added, delimiter: ';', cross: acrossFields }, facts),
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

/** The form before belongs to this dienstverband and ended before the present one; who has not left has no reason. */
function acrossFields({ INGDAT, EINDDAT, VWERKVORM, VEINDDAT, ONTSLAG }: Dienstverband): readonly FieldFault[] {
  const faults: FieldFault[] = [...endNotBeforeStart(INGDAT, EINDDAT, 'EINDDAT'), ...endNotBeforeStart(INGDAT, VEINDDAT, 'VEINDDAT')];
  if ((VWERKVORM === null) !== (VEINDDAT === null)) faults.push({ field: 'VEINDDAT', valueClass: 'empty', reason: 'a former form has its last day and a last day its form' });
  if (VEINDDAT !== null && EINDDAT !== null && EINDDAT <= VEINDDAT) faults.push({ field: 'VEINDDAT', valueClass: 'out-of-range', reason: 'the present form begins after the employment ended' });
  if ((ONTSLAG ?? 0) > 0 && EINDDAT === null) faults.push({ field: 'ONTSLAG', valueClass: 'out-of-range', reason: 'a reason needs a last day' });
  return faults;
}

function toRow(record: Dienstverband): object {
  return {
    dvnr: record.DVNR, wnr: record.BSN, werkvorm: record.WERKVORM, dtpct: record.DTPCT, ingdat: numberOfDate(record.INGDAT), einddat: numberOfDate(record.EINDDAT),
    betgem: record.BETGEM, formwg: record.FORMWG, klasse: record.KLASSE,
    loonpct: record.LOONPCT ?? NOT_KNOWN, vwerkvorm: record.VWERKVORM ?? '', vdtpct: record.VDTPCT ?? '0', vloonpct: record.VLOONPCT ?? NOT_KNOWN, veinddat: numberOfDate(record.VEINDDAT),
    ontslag: record.ONTSLAG ?? 0, bestem: record.BESTEM ?? 0,
  };
}
