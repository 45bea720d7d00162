/** What is counted over the whole company: workers and hours by date. */
import type { EntityManager } from 'typeorm';
import type { Cell, LabourPosition } from '#sw-contract/model.js';
import type { CellQuestion } from '#sw-contract/port.js';
import { countCells, sumPositions } from '#sw-contract/store/figures.js';
import { COMPANY_CODE } from '../domain/company.js';
import { sqlCategory, sqlWorkForm } from '../domain/codes.js';
import { sqlDate, sqlHours } from './edge-sql.js';

/** dienstverband in the columns that the common counting asks for. */
const WORKER_PERIODS = `
  SELECT dv.wnr AS person, dv.betgem AS municipality, ${sqlWorkForm('dv.werkvorm')} AS work_form, ${sqlCategory('dv.klasse')} AS category,
         ${sqlHours('dv.dtpct')} AS hours, ${sqlDate('wn.gebdat')} AS birth_date, ${sqlDate('dv.ingdat')} AS from_date, ${sqlDate('dv.einddat')} AS until_date
  FROM dienstverband dv JOIN werknemer wn ON wn.wnr = dv.wnr`;

export function cells(em: EntityManager, question: CellQuestion): Promise<Cell[]> {
  return countCells(em, WORKER_PERIODS, COMPANY_CODE, question);
}

export function labourPositions(em: EntityManager, monthEnds: readonly string[]): Promise<LabourPosition[]> {
  return sumPositions(em, WORKER_PERIODS, monthEnds);
}
