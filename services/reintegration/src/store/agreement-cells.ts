/** Agreements counted by group, unsuppressed; the graph suppresses after summing and shows nobody one by one. */
import type { EntityManager } from 'typeorm';
import type { AgreementCellFilter, AgreementDimension } from '../domain/agreement-reads.js';
import type { Cell } from '#kernel/disclosure.js';

const RESIDENCE = `t.facts->'residence'->>'municipality'`;
const COLUMN: Record<AgreementDimension, string> = {
  STATE: 'a.state',
  WORK_FORM: `t.terms->>'workForm'`,
  PLACING_COMPANY: 'a.placing_body',
  RECEIVING_COMPANY: 'a.receiving_body',
  MUNICIPALITY: RESIDENCE,
  QUARTER: `to_char(a.from_date, 'YYYY"Q"Q')`,
};

export async function agreementCells(manager: EntityManager, by: readonly AgreementDimension[], { year, municipality }: AgreementCellFilter): Promise<Cell[]> {
  const key = `array[${by.map((dimension) => COLUMN[dimension]).join(', ')}]`;
  const rows: Cell[] = await manager.query(
    `select ${key} as key, count(*)::int as count
     from agreement a join terms_version t on t.agreement = a.id and t.number = a.terms_version
     where ($1::int is null or extract(year from a.from_date) = $1) and ($2::text is null or ${RESIDENCE} = $2)
     group by 1 order by 1`,
    [year, municipality],
  );
  return rows;
}
