/**
 * werkplekken-JJJJ-wWW.csv: werkplek,kvk,werkgever,omschrijving,functie,gemeente,postcodegebied,min_uren,max_uren,aanpassingen,
 * begeleiding_uren,beschikbaar_vanaf,status. All workplaces of the week; what the federation holds stays held.
 */
import { parseCsv, type RecordOf } from '#shell/import/csv.js';
import { adaptationCodes, decimal, isoDate, kvkNumber, localNumber, mapped, municipality, optional, postcodeArea, text } from '#shell/import/fields.js';
import type { FieldFault, ImportFormat } from '#shell/import/format.js';
import { workplacesDate } from '../domain/file-dates.js';
import { recordDelivery } from '../store/deliveries.store.js';
import { seeWorkplaces } from '../store/discrepancies.store.js';
import { stageWorkplaces } from '../store/workplace-file.store.js';
import { repeated } from './rules.js';

const hours = decimal({ min: 0, max: 60 });

const columns = {
  werkplek: localNumber({ max: 40 }), kvk: optional(kvkNumber), werkgever: text({ max: 200 }), omschrijving: text({ max: 200 }), functie: text({ max: 100 }), gemeente: municipality,
  postcodegebied: postcodeArea, min_uren: hours, max_uren: hours, aanpassingen: adaptationCodes, begeleiding_uren: hours, beschikbaar_vanaf: optional(isoDate),
  status: mapped({ OPEN: 'OPEN', BEZET: 'TAKEN', GESLOTEN: 'CLOSED' }),
};
type WorkplaceLine = RecordOf<typeof columns>;

export const workplacesFormat: ImportFormat<WorkplaceLine> = {
  kind: 'werkplekken',
  accepts: (fileName) => workplacesDate(fileName) !== null,
  parse: (content, facts) => parseCsv(content, { columns, cross: maximumNotBelowMinimum }, facts),
  check: async (_em, lines) => repeated(lines, 'werkplek', (line) => line.werkplek),
  async store(em, lines, file) {
    const delivery = await recordDelivery(em, 'workplaces', workplacesDate(file.name) ?? '', file.name);
    const changes = await stageWorkplaces(em, lines, delivery);
    await seeWorkplaces(em, delivery);
    return { ...changes, duplicates: 0 };
  },
};

function maximumNotBelowMinimum(line: WorkplaceLine): readonly FieldFault[] {
  if (Number(line.max_uren) >= Number(line.min_uren)) return [];
  return [{ field: 'max_uren', valueClass: 'out-of-range', reason: 'is below min_uren' }];
}
