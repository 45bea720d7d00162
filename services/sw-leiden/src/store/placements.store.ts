/** The table plaatsing: reads within the scope, and the federation's own rows, one per agreement. */
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import type { Placement } from '#sw-contract/model.js';
import type { AgreedPlacement, PlacementFilter, Rows, RowScope, Slice, Successor } from '#sw-contract/port.js';
import { placementStatusSql } from '#sw-contract/store/placement-status-sql.js';
import { codeOfWorkForm } from '../domain/codes.js';
import { numberOfDate } from '../domain/legacy-date.js';
import { percentageOfHours } from '../domain/part-time.js';
import { numbersOf, sqlDate, startAfter } from './edge-sql.js';
import { toPlacement } from './mapping.js';
import { PlaatsingRow } from './plaatsing.row.js';
import { endReservation } from './reservations.store.js';
import { withinScope } from './scope.js';

type Query = SelectQueryBuilder<PlaatsingRow>;

const COLUMNS = { from: sqlDate('p.ingdat'), until: sqlDate('p.einddat'), agreement: 'p.afspraak' };

export async function placementsByIds(em: EntityManager, scope: RowScope, ids: readonly string[]): Promise<Placement[]> {
  const rows = await select(em, scope).andWhere('p.plnr = ANY(:numbers)', { numbers: numbersOf(ids) }).getMany();
  return rows.map(toPlacement);
}

export async function placements(em: EntityManager, scope: RowScope, filter: PlacementFilter, slice: Slice, businessDate: string): Promise<Rows<Placement>> {
  const matching = restrictPeriod(restrictFacts(select(em, scope), filter), filter, businessDate);
  const totalCount = await matching.getCount();
  const page = matching.andWhere('p.plnr > :after', { after: startAfter(slice.after) }).orderBy('p.plnr').limit(slice.first + 1);
  return { rows: (await page.getMany()).map(toPlacement), totalCount };
}

/**
 * The placing side and the receiving side of one agreement are one row where this company is both. Where the agreement names
 * no hirer, the employer of the own workplace is it.
 */
export async function recordPlacement(em: EntityManager, agreed: AgreedPlacement): Promise<void> {
  const [dvnr = 0] = numbersOf(agreed.employment === null ? [] : [agreed.employment]);
  const [wpnr = 0] = numbersOf(agreed.workplace === null ? [] : [agreed.workplace]);
  const hirer = agreed.hirer ?? { kvkNumber: await employerOf(em, wpnr), name: '', postcodeArea: null };
  await em.query(
    `INSERT INTO plaatsing (plnr, dvnr, wpnr, kvknr, inlnaam, inlpc4, functie, werkvorm, dtpct, tarief, ingdat, einddat, afspraak)
     VALUES (nextval('plaatsing_afspraak_nr'), $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
     ON CONFLICT (afspraak) DO UPDATE SET
       dvnr = CASE plaatsing.dvnr WHEN 0 THEN excluded.dvnr ELSE plaatsing.dvnr END,
       wpnr = CASE plaatsing.wpnr WHEN 0 THEN excluded.wpnr ELSE plaatsing.wpnr END,
       kvknr = CASE plaatsing.kvknr || plaatsing.inlnaam WHEN '' THEN excluded.kvknr ELSE plaatsing.kvknr END,
       mutts = now()
     WHERE (plaatsing.dvnr = 0 AND excluded.dvnr <> 0) OR (plaatsing.wpnr = 0 AND excluded.wpnr <> 0)`,
    [
      dvnr, wpnr, hirer.kvkNumber ?? '', hirer.name, hirer.postcodeArea ?? '', agreed.function, codeOfWorkForm(agreed.workForm),
      percentageOfHours(agreed.hoursPerWeek), agreed.secondmentFeePerHour, numberOfDate(agreed.from), numberOfDate(agreed.until), agreed.agreement,
    ],
  );
}

async function employerOf(em: EntityManager, wpnr: number): Promise<string | null> {
  const [place] = await em.query<{ kvknr: string }[]>('SELECT kvknr FROM werkplek WHERE wpnr = $1', [wpnr]);
  return place?.kvknr ?? null;
}

export async function endPlacement(em: EntityManager, agreement: string, endsOn: string, successor: Successor | null): Promise<boolean> {
  const { affected } = await em
    .createQueryBuilder()
    .update(PlaatsingRow)
    .set({ einddat: numberOfDate(endsOn), mutts: () => 'now()' })
    .where('afspraak = :agreement', { agreement })
    .execute();
  if (affected !== 1) return false;
  await endReservation(em, agreement, endsOn, successor);
  return true;
}

function select(em: EntityManager, scope: RowScope): Query {
  const query = em.createQueryBuilder(PlaatsingRow, 'p').leftJoin('p.dienstverband', 'd').leftJoinAndSelect('p.werkgever', 'g');
  return withinScope(query, 'd', scope);
}

function restrictFacts(query: Query, filter: PlacementFilter): Query {
  if (filter.employerKvk) query.andWhere('p.kvknr = :kvknr', { kvknr: filter.employerKvk });
  if (filter.municipality) query.andWhere('d.betgem = :betgem', { betgem: filter.municipality });
  if (filter.workForm) query.andWhere('p.werkvorm = :werkvorm', { werkvorm: codeOfWorkForm(filter.workForm) });
  return query;
}

function restrictPeriod(query: Query, filter: PlacementFilter, businessDate: string): Query {
  if (filter.status) query.andWhere(placementStatusSql(filter.status, COLUMNS, ':today'), { today: businessDate });
  if (filter.on) query.andWhere('p.ingdat <= :day AND (p.einddat = 0 OR p.einddat >= :day)', { day: numberOfDate(filter.on) });
  if (filter.endsBefore) query.andWhere('p.einddat <> 0 AND p.einddat < :endsBefore', { endsBefore: numberOfDate(filter.endsBefore) });
  return query;
}
