// Figures over the whole company: how current it is, its statistics cells and its labour positions.
import type { Cell, Freshness, LabourPosition } from '#sw-contract/model.js';
import type { CellQuestion } from '#sw-contract/port.js';
import { countCells, sumPositions } from '#sw-contract/store/figures.js';
import type { EntityManager } from 'typeorm';
import { COMPANY_CODE } from '../domain/company.js';

const WORKER_PERIODS = `
  select e.person, e.paying_municipality as municipality, e.work_form, e.category, e.hours_per_week as hours,
         worker.birth_date, e.from_date, e.until_date
  from employment e join worker on worker.person = e.person`;

/** A live system: as of its last change, and always fresh once anything was entered. */
export async function freshness(em: EntityManager): Promise<Freshness> {
  const [row] = await em.query<{ changed: Date | null }[]>(
    `select greatest((select max(imported_at) from import_run), (select max(changed_at) from hold), (select max(changed_at) from placement)) as changed`,
  );
  const changed = row?.changed ?? null;
  return { asOf: changed?.toISOString() ?? null, fresh: changed !== null };
}

export function cells(em: EntityManager, question: CellQuestion): Promise<Cell[]> {
  return countCells(em, WORKER_PERIODS, COMPANY_CODE, question);
}

export function labourPositions(em: EntityManager, monthEnds: readonly string[]): Promise<LabourPosition[]> {
  return sumPositions(em, WORKER_PERIODS, monthEnds);
}
