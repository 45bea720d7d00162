/** Agreements counted by group, unsuppressed and whole; the graph suppresses before anything is shown. */
import type { EntityManager } from 'typeorm';
import type { Cell } from '#kernel/disclosure.js';
import { AGREEMENT_CELL_DIMENSIONS, type AgreementCellDimension } from '../domain/figures.js';

const COLUMN: Record<AgreementCellDimension, string> = {
  STATE: 'a.state',
  WORK_FORM: `t.terms->>'workForm'`,
  PLACING_COMPANY: 'a.placing_body',
  RECEIVING_COMPANY: 'a.receiving_body',
  MUNICIPALITY: `t.facts->'residence'->>'municipality'`,
  YEAR: `to_char(a.from_date, 'YYYY')`,
  QUARTER: `to_char(a.from_date, 'YYYY"Q"Q')`,
};

/** Of agreements whose work began by this day. */
export async function agreementCells(manager: EntityManager, until: string): Promise<Cell[]> {
  const key = AGREEMENT_CELL_DIMENSIONS.map((dimension) => `coalesce(${COLUMN[dimension]}, 'UNKNOWN')`).join(', ');
  return manager.query<Cell[]>(
    `select array[${key}]::text[] as key, count(*)::int as count
     from agreement a join terms_version t on t.agreement = a.id and t.number = a.terms_version
     where a.from_date <= $1 group by 1`,
    [until],
  );
}
