// Figures over the whole company: how current it is, its statistics cells and its labour positions.
import type { Cell, LabourPosition } from '#sw-contract/model.js';
import type { CellQuestion } from '#sw-contract/port.js';
import { countCells, sumPositions } from '#sw-contract/store/figures.js';
import type { EntityManager } from 'typeorm';
import { COMPANY_CODE } from '../domain/company.js';

const WORKER_PERIODS = `
  select e.person, e.paying_municipality as municipality, e.work_form, e.category, e.hours_per_week as hours,
         worker.birth_date, e.from_date, e.until_date
  from employment e join worker on worker.person = e.person`;

export function cells(em: EntityManager, question: CellQuestion): Promise<Cell[]> {
  return countCells(em, WORKER_PERIODS, COMPANY_CODE, question);
}

export function labourPositions(em: EntityManager, monthEnds: readonly string[]): Promise<LabourPosition[]> {
  return sumPositions(em, WORKER_PERIODS, monthEnds);
}
