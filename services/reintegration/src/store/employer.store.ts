/** Writes of the joint service's own register of employers. */
import type { EntityManager } from 'typeorm';
import { lastPerKey, upsert, type UpsertCounts } from './upsert.js';

const TABLE = { name: 'employer', key: 'kvk_number', columns: { kvk_number: 'text', name: 'text', postcode_area: 'text' } };

export interface KnownEmployer {
  readonly kvkNumber: string;
  readonly name: string;
  readonly postcodeArea: string | null;
}

export async function storeEmployers(manager: EntityManager, employers: readonly KnownEmployer[], asOf: string): Promise<UpsertCounts> {
  const rows = lastPerKey(employers, (one) => one.kvkNumber).map((one) => ({ kvk_number: one.kvkNumber, name: one.name, postcode_area: one.postcodeArea }));
  return upsert(manager, TABLE, rows, asOf);
}
