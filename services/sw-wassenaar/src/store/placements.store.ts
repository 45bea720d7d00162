/** Placements: read from the view placement_now within the scope; written only where an agreement arranged them. */
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import type { EmployerFacts, Placement } from '#sw-contract/model.js';
import type { AgreedPlacement, PlacementFilter, Rows, RowScope, Slice, Successor } from '#sw-contract/port.js';
import { placementStatusSql } from '#sw-contract/store/placement-status-sql.js';
import { endHold } from './holds.store.js';
import { toPlacement } from './mapping.js';
import { PlacementNowRow } from './placement-now.row.js';
import { withinScope } from './scope.js';
import { workplacesByIds } from './workplaces.store.js';

type Query = SelectQueryBuilder<PlacementNowRow>;

const COLUMNS = { from: 'p.from_date', until: 'p.until_date', agreement: 'p.agreement' };

export async function placementsByIds(em: EntityManager, scope: RowScope, ids: readonly string[]): Promise<Placement[]> {
  const rows = await select(em, scope).andWhere('p.id = ANY(:ids)', { ids }).getMany();
  return rows.map(toPlacement);
}

export async function placements(em: EntityManager, scope: RowScope, filter: PlacementFilter, slice: Slice, businessDate: string): Promise<Rows<Placement>> {
  const matching = restrictPeriod(restrictFacts(select(em, scope), filter), filter, businessDate);
  const totalCount = await matching.getCount();
  if (slice.after !== null) matching.andWhere('p.id > :after', { after: slice.after });
  const rows = await matching.orderBy('p.id').limit(slice.first + 1).getMany();
  return { rows: rows.map(toPlacement), totalCount };
}

/**
 * The placing side and the receiving side of one agreement are one row where this company is both. Where the agreement names
 * no hirer, the employer of the own workplace is it.
 */
export async function recordPlacement(em: EntityManager, agreed: AgreedPlacement): Promise<void> {
  const hirer = agreed.hirer ?? (await employerOf(em, agreed.workplace));
  await em.query(
    `INSERT INTO agreed_placement (agreement, employment, workplace, hirer_kvk, hirer_name, hirer_postcode_area, function, work_form, hours_per_week, fee_per_hour, from_date, until_date)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
     ON CONFLICT (agreement) DO UPDATE SET
       employment = coalesce(agreed_placement.employment, excluded.employment),
       workplace = coalesce(agreed_placement.workplace, excluded.workplace),
       hirer_kvk = CASE WHEN agreed_placement.hirer_name IS NULL THEN excluded.hirer_kvk ELSE agreed_placement.hirer_kvk END,
       hirer_name = coalesce(agreed_placement.hirer_name, excluded.hirer_name)`,
    [
      agreed.agreement, agreed.employment, agreed.workplace, hirer?.kvkNumber ?? null, hirer?.name ?? null, hirer?.postcodeArea ?? null,
      agreed.function, agreed.workForm, agreed.hoursPerWeek, agreed.secondmentFeePerHour, agreed.from, agreed.until,
    ],
  );
}

async function employerOf(em: EntityManager, workplace: string | null): Promise<EmployerFacts | null> {
  const [place] = workplace === null ? [] : await workplacesByIds(em, [workplace]);
  return place?.employer ?? null;
}

export async function endPlacement(em: EntityManager, agreement: string, endsOn: string, successor: Successor | null): Promise<boolean> {
  const [ended] = await em.query<[unknown[], number]>('UPDATE agreed_placement SET until_date = $2 WHERE agreement = $1 RETURNING agreement', [agreement, endsOn]);
  if (ended.length === 0) return false;
  await endHold(em, agreement, endsOn, successor);
  return true;
}

function select(em: EntityManager, scope: RowScope): Query {
  return withinScope(em.createQueryBuilder(PlacementNowRow, 'p'), 'p', 'employment', scope);
}

function restrictFacts(query: Query, filter: PlacementFilter): Query {
  if (filter.employerKvk) query.andWhere('p.hirer_kvk = :kvk', { kvk: filter.employerKvk });
  if (filter.municipality) query.andWhere('p.paying_municipality = :payer', { payer: filter.municipality });
  if (filter.workForm) query.andWhere('p.work_form = :workForm', { workForm: filter.workForm });
  return query;
}

function restrictPeriod(query: Query, filter: PlacementFilter, businessDate: string): Query {
  if (filter.status) query.andWhere(placementStatusSql(filter.status, COLUMNS, ':today'), { today: businessDate });
  if (filter.on) query.andWhere('p.from_date <= :day AND (p.until_date IS NULL OR p.until_date >= :day)', { day: filter.on });
  if (filter.endsBefore) query.andWhere('p.until_date < :endsBefore', { endsBefore: filter.endsBefore });
  return query;
}
