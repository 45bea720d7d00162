/** Which files arrived, and what day each describes. A corrected file for the same day is a delivery of its own and counts instead of the earlier one. */
import type { EntityManager } from 'typeorm';
import type { LatestFiles } from '../domain/freshness.js';

export type DeliveryKind = 'statistics' | 'roster' | 'workplaces';

export interface Delivery {
  readonly id: number;
  /** Day that the file describes. */
  readonly asOf: string;
  readonly file: string;
}

export async function recordDelivery(em: EntityManager, kind: DeliveryKind, asOf: string, file: string): Promise<Delivery> {
  const [row] = await em.query<{ id: number }[]>('INSERT INTO delivery (kind, as_of, file) VALUES ($1, $2, $3) RETURNING id', [kind, asOf, file]);
  if (!row) throw new Error('the delivery was not recorded');
  return { id: row.id, asOf, file };
}

/** The delivery that counts for a kind of file, or null where none came yet. */
export async function latestDelivery(em: EntityManager, kind: DeliveryKind): Promise<Delivery | null> {
  const [latest] = await em.query<Delivery[]>(
    'SELECT id, as_of::text AS "asOf", file FROM delivery WHERE kind = $1 ORDER BY as_of DESC, id DESC LIMIT 1',
    [kind],
  );
  return latest ?? null;
}

export async function latestFiles(em: EntityManager): Promise<LatestFiles & { readonly statistics: string | null }> {
  const [latest] = await em.query<(LatestFiles & { statistics: string | null })[]>(
    `SELECT max(as_of) FILTER (WHERE kind = 'roster')::text AS roster, max(as_of) FILTER (WHERE kind = 'workplaces')::text AS workplaces,
            max(as_of) FILTER (WHERE kind = 'statistics')::text AS statistics FROM delivery`,
  );
  return latest ?? { roster: null, workplaces: null, statistics: null };
}
