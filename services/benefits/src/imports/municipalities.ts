/** `municipalities.csv`, `regions.csv` and `policy-values.csv`: reference data, the last two effective-dated. */
import { endNotBeforeStart } from '#shell/import/csv.js';
import { isoDate, municipality, optional, text } from '#shell/import/fields.js';
import { replaceOf, upsert, type Target } from '#shell/import/upsert.js';
import { refreshOrdinanceTerms } from '../store/term-columns.js';
import { deliveredFile } from './delivered-file.js';

const MUNICIPALITY: Target = { table: 'municipality', key: ['code'], columns: { code: 'text', name: 'text' } };
const REGION: Target = {
  table: 'region_membership',
  key: ['municipality', 'from_on'],
  columns: { municipality: 'text', from_on: 'date', until_on: 'date', region_code: 'text', region_name: 'text' },
};
const POLICY: Target = {
  table: 'policy_value',
  key: ['municipality', 'parameter', 'from_on'],
  columns: { municipality: 'text', parameter: 'text', from_on: 'date', until_on: 'date', value: 'text', unit: 'text', council_decision: 'text' },
};

const municipalitiesColumns = { code: municipality, name: text({ max: 100 }) };

export const municipalities = deliveredFile({
  kind: 'municipalities',
  columns: municipalitiesColumns,
  key: ['code'],
  store: (manager, records) => upsert(manager, MUNICIPALITY, records),
});

const regionsColumns = { municipality, region_code: text({ max: 20 }), region_name: text({ max: 100 }), from: isoDate, until: optional(isoDate) };

export const regions = deliveredFile({
  kind: 'regions',
  columns: regionsColumns,
  key: ['municipality', 'from'],
  references: { municipality: 'municipality' },
  cross: ({ from, until }) => endNotBeforeStart(from, until, 'until'),
  store: (manager, records) =>
    replaceOf(manager, REGION, 'municipality', records.map(({ from, until, ...record }) => ({ ...record, from_on: from, until_on: until }))),
});

const policyValuesColumns = {
  municipality,
  parameter: text({ max: 100 }),
  value: text({ max: 200 }),
  unit: optional(text({ max: 40 })),
  from: isoDate,
  until: optional(isoDate),
  council_decision: optional(text({ max: 200 })),
};

export const policyValues = deliveredFile({
  kind: 'policy-values',
  columns: policyValuesColumns,
  key: ['municipality', 'parameter', 'from'],
  references: { municipality: 'municipality' },
  cross: ({ from, until }) => endNotBeforeStart(from, until, 'until'),
  store: async (manager, records) => {
    const written = await replaceOf(manager, POLICY, 'municipality', records.map(({ from, until, ...record }) => ({ ...record, from_on: from, until_on: until })));
    await refreshOrdinanceTerms(manager, [...new Set(records.map((record) => record.municipality))]);
    return written;
  },
});
