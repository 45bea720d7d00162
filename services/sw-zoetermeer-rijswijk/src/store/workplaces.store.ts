// Places of employers that this company serves; open to all bodies of the federation.
import type { SupervisionCapacity, Workplace } from '#sw-contract/model.js';
import type { Rows, Slice, WorkplaceFilter } from '#sw-contract/port.js';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { HoldRow } from './hold.row.js';
import { listing } from './listing.js';
import { toWorkplace } from './mapping.js';
import { WorkplaceRow } from './workplace.row.js';

/** What the federation sees: a hold goes before what the company last said. */
const STATUS_NOW = 'coalesce(h.state, w.status)';

export async function workplacesByIds(em: EntityManager, ids: readonly string[]): Promise<Workplace[]> {
  const rows = await places(em).where('w.number = any(:ids)', { ids }).getMany();
  return rows.map(toWorkplace);
}

export function workplaces(em: EntityManager, filter: WorkplaceFilter, slice: Slice): Promise<Rows<Workplace>> {
  const query = places(em);
  if (filter.status) query.andWhere(`${STATUS_NOW} = :status`, { status: filter.status });
  if (filter.municipality) query.andWhere('w.municipality = :municipality', { municipality: filter.municipality });
  if (filter.minHours) query.andWhere('w.hours_max >= :minHours::numeric', { minHours: filter.minHours });
  if (filter.maxHours) query.andWhere('w.hours_min <= :maxHours::numeric', { maxHours: filter.maxHours });
  return listing(query, 'w', slice, toWorkplace);
}

export async function supervisionCapacity(em: EntityManager): Promise<SupervisionCapacity> {
  const [sums] = await em.query<{ all: string; free: string }[]>(
    `select coalesce(sum(w.supervision_hours), 0)::text as "all",
            coalesce(sum(w.supervision_hours) filter (where ${STATUS_NOW} = 'OPEN'), 0)::text as free
     from workplace w left join hold h on h.workplace = w.number where w.status <> 'CLOSED'`,
  );
  return { hoursPerWeek: sums?.all ?? '0', freeHoursPerWeek: sums?.free ?? '0' };
}

function places(em: EntityManager): SelectQueryBuilder<WorkplaceRow> {
  return em.createQueryBuilder(WorkplaceRow, 'w').innerJoinAndSelect('w.employer', 'employer').leftJoinAndMapOne('w.hold', HoldRow, 'h', 'h.workplace = w.number');
}
