/** What is counted over the whole company, and how old its answers are. */
import type { EntityManager } from 'typeorm';
import type { Cell, Freshness, LabourPosition } from '#sw-contract/model.js';
import type { CellQuestion } from '#sw-contract/port.js';
import { countCells, sumPositions } from '#sw-contract/store/figures.js';
import { COMPANY_CODE } from '../domain/company.js';
import { freshnessOf } from '../domain/freshness.js';
import { latestFiles } from './deliveries.store.js';

const WORKER_PERIODS = `
  SELECT person, paying_municipality AS municipality, work_form, category, hours_per_week AS hours, birth_date, from_date, until_date FROM employment`;

export function cells(em: EntityManager, question: CellQuestion): Promise<Cell[]> {
  return countCells(em, WORKER_PERIODS, COMPANY_CODE, question);
}

export function labourPositions(em: EntityManager, monthEnds: readonly string[]): Promise<LabourPosition[]> {
  return sumPositions(em, WORKER_PERIODS, monthEnds);
}

export async function freshness(em: EntityManager, businessDate: string): Promise<Freshness> {
  return freshnessOf(await latestFiles(em), businessDate);
}
