/** `municipal-finance.csv`: state grant and minimum of labour years per municipality and year (Wsw art. 8; Besluit art. 16 and 17), public figures. */
import { parseCsv } from '#shell/import/csv.js';
import { decimal, integer, optional } from '#shell/import/fields.js';
import type { ImportFormat } from '#shell/import/format.js';
import type { MunicipalFinance } from '../domain/finance-facts.js';
import { storeMunicipalFinance } from '../store/municipal-finance.store.js';
import { asOfDelivery } from './as-of.js';
import { cbsCode } from './cbs-code.js';

const COLUMNS = {
  municipality: cbsCode,
  year: integer({ min: 1998, max: 2100 }),
  state_grant: integer({ min: 0, max: 999_999_999 }),
  minimum_labour_years: decimal({ min: 0, max: 99_999 }),
  realised_labour_years: optional(decimal({ min: 0, max: 99_999 })),
};

export const municipalFinanceFormat: ImportFormat<MunicipalFinance> = {
  kind: 'municipal-finance',
  accepts: (fileName) => fileName === 'municipal-finance.csv',
  parse: (content, facts) => parseCsv(content, { columns: COLUMNS }, facts).map((line) => {
    if ('faults' in line) return line;
    const { municipality, year, state_grant, minimum_labour_years, realised_labour_years } = line.record;
    return { line: line.line, record: { municipality, year, stateGrant: String(state_grant), minimumLabourYears: minimum_labour_years, realisedLabourYears: realised_labour_years } };
  }),
  store: async (manager, records, file) => ({
    ...(await storeMunicipalFinance(manager, records, asOfDelivery(file))),
    duplicates: records.length - new Set(records.map((one) => `${one.municipality} ${one.year}`)).size,
  }),
};
