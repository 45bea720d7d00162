// Who works where: internal, seconded to a hirer, or supervised. Every read has the viewer's scope in its SQL.
import type { Placement } from '#sw-contract/model.js';
import type { PlacementFilter, Rows, RowScope, Slice } from '#sw-contract/port.js';
import { inForceSql, placementStatusSql } from '#sw-contract/store/placement-status-sql.js';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { listing } from './listing.js';
import { toPlacement } from './mapping.js';
import { PlacementRow } from './placement.row.js';
import { within } from './scope.js';

const COLUMNS = { from: 'p.from_date', until: 'p.until_date', agreement: 'p.agreement' };

export async function placementsByIds(em: EntityManager, scope: RowScope, ids: readonly string[]): Promise<Placement[]> {
  const rows = await within(placed(em), 'e', scope).andWhere('p.number = any(:ids)', { ids }).getMany();
  return rows.map(toPlacement);
}

export function placements(em: EntityManager, scope: RowScope, filter: PlacementFilter, slice: Slice, businessDate: string): Promise<Rows<Placement>> {
  const query = filtered(within(placed(em), 'e', scope), filter);
  if (filter.status) query.andWhere(placementStatusSql(filter.status, COLUMNS, ':businessDate::date'), { businessDate });
  return listing(query, 'p', slice, toPlacement);
}

function filtered(query: SelectQueryBuilder<PlacementRow>, filter: PlacementFilter): SelectQueryBuilder<PlacementRow> {
  if (filter.on) query.andWhere(inForceSql(COLUMNS, ':on::date'), { on: filter.on });
  if (filter.endsBefore) query.andWhere('p.until_date < :endsBefore::date', { endsBefore: filter.endsBefore });
  if (filter.employerKvk) query.andWhere('hirer.kvk_number = :kvk', { kvk: filter.employerKvk });
  if (filter.municipality) query.andWhere('e.paying_municipality = :municipality', { municipality: filter.municipality });
  if (filter.workForm) query.andWhere('p.work_form = :workForm', { workForm: filter.workForm });
  return query;
}

function placed(em: EntityManager): SelectQueryBuilder<PlacementRow> {
  return em.createQueryBuilder(PlacementRow, 'p').leftJoin('p.employmentRow', 'e').leftJoinAndSelect('p.hirer', 'hirer');
}
