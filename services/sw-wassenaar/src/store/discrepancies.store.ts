/**
 * After each file: where it and the rows that are there differ is written down, and what an earlier file raised and this one
 * no longer shows is closed. Only the latest file of a kind is a witness. Nothing else is changed here.
 */
import type { EntityManager } from 'typeorm';
import { placementDiscrepancies, workplaceDiscrepancies, type AgreedPlace, type Discrepancy, type DiscrepancyDetail, type HeldPlace } from '../domain/discrepancy.js';
import { latestDelivery, type Delivery } from './deliveries.store.js';

const WORKPLACE_DETAILS: readonly DiscrepancyDetail[] = ['HELD_BUT_TAKEN', 'HELD_BUT_CLOSED', 'HELD_BUT_MISSING', 'TAKEN_BUT_OPEN', 'TAKEN_BUT_CLOSED', 'TAKEN_BUT_MISSING'];
const ROSTER_DETAILS: readonly DiscrepancyDetail[] = ['NOT_IN_ROSTER', 'PLACEMENT_NOT_IN_ROSTER', 'WORKER_NOT_IN_STATISTICS', 'HIRER_DIFFERS', 'HOURS_DIFFER'];
const STATISTICS_DETAILS: readonly DiscrepancyDetail[] = ['NOT_IN_STATISTICS', 'NOT_IN_ROSTER', 'WORKER_NOT_IN_STATISTICS'];

export async function seeWorkplaces(em: EntityManager, delivery: Delivery): Promise<void> {
  if ((await latestDelivery(em, 'workplaces'))?.id !== delivery.id) return;
  const places = await em.query<HeldPlace[]>(
    `SELECT h.workplace, h.state, h.from_date::text AS "from", CASE WHEN w.levering = $1 THEN w.status END AS delivered
     FROM workplace_hold h LEFT JOIN werkplekken w ON w.werkplek = h.workplace WHERE h.state IN ('HELD', 'TAKEN')`,
    [delivery.id],
  );
  await settle(em, workplaceDiscrepancies(places, delivery.asOf), WORKPLACE_DETAILS, delivery);
}

export async function seeRoster(em: EntityManager, delivery: Delivery): Promise<void> {
  if ((await latestDelivery(em, 'roster'))?.id !== delivery.id) return;
  const found = [...(await workersWithoutLine(em, delivery)), ...(await linesWithoutWorker(em)), ...placementDiscrepancies(await agreedPlaces(em, delivery))];
  await settle(em, found, ROSTER_DETAILS, delivery);
}

export async function seeStatistics(em: EntityManager, delivery: Delivery): Promise<void> {
  if ((await latestDelivery(em, 'statistics'))?.id !== delivery.id) return;
  const roster = await latestDelivery(em, 'roster');
  const missing = await em.query<{ id: string }[]>('SELECT id FROM employment WHERE until_date IS NULL AND last_delivery <> $1 ORDER BY id', [delivery.id]);
  const found: Discrepancy[] = missing.map(({ id }) => ({ kind: 'EMPLOYMENT', subject: id, detail: 'NOT_IN_STATISTICS' }));
  const unnamed = roster === null ? [] : await workersWithoutLine(em, roster);
  await settle(em, [...found, ...unnamed, ...(await linesWithoutWorker(em))], STATISTICS_DETAILS, delivery);
}

/** Running employments whose worker the roster leaves out. */
async function workersWithoutLine(em: EntityManager, { id, asOf }: Delivery): Promise<Discrepancy[]> {
  const rows = await em.query<{ id: string }[]>(
    `SELECT e.id FROM employment e WHERE e.from_date <= $1 AND (e.until_date IS NULL OR e.until_date >= $1)
       AND NOT EXISTS (SELECT 1 FROM rooster r WHERE r.persoon = e.person AND r.levering = $2) ORDER BY e.id`,
    [asOf, id],
  );
  return rows.map(({ id }) => ({ kind: 'EMPLOYMENT', subject: id, detail: 'NOT_IN_ROSTER' }));
}

/** Workers whom the roster names and the statistics do not know, although they worked on the last day that these describe. */
async function linesWithoutWorker(em: EntityManager): Promise<Discrepancy[]> {
  const statistics = await latestDelivery(em, 'statistics');
  const rows = await em.query<{ personeelsnummer: string }[]>(
    `SELECT DISTINCT r.personeelsnummer FROM rooster r WHERE r.van <= $1::date AND r.levering = (SELECT id FROM delivery WHERE kind = 'roster' ORDER BY as_of DESC, id DESC LIMIT 1)
       AND NOT EXISTS (SELECT 1 FROM employment e WHERE e.person = r.persoon) ORDER BY r.personeelsnummer`,
    [statistics?.asOf ?? null],
  );
  return rows.map(({ personeelsnummer }) => ({ kind: 'ROSTER_LINE', subject: personeelsnummer, detail: 'WORKER_NOT_IN_STATISTICS' }));
}

/** Agreed placements of own workers that run on the day of the roster, beside the worker's line on that day. */
async function agreedPlaces(em: EntityManager, { id, asOf }: Delivery): Promise<AgreedPlace[]> {
  const rows = await em.query<{ agreement: string; hirer: string | null; hours: string; line_hirer: string | null; line_hours: string | null; has_line: boolean }[]>(
    `SELECT a.agreement, coalesce(a.hirer_kvk, a.hirer_name) AS hirer, a.hours_per_week AS hours, l.hirer AS line_hirer, l.uren AS line_hours, l.hirer_known AS has_line
     FROM agreed_placement a JOIN employment e ON e.id = a.employment
     LEFT JOIN LATERAL (SELECT coalesce(r.inlener_kvk, r.inlener_naam) AS hirer, r.uren, true AS hirer_known FROM rooster r
       WHERE r.persoon = e.person AND r.levering = $2 AND r.van <= $1 AND (r.tot IS NULL OR r.tot >= $1) ORDER BY r.van DESC LIMIT 1) l ON true
     WHERE a.from_date <= $1 AND (a.until_date IS NULL OR a.until_date >= $1) ORDER BY a.agreement`,
    [asOf, id],
  );
  return rows.map((row) => ({
    placement: `a-${row.agreement}`,
    hirer: row.hirer,
    hoursPerWeek: row.hours,
    line: row.has_line ? { hirer: row.line_hirer, hoursPerWeek: row.line_hours } : null,
  }));
}

/** Opens what is new, leaves what is known, closes what of `details` this file no longer shows. */
async function settle(em: EntityManager, found: readonly Discrepancy[], details: readonly DiscrepancyDetail[], { asOf, file }: Delivery): Promise<void> {
  const given = JSON.stringify(found);
  await em.query(
    `UPDATE discrepancy d SET resolved_on = $2, resolved_by = $3 WHERE d.resolved_on IS NULL AND d.detail = ANY($4)
       AND NOT EXISTS (SELECT 1 FROM jsonb_to_recordset($1::jsonb) AS g (kind text, subject text, detail text)
                       WHERE g.kind = d.kind AND g.subject = d.subject AND g.detail = d.detail)`,
    [given, asOf, file, details],
  );
  await em.query(
    `INSERT INTO discrepancy (kind, subject, detail, seen_on, file)
     SELECT kind, subject, detail, $2, $3 FROM jsonb_to_recordset($1::jsonb) AS g (kind text, subject text, detail text)
     ON CONFLICT (kind, subject, detail) WHERE resolved_on IS NULL DO NOTHING`,
    [given, asOf, file],
  );
}
