/** `trajectories.csv`: reintegration trajectories, delivered per municipality. Instruments and programmes are free text: bodies name their own. */
import { endNotBeforeStart, parseCsv, type RecordOf } from '#shell/import/csv.js';
import { isoDate, municipality, optional, personNumber, text } from '#shell/import/fields.js';
import type { ImportFormat } from '#shell/import/format.js';
import type { Trajectory } from '../domain/directory-ports.js';
import { storeTrajectories } from '../store/trajectory.store.js';
import { asOfDelivery, duplicatesOf } from './as-of.js';

const COLUMNS = {
  trajectory_number: text({ max: 40 }),
  bsn: personNumber,
  municipality,
  instrument: text({ max: 80 }),
  programme: optional(text({ max: 80 })),
  from: isoDate,
  until: optional(isoDate),
  outcome: optional(text({ max: 80 })),
  provider_name: optional(text({ max: 120 })),
  provider_kind: optional(text({ max: 40 })),
};

export const trajectoriesFormat: ImportFormat<Omit<Trajectory, 'asOf'>> = {
  kind: 'trajectories',
  accepts: (fileName) => fileName === 'trajectories.csv',
  parse: (content, facts) =>
    parseCsv(content, { columns: COLUMNS, cross: (row) => endNotBeforeStart(row.from, row.until, 'until') }, facts).map((line) =>
      'faults' in line ? line : { line: line.line, record: toTrajectory(line.record) },
    ),
  store: async (manager, records, file) => ({ ...(await storeTrajectories(manager, records, asOfDelivery(file))), duplicates: duplicatesOf(records) }),
};

function toTrajectory(row: RecordOf<typeof COLUMNS>): Omit<Trajectory, 'asOf'> {
  return {
    number: row.trajectory_number,
    person: row.bsn,
    municipality: row.municipality,
    instrument: row.instrument,
    programme: row.programme,
    from: row.from,
    until: row.until,
    outcome: row.outcome,
    providerName: row.provider_name,
    providerKind: row.provider_kind,
  };
}
