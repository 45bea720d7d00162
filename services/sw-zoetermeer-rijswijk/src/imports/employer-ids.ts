import type { EntityManager } from 'typeorm';

/** Own ids of the employers with these KvK numbers. */
export async function employerIds(em: EntityManager, kvkNumbers: readonly (string | null)[]): Promise<ReadonlyMap<string, string>> {
  const rows = await em.query<{ id: string; kvk_number: string }[]>('select id, kvk_number from employer where kvk_number = any($1)', [kvkNumbers]);
  return new Map(rows.map((row) => [row.kvk_number, row.id]));
}
