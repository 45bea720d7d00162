/** Reads of the view employment_now. The scope stands in every statement. */
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import type { Employment } from '#sw-contract/model.js';
import type { EmploymentFilter, Rows, RowScope, Slice } from '#sw-contract/port.js';
import { EmploymentNowRow } from './employment-now.row.js';
import { toEmployment } from './mapping.js';
import { withinScope } from './scope.js';

export async function employmentsByIds(em: EntityManager, scope: RowScope, ids: readonly string[]): Promise<Employment[]> {
  const rows = await select(em, scope).andWhere('e.id = ANY(:ids)', { ids }).getMany();
  return rows.map(toEmployment);
}

export async function employments(em: EntityManager, scope: RowScope, filter: EmploymentFilter, slice: Slice): Promise<Rows<Employment>> {
  const matching = select(em, scope);
  if (filter.payingMunicipality) matching.andWhere('e.paying_municipality = :payer', { payer: filter.payingMunicipality });
  if (filter.workForm) matching.andWhere('e.work_form = :workForm', { workForm: filter.workForm });
  const totalCount = await matching.getCount();
  if (slice.after !== null) matching.andWhere('e.id > :after', { after: slice.after });
  const rows = await matching.orderBy('e.id').limit(slice.first + 1).getMany();
  return { rows: rows.map(toEmployment), totalCount };
}

function select(em: EntityManager, scope: RowScope): SelectQueryBuilder<EmploymentNowRow> {
  return withinScope(em.createQueryBuilder(EmploymentNowRow, 'e'), 'e', 'id', scope);
}
