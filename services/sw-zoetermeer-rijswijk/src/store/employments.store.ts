// The company's workers. Every read has the viewer's scope in its SQL.
import type { Employment } from '#sw-contract/model.js';
import type { EmploymentFilter, Rows, RowScope, Slice } from '#sw-contract/port.js';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { EmploymentRow } from './employment.row.js';
import { listing } from './listing.js';
import { toEmployment } from './mapping.js';
import { within } from './scope.js';

export async function employmentsByIds(em: EntityManager, scope: RowScope, ids: readonly string[]): Promise<Employment[]> {
  const rows = await within(employed(em), 'e', scope).andWhere('e.number = any(:ids)', { ids }).getMany();
  return rows.map(toEmployment);
}

export function employments(em: EntityManager, scope: RowScope, filter: EmploymentFilter, slice: Slice): Promise<Rows<Employment>> {
  const query = within(employed(em), 'e', scope);
  if (filter.payingMunicipality) query.andWhere('e.paying_municipality = :municipality', { municipality: filter.payingMunicipality });
  if (filter.workForm) query.andWhere('e.work_form = :workForm', { workForm: filter.workForm });
  return listing(query, 'e', slice, toEmployment);
}

function employed(em: EntityManager): SelectQueryBuilder<EmploymentRow> {
  return em.createQueryBuilder(EmploymentRow, 'e').innerJoinAndSelect('e.worker', 'worker');
}
