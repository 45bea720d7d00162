/** Reads of the table dienstverband with its werknemer. The scope stands in every statement. */
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import type { Employment } from '#sw-contract/model.js';
import type { EmploymentFilter, Rows, RowScope, Slice } from '#sw-contract/port.js';
import { codeOfWorkForm } from '../domain/codes.js';
import { DienstverbandRow } from './dienstverband.row.js';
import { numbersOf, startAfter } from './edge-sql.js';
import { toEmployment } from './mapping.js';
import { withinScope } from './scope.js';

export async function employmentsByIds(em: EntityManager, scope: RowScope, ids: readonly string[]): Promise<Employment[]> {
  const rows = await select(em, scope).andWhere('d.dvnr = ANY(:numbers)', { numbers: numbersOf(ids) }).getMany();
  return rows.map(toEmployment);
}

export async function employments(em: EntityManager, scope: RowScope, filter: EmploymentFilter, slice: Slice): Promise<Rows<Employment>> {
  const matching = select(em, scope);
  if (filter.payingMunicipality) matching.andWhere('d.betgem = :betgem', { betgem: filter.payingMunicipality });
  if (filter.workForm) matching.andWhere('d.werkvorm = :werkvorm', { werkvorm: codeOfWorkForm(filter.workForm) });
  const totalCount = await matching.getCount();
  const page = matching.andWhere('d.dvnr > :after', { after: startAfter(slice.after) }).orderBy('d.dvnr').limit(slice.first + 1);
  return { rows: (await page.getMany()).map(toEmployment), totalCount };
}

function select(em: EntityManager, scope: RowScope): SelectQueryBuilder<DienstverbandRow> {
  return withinScope(em.createQueryBuilder(DienstverbandRow, 'd').innerJoinAndSelect('d.werknemer', 'n'), 'd', scope);
}
