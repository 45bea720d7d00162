/** Writes of the joint service's own register of employers. */
import type { EntityManager } from 'typeorm';
import { lastPerKey, upsert, type Changes, type Target } from '#shell/import/upsert.js';

const TABLE: Target = { table: 'employer', key: ['kvk_number'], columns: { kvk_number: 'text', name: 'text', postcode_area: 'text', as_of: 'timestamptz' }, stamps: ['as_of'] };

export interface KnownEmployer {
  readonly kvkNumber: string;
  readonly name: string;
  readonly postcodeArea: string | null;
}

export async function storeEmployers(manager: EntityManager, employers: readonly KnownEmployer[], asOf: string): Promise<Changes> {
  const rows = lastPerKey(employers, (one) => one.kvkNumber).map((one) => ({ kvk_number: one.kvkNumber, name: one.name, postcode_area: one.postcodeArea, as_of: asOf }));
  return upsert(manager, TABLE, rows);
}
