/**
 * A delivered file becomes rows: what is new is inserted, what differs is changed, what is the same is left alone, and a
 * row that the file no longer names stays (this system closes rows, it does not delete them) and is reported.
 */
import type { EntityManager } from 'typeorm';
import { upsert, type Changes } from '#shell/import/upsert.js';

export interface Delivered {
  readonly table: 'werkgever' | 'werknemer' | 'dienstverband' | 'werkplek' | 'plaatsing';
  readonly key: string;
  /** Column and SQL type, key included. */
  readonly columns: Readonly<Record<string, string>>;
  /** Columns that only the first delivery sets. */
  readonly setOnce?: readonly string[];
}

/** @param rows one per key: a key twice is the caller's fault */
export async function deliver(em: EntityManager, { table, key, ...shape }: Delivered, rows: readonly object[]): Promise<Changes> {
  const changes = await upsert(em, { table, key: [key], ...shape, changedAt: 'mutts' }, rows);
  await em.query(`UPDATE ${table} SET levts = now() FROM jsonb_to_recordset($1::jsonb) AS given (${key} ${shape.columns[key]}) WHERE ${table}.${key} = given.${key}`, [JSON.stringify(rows)]);
  return changes;
}

/**
 * The delivered letter counts for the rows of this delivery, unless a running reservation stands in between: a file never
 * overwrites one. `status <> 'R'` is asked again of a row that a reservation changed while we waited for it.
 */
export async function adoptDeliveredStatus(em: EntityManager): Promise<void> {
  await em.query(
    `UPDATE werkplek SET status = levstatus, mutts = now() WHERE levts = now() AND status <> levstatus AND status <> 'R'
       AND NOT EXISTS (SELECT 1 FROM reservering r WHERE r.wpnr = werkplek.wpnr AND r.stand IN ('R', 'B'))`,
  );
}

/** Which of the given numbers or codes the table has. */
export async function known(em: EntityManager, { table, key, columns }: Delivered, values: readonly (string | number)[]): Promise<ReadonlySet<string>> {
  const rows = await em.query<{ id: string }[]>(`SELECT ${key}::text AS id FROM ${table} WHERE ${key} = ANY($1::${columns[key]}[])`, [values]);
  return new Set(rows.map((row) => row.id));
}

export async function countOf(em: EntityManager, { table }: Delivered): Promise<number> {
  const [counted] = await em.query<{ count: number }[]>(`SELECT count(*)::integer AS count FROM ${table}`);
  return counted?.count ?? 0;
}
