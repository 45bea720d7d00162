/**
 * The federation's reservations, written as this company would write them: a letter on the workplace and a row that is
 * closed, never deleted. Guarantees invariant I1: the letter changes by one statement that names the letter it expects, so
 * of two agreements that want one place, one finds no row to change.
 */
import type { EntityManager } from 'typeorm';
import type { HoldOutcome, HoldRequest, Successor } from '#sw-contract/port.js';
import { dayAfter, numberOfDate } from '../domain/legacy-date.js';
import { numbersOf } from './edge-sql.js';

export async function hold(em: EntityManager, request: HoldRequest): Promise<HoldOutcome> {
  const [wpnr] = numbersOf([request.workplace]);
  if (wpnr === undefined) return { held: false, reason: 'UNKNOWN' };
  if (await runs(em, wpnr, request.agreement)) return { held: true };
  const from = numberOfDate(request.from);
  if (!(await reserveFreePlace(em, wpnr, from))) return { held: false, reason: await whyNot(em, wpnr) };
  await em.query(`INSERT INTO reservering (wpnr, afspraak, versie, stand, ingdat) VALUES ($1, $2, $3, 'R', $4)`, [wpnr, request.agreement, request.termsVersion, from]);
  return { held: true };
}

export async function release(em: EntityManager, workplace: string, agreement: string): Promise<number | null> {
  const [wpnr = 0] = numbersOf([workplace]);
  const [released] = await changed<{ versie: number }>(em, `UPDATE reservering SET stand = 'X', mutts = now() WHERE wpnr = $1 AND afspraak = $2 AND stand = 'R' RETURNING versie`, [wpnr, agreement]);
  if (!released) return null;
  await em.query(`UPDATE werkplek SET status = levstatus, mutts = now() WHERE wpnr = $1 AND status = 'R'`, [wpnr]);
  return released.versie;
}

export async function take(em: EntityManager, workplace: string, agreement: string, termsVersion: number): Promise<boolean> {
  const [wpnr = 0] = numbersOf([workplace]);
  const taken = await changed(
    em,
    `UPDATE reservering SET stand = 'B', versie = $3, mutts = now() WHERE wpnr = $1 AND afspraak = $2 AND stand = 'R' RETURNING resnr`,
    [wpnr, agreement, termsVersion],
  );
  if (taken.length === 0) return runs(em, wpnr, agreement, ['B']);
  await em.query(`UPDATE werkplek SET status = 'B', mutts = now() WHERE wpnr = $1 AND status = 'R'`, [wpnr]);
  return true;
}

export async function takenPlace(em: EntityManager, agreement: string): Promise<string | null> {
  const [taken] = await em.query<{ wpnr: number }[]>(`SELECT wpnr FROM reservering WHERE afspraak = $1 AND stand = 'B'`, [agreement]);
  return taken ? String(taken.wpnr) : null;
}

/** Closes the agreement's confirmed reservation; the place is the successor's or, without one, free from the day after, unless the company itself closed it. */
export async function endReservation(em: EntityManager, agreement: string, endsOn: string, successor: Successor | null): Promise<void> {
  const ended = await changed<{ wpnr: number }>(
    em,
    `UPDATE reservering SET stand = 'E', einddat = $2, mutts = now() WHERE afspraak = $1 AND stand = 'B' RETURNING wpnr`,
    [agreement, numberOfDate(endsOn)],
  );
  const places = ended.map((one) => one.wpnr);
  if (successor !== null) return handOver(em, places, successor);
  await em.query(
    `UPDATE werkplek SET status = CASE levstatus WHEN 'G' THEN 'G' ELSE 'V' END, beschdat = $2, mutts = now() WHERE wpnr = ANY($1) AND status = 'B'`,
    [places, numberOfDate(dayAfter(endsOn))],
  );
}

/** A row of its own, as every reservation has here; the letter of the place goes from B to R or stays, and is never V. */
async function handOver(em: EntityManager, places: readonly number[], next: Successor): Promise<void> {
  const stand = next.confirmed ? 'B' : 'R';
  await em.query(
    `INSERT INTO reservering (wpnr, afspraak, versie, stand, ingdat) SELECT wpnr, $2, $3, $4, $5 FROM unnest($1::integer[]) AS given (wpnr) WHERE wpnr = $6`,
    [places, next.agreement, next.termsVersion, stand, numberOfDate(next.from), Number(next.workplace)],
  );
  await em.query(`UPDATE werkplek SET status = $2, mutts = now() WHERE wpnr = ANY($1) AND status = 'B'`, [places, stand]);
}

/** V -> R, unless a placement from an agreement still occupies the place on `from` or later. */
async function reserveFreePlace(em: EntityManager, wpnr: number, from: number): Promise<boolean> {
  const reserved = await changed(
    em,
    `UPDATE werkplek SET status = 'R', mutts = now() WHERE wpnr = $1 AND status = 'V'
       AND NOT EXISTS (SELECT 1 FROM plaatsing p WHERE p.wpnr = werkplek.wpnr AND p.afspraak IS NOT NULL AND (p.einddat = 0 OR p.einddat >= $2))
     RETURNING wpnr`,
    [wpnr, from],
  );
  return reserved.length === 1;
}

async function whyNot(em: EntityManager, wpnr: number): Promise<'UNKNOWN' | 'CLOSED' | 'TAKEN'> {
  const [place] = await em.query<{ status: string }[]>('SELECT status FROM werkplek WHERE wpnr = $1', [wpnr]);
  if (!place) return 'UNKNOWN';
  return place.status === 'G' ? 'CLOSED' : 'TAKEN';
}

async function runs(em: EntityManager, wpnr: number, agreement: string, letters: readonly string[] = ['R', 'B']): Promise<boolean> {
  const rows = await em.query<unknown[]>('SELECT 1 FROM reservering WHERE wpnr = $1 AND afspraak = $2 AND stand = ANY($3)', [wpnr, agreement, letters]);
  return rows.length > 0;
}

/** The rows that an UPDATE ... RETURNING changed; TypeORM answers such a statement with [rows, count]. */
async function changed<T>(em: EntityManager, sql: string, parameters: unknown[]): Promise<T[]> {
  const [rows] = await em.query<[T[], number]>(sql, parameters);
  return rows;
}
