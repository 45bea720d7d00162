/**
 * A delivered file becomes rows: what is new is inserted, what differs is changed, what is the same is left alone, and a
 * row that the file no longer names stays (this system closes rows, it does not delete them) and is reported.
 */
import type { EntityManager } from 'typeorm';

export interface Delivered {
  readonly table: 'werkgever' | 'werknemer' | 'dienstverband' | 'werkplek' | 'plaatsing';
  readonly key: string;
  /** Column and SQL type, key included. */
  readonly columns: Readonly<Record<string, string>>;
  /** Columns that only the first delivery sets. */
  readonly setOnce?: readonly string[];
}

export interface Changes {
  readonly inserted: number;
  readonly updated: number;
  readonly unchanged: number;
}

/** @param rows one per key: a key twice is the caller's fault */
export async function deliver(em: EntityManager, { table, key, columns, setOnce = [] }: Delivered, rows: readonly object[]): Promise<Changes> {
  const names = Object.keys(columns);
  const changeable = names.filter((name) => name !== key && !setOnce.includes(name));
  const list = (prefix: string): string => changeable.map((name) => `${prefix}.${name}`).join(', ');
  const given = JSON.stringify(rows);
  const shape = Object.entries(columns).map(([name, type]) => `${name} ${type}`).join(', ');
  const [counts] = await em.query<{ inserted: number; updated: number }[]>(
    `WITH changed AS (
       INSERT INTO ${table} (${names.join(', ')}) SELECT ${names.join(', ')} FROM jsonb_to_recordset($1::jsonb) AS given (${shape})
       ON CONFLICT (${key}) DO UPDATE SET ${changeable.map((name) => `${name} = excluded.${name}`).join(', ')}, mutts = now()
       WHERE (${list(table)}) IS DISTINCT FROM (${list('excluded')})
       RETURNING (xmax = 0) AS is_new)
     SELECT count(*) FILTER (WHERE is_new)::integer AS inserted, count(*) FILTER (WHERE NOT is_new)::integer AS updated FROM changed`,
    [given],
  );
  await em.query(`UPDATE ${table} SET levts = now() FROM jsonb_to_recordset($1::jsonb) AS given (${key} ${columns[key]}) WHERE ${table}.${key} = given.${key}`, [given]);
  const { inserted, updated } = counts ?? { inserted: 0, updated: 0 };
  return { inserted, updated, unchanged: rows.length - inserted - updated };
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
