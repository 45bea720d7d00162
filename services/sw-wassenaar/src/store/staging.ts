/** Puts the lines of a file into a staging table. A line about an older day than the row that is there changes nothing, and no row is deleted. */
import type { EntityManager } from 'typeorm';
import type { Delivery } from './deliveries.store.js';

export interface StagingTable {
  readonly table: string;
  readonly key: readonly string[];
  /** Column and SQL type, key included; without `stand` and `levering`. */
  readonly columns: Readonly<Record<string, string>>;
}

export interface Changes {
  readonly inserted: number;
  readonly updated: number;
  readonly unchanged: number;
}

/** @param rows one per key: a key twice is the caller's fault */
export async function stage(em: EntityManager, { table, key, columns }: StagingTable, rows: readonly object[], delivery: Delivery): Promise<Changes> {
  const names = Object.keys(columns);
  const facts = names.filter((name) => !key.includes(name));
  const differs = `(${facts.map((name) => `t.${name}`).join(', ')}) IS DISTINCT FROM (${facts.map((name) => `g.${name}`).join(', ')})`;
  const shape = Object.entries(columns).map(([name, type]) => `${name} ${type}`).join(', ');
  const [counts] = await em.query<{ inserted: number; updated: number }[]>(
    `WITH given AS (SELECT * FROM jsonb_to_recordset($1::jsonb) AS g (${shape})),
     counted AS (
       SELECT count(*) FILTER (WHERE t.${key[0]} IS NULL)::integer AS inserted,
              count(*) FILTER (WHERE t.${key[0]} IS NOT NULL AND ${differs} AND t.stand <= $2::date)::integer AS updated
       FROM given g LEFT JOIN ${table} t ON ${key.map((name) => `t.${name} = g.${name}`).join(' AND ')}),
     written AS (
       INSERT INTO ${table} (${names.join(', ')}, stand, levering) SELECT ${names.join(', ')}, $2::date, $3::integer FROM given
       ON CONFLICT (${key.join(', ')}) DO UPDATE SET ${[...facts, 'stand', 'levering'].map((name) => `${name} = excluded.${name}`).join(', ')}
       WHERE ${table}.stand <= excluded.stand)
     SELECT inserted, updated FROM counted`,
    [JSON.stringify(rows), delivery.asOf, delivery.id],
  );
  const { inserted, updated } = counts ?? { inserted: 0, updated: 0 };
  return { inserted, updated, unchanged: rows.length - inserted - updated };
}
