/**
 * rooster-JJJJ-MM.csv: personeelsnummer,bsn,naam,werkplek,inlener_kvk,inlener_naam,functie,begeleider,uren,tarief,van,tot.
 * Who works where this month, with names. A full delivery each month; who is left out stays and is reported.
 */
import { endNotBeforeStart, parseCsv, type RecordOf } from '#shell/import/csv.js';
import { decimal, isoDate, kvkNumber, localNumber, optional, personNumber, text } from '#shell/import/fields.js';
import type { FieldFault, ImportFormat } from '#shell/import/format.js';
import { rosterDate } from '../domain/file-dates.js';
import { recordDelivery } from '../store/deliveries.store.js';
import { seeRoster } from '../store/discrepancies.store.js';
import { stageRoster } from '../store/roster.store.js';
import { repeated } from './rules.js';

const columns = {
  personeelsnummer: localNumber({ max: 20 }), bsn: personNumber, naam: text({ max: 200 }), werkplek: optional(localNumber({ max: 40 })), inlener_kvk: optional(kvkNumber),
  inlener_naam: optional(text({ max: 200 })), functie: text({ max: 100 }), begeleider: optional(text({ max: 200 })), uren: decimal({ min: 0.01, max: 60 }),
  tarief: optional(decimal({ min: 0, max: 9999 })), van: isoDate, tot: optional(isoDate),
};
type RosterLine = RecordOf<typeof columns>;

export const rosterFormat: ImportFormat<RosterLine> = {
  kind: 'rooster',
  accepts: (fileName) => rosterDate(fileName) !== null,
  parse: (content, facts) => parseCsv(content, { columns, cross: acrossFields }, facts),
  check: async (_em, lines) => repeated(lines, 'personeelsnummer', (line) => `${line.personeelsnummer} ${line.van}`),
  async store(em, lines, file) {
    const delivery = await recordDelivery(em, 'roster', rosterDate(file.name) ?? '', file.name);
    const rows = lines.map(({ bsn: person, ...line }) => ({ ...line, persoon: person }));
    const changes = await stageRoster(em, rows, delivery);
    await seeRoster(em, delivery);
    return { ...changes, duplicates: lines.length - new Set(lines.map((line) => line.bsn)).size };
  },
};

function acrossFields(line: RosterLine): readonly FieldFault[] {
  const nameless: FieldFault = { field: 'inlener_naam', valueClass: 'empty', reason: 'a hirer with a number needs a name' };
  return [...endNotBeforeStart(line.van, line.tot, 'tot'), ...(line.inlener_kvk !== null && line.inlener_naam === null ? [nameless] : [])];
}
