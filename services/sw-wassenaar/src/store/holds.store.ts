/**
 * Holds of workplaces: the only thing that Schakel adds to a workplace here, in a table that no file touches. Guarantees
 * invariant I1: one insert that names the state it expects, and a unique index that lets one running hold per place exist.
 */
import type { EntityManager } from 'typeorm';
import type { HoldOutcome, HoldRequest, Successor } from '#sw-contract/port.js';

export async function hold(em: EntityManager, request: HoldRequest): Promise<HoldOutcome> {
  if (await runs(em, request.workplace, request.agreement, ['HELD', 'TAKEN'])) return { held: true };
  const inserted = await em.query<unknown[]>(
    `INSERT INTO workplace_hold (workplace, agreement, terms_version, state, from_date)
     SELECT w.werkplek, $2, $3, 'HELD', $4::date FROM werkplekken w
     WHERE w.werkplek = $1 AND w.status = 'OPEN'
       AND NOT EXISTS (SELECT 1 FROM agreed_placement a WHERE a.workplace = w.werkplek AND (a.until_date IS NULL OR a.until_date >= $4::date))
     ON CONFLICT (workplace) WHERE state IN ('HELD', 'TAKEN') DO NOTHING
     RETURNING id`,
    [request.workplace, request.agreement, request.termsVersion, request.from],
  );
  return inserted.length === 1 ? { held: true } : { held: false, reason: await whyNot(em, request.workplace) };
}

export async function release(em: EntityManager, workplace: string, agreement: string): Promise<number | null> {
  const [released] = await changed<{ terms_version: number }>(
    em,
    `UPDATE workplace_hold SET state = 'RELEASED' WHERE workplace = $1 AND agreement = $2 AND state = 'HELD' RETURNING terms_version`,
    [workplace, agreement],
  );
  return released?.terms_version ?? null;
}

export async function take(em: EntityManager, workplace: string, agreement: string, termsVersion: number): Promise<boolean> {
  const taken = await changed(
    em,
    `UPDATE workplace_hold SET state = 'TAKEN', terms_version = $3 WHERE workplace = $1 AND agreement = $2 AND state = 'HELD' RETURNING id`,
    [workplace, agreement, termsVersion],
  );
  return taken.length === 1 || runs(em, workplace, agreement, ['TAKEN']);
}

export async function takenPlace(em: EntityManager, agreement: string): Promise<string | null> {
  const [taken] = await em.query<{ workplace: string }[]>(`SELECT workplace FROM workplace_hold WHERE agreement = $1 AND state = 'TAKEN'`, [agreement]);
  return taken?.workplace ?? null;
}

/** The place is the successor's; without one the file's word about it counts again, and it is available from the day after. */
export async function endHold(em: EntityManager, agreement: string, endsOn: string, successor: Successor | null): Promise<void> {
  const ended = await changed(em, `UPDATE workplace_hold SET state = 'ENDED', ended_on = $2 WHERE agreement = $1 AND state = 'TAKEN' RETURNING id`, [agreement, endsOn]);
  if (ended.length === 0 || successor === null) return;
  await em.query(`INSERT INTO workplace_hold (workplace, agreement, terms_version, state, from_date) VALUES ($1, $2, $3, $4, $5)`, [
    successor.workplace, successor.agreement, successor.termsVersion, successor.confirmed ? 'TAKEN' : 'HELD', successor.from,
  ]);
}

async function runs(em: EntityManager, workplace: string, agreement: string, states: readonly string[]): Promise<boolean> {
  const rows = await em.query<unknown[]>('SELECT 1 FROM workplace_hold WHERE workplace = $1 AND agreement = $2 AND state = ANY($3)', [workplace, agreement, states]);
  return rows.length > 0;
}

async function whyNot(em: EntityManager, workplace: string): Promise<'UNKNOWN' | 'CLOSED' | 'TAKEN'> {
  const [place] = await em.query<{ status: string }[]>('SELECT status FROM workplace_now WHERE id = $1', [workplace]);
  if (!place) return 'UNKNOWN';
  return place.status === 'CLOSED' ? 'CLOSED' : 'TAKEN';
}

/** The rows that an UPDATE ... RETURNING changed; TypeORM answers such a statement with [rows, count]. */
async function changed<T>(em: EntityManager, sql: string, parameters: unknown[]): Promise<T[]> {
  const [rows] = await em.query<[T[], number]>(sql, parameters);
  return rows;
}
