/** Reads and writes of trajectories. */
import type { EntityManager } from 'typeorm';
import { lastPerKey, upsert, type Changes, type Target } from '#shell/import/upsert.js';
import { rowsWhere } from '#shell/row-reading.js';
import { underDoor } from '#shell/row-security/under-door.js';
import type { PersonScope } from '../domain/directory-policy.js';
import type { Trajectory } from '../domain/directory-ports.js';
import { TRAJECTORY_CELL_DIMENSIONS, type TrajectoryCellDimension } from '../domain/figures.js';
import type { Cell } from '#kernel/disclosure.js';
import { trajectoryScope } from './person-scope.js';
import { groupByPerson, type Reader } from './reader.js';
import { toTrajectory, TrajectoryRow } from './trajectory.row.js';

const TABLE: Target = {
  table: 'trajectory',
  key: ['number'],
  columns: {
    number: 'text', person: 'text', municipality: 'text', instrument: 'text', programme: 'text', from_date: 'date', until_date: 'date', outcome: 'text',
    provider_name: 'text', provider_kind: 'text', as_of: 'timestamptz',
  },
  stamps: ['as_of'],
};

/** A closed list: nothing that a client sends becomes SQL. */
const DIMENSION_SQL: Record<TrajectoryCellDimension, string> = {
  MUNICIPALITY: 'municipality',
  YEAR: `to_char(from_date, 'YYYY')`,
  QUARTER: `to_char(from_date, 'YYYY-"Q"Q')`,
  INSTRUMENT: 'instrument',
  OUTCOME: `coalesce(outcome, case when until_date is null then 'RUNNING' else 'UNKNOWN' end)`,
  PROVIDER_KIND: `coalesce(provider_kind, 'UNKNOWN')`,
};

export class TrajectoryStore {
  constructor(private readonly reader: Reader) {}

  /** Earliest start first. */
  async ofPersons(persons: readonly string[], scope: PersonScope): Promise<ReadonlyMap<string, readonly Trajectory[]>> {
    const visible = trajectoryScope(scope, 't');
    const rows = await this.reader.together((manager) =>
      rowsWhere(manager, TrajectoryRow, 't', `t.person = any(:persons) and ${visible.sql} order by t.from_date, t.number`, { persons, ...visible.parameters }),
    );
    this.reader.processed(rows.map(({ person }) => person));
    return groupByPerson(rows.map(toTrajectory));
  }

  /** All trajectories that began by this day; unsuppressed, so never shown as they are. */
  async cells(until: string): Promise<readonly Cell[]> {
    const key = TRAJECTORY_CELL_DIMENSIONS.map((dimension) => DIMENSION_SQL[dimension]).join(', ');
    return this.reader.read((manager) =>
      underDoor(manager, 'figures', () => manager.query<Cell[]>(`select array[${key}]::text[] as key, count(*)::int as count from trajectory where from_date <= $1 group by 1`, [until])),
    );
  }
}

export async function storeTrajectories(manager: EntityManager, trajectories: readonly Omit<Trajectory, 'asOf'>[], asOf: string): Promise<Changes> {
  const rows = lastPerKey(trajectories, (one) => one.number).map((one) => ({
    number: one.number, person: one.person, municipality: one.municipality, instrument: one.instrument, programme: one.programme, from_date: one.from,
    until_date: one.until, outcome: one.outcome, provider_name: one.providerName, provider_kind: one.providerKind, as_of: asOf,
  }));
  return upsert(manager, TABLE, rows);
}
