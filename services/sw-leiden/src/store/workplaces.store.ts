/** Reads of the table werkplek. Free places are open to every body, so no scope; paging follows the company's own numbers. */
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import type { SupervisionCapacity, Workplace } from '#sw-contract/model.js';
import type { Rows, Slice, WorkplaceFilter } from '#sw-contract/port.js';
import { letterOfStatus } from '../domain/codes.js';
import { numbersOf, sqlHours, startAfter } from './edge-sql.js';
import { toWorkplace } from './mapping.js';
import { WerkplekRow } from './werkplek.row.js';

export async function workplacesByIds(em: EntityManager, ids: readonly string[]): Promise<Workplace[]> {
  const rows = await select(em).where('w.wpnr = ANY(:numbers)', { numbers: numbersOf(ids) }).getMany();
  return rows.map(toWorkplace);
}

export async function workplaces(em: EntityManager, filter: WorkplaceFilter, slice: Slice): Promise<Rows<Workplace>> {
  const matching = restrict(select(em), filter);
  const totalCount = await matching.getCount();
  const page = matching.andWhere('w.wpnr > :after', { after: startAfter(slice.after) }).orderBy('w.wpnr').limit(slice.first + 1);
  return { rows: (await page.getMany()).map(toWorkplace), totalCount };
}

export async function supervisionCapacity(em: EntityManager): Promise<SupervisionCapacity> {
  const [sums] = await em.query<SupervisionCapacity[]>(
    `SELECT coalesce(sum(beguren) FILTER (WHERE status <> 'G'), 0)::numeric(9,2)::text AS "hoursPerWeek",
            coalesce(sum(beguren) FILTER (WHERE status = 'V'), 0)::numeric(9,2)::text AS "freeHoursPerWeek"
     FROM werkplek`,
  );
  return sums ?? { hoursPerWeek: '0.00', freeHoursPerWeek: '0.00' };
}

function select(em: EntityManager): SelectQueryBuilder<WerkplekRow> {
  return em.createQueryBuilder(WerkplekRow, 'w').innerJoinAndSelect('w.werkgever', 'g');
}

function restrict(query: SelectQueryBuilder<WerkplekRow>, filter: WorkplaceFilter): SelectQueryBuilder<WerkplekRow> {
  if (filter.status) query.andWhere('w.status = :status', { status: letterOfStatus(filter.status) });
  if (filter.municipality) query.andWhere('w.gemcode = :municipality', { municipality: filter.municipality });
  if (filter.minHours) query.andWhere(`${sqlHours('w.maxpct')} >= :minHours`, { minHours: filter.minHours });
  if (filter.maxHours) query.andWhere(`${sqlHours('w.minpct')} <= :maxHours`, { maxHours: filter.maxHours });
  return query;
}
