/** Reads of the view workplace_now. Free places are open to every body, so no scope. */
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import type { SupervisionCapacity, Workplace } from '#sw-contract/model.js';
import type { Rows, Slice, WorkplaceFilter } from '#sw-contract/port.js';
import { toWorkplace } from './mapping.js';
import { WorkplaceNowRow } from './workplace-now.row.js';

export async function workplacesByIds(em: EntityManager, ids: readonly string[]): Promise<Workplace[]> {
  const rows = await em.createQueryBuilder(WorkplaceNowRow, 'w').where('w.id = ANY(:ids)', { ids }).getMany();
  return rows.map(toWorkplace);
}

export async function workplaces(em: EntityManager, filter: WorkplaceFilter, slice: Slice): Promise<Rows<Workplace>> {
  const matching = restrict(em.createQueryBuilder(WorkplaceNowRow, 'w'), filter);
  const totalCount = await matching.getCount();
  if (slice.after !== null) matching.andWhere('w.id > :after', { after: slice.after });
  const rows = await matching.orderBy('w.id').limit(slice.first + 1).getMany();
  return { rows: rows.map(toWorkplace), totalCount };
}

export async function supervisionCapacity(em: EntityManager): Promise<SupervisionCapacity> {
  const [sums] = await em.query<SupervisionCapacity[]>(
    `SELECT coalesce(sum(supervision_hours) FILTER (WHERE status <> 'CLOSED'), 0)::numeric(9,2)::text AS "hoursPerWeek",
            coalesce(sum(supervision_hours) FILTER (WHERE status = 'OPEN'), 0)::numeric(9,2)::text AS "freeHoursPerWeek"
     FROM workplace_now`,
  );
  return sums ?? { hoursPerWeek: '0.00', freeHoursPerWeek: '0.00' };
}

function restrict(query: SelectQueryBuilder<WorkplaceNowRow>, filter: WorkplaceFilter): SelectQueryBuilder<WorkplaceNowRow> {
  if (filter.status) query.andWhere('w.status = :status', { status: filter.status });
  if (filter.municipality) query.andWhere('w.municipality = :municipality', { municipality: filter.municipality });
  if (filter.minHours) query.andWhere('w.hours_max >= :minHours', { minHours: filter.minHours });
  if (filter.maxHours) query.andWhere('w.hours_min <= :maxHours', { maxHours: filter.maxHours });
  return query;
}
