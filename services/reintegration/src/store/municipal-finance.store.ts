/** Table `municipal_finance`: public figures of the ministry, so it has no scope. */
import type { EntityManager } from 'typeorm';
import { lastPerKey, upsert, type Changes, type Target } from '#shell/import/upsert.js';
import type { MunicipalFinance } from '../domain/finance-facts.js';

const TABLE: Target = {
  table: 'municipal_finance',
  key: ['municipality', 'year'],
  columns: { municipality: 'text', year: 'integer', state_grant: 'numeric', minimum_labour_years: 'numeric', realised_labour_years: 'numeric', as_of: 'timestamptz' },
  stamps: ['as_of'],
};

export async function storeMunicipalFinance(manager: EntityManager, records: readonly MunicipalFinance[], asOf: string): Promise<Changes> {
  const rows = lastPerKey(records, (one) => `${one.municipality} ${one.year}`).map((one) => ({
    municipality: one.municipality, year: one.year, state_grant: one.stateGrant, minimum_labour_years: one.minimumLabourYears, realised_labour_years: one.realisedLabourYears, as_of: asOf,
  }));
  return upsert(manager, TABLE, rows);
}

/** Earliest year first. */
export async function municipalFinanceOf(manager: EntityManager, municipalities: readonly string[]): Promise<readonly MunicipalFinance[]> {
  return manager.query<MunicipalFinance[]>(
    `select municipality, year, state_grant::text as "stateGrant", minimum_labour_years::text as "minimumLabourYears", realised_labour_years::text as "realisedLabourYears"
     from municipal_finance where municipality = any($1) order by municipality, year`,
    [municipalities],
  );
}
