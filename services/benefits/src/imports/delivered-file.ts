/**
 * What all files of the existing systems have in common. CSV (RFC 4180), UTF-8, comma, header row, dates YYYY-MM-DD, empty is none.
 * Every file is a full delivery of its kind. A record is known by the source's own number: a new number is added, changed content
 * is taken over, the same content writes nothing. A number that a later file lacks keeps its last content, because nothing in these
 * formats says that it ended. Files of periods (residences, suspensions, regions, policy) replace the periods of each parent they name.
 */
import type { EntityManager } from 'typeorm';
import { parseCsv, type ColumnRules, type RecordOf } from '#shell/import/csv.js';
import type { FieldFault, ImportFormat, Numbered, StoreOutcome } from '#shell/import/format.js';
import type { Changes } from '#shell/import/upsert.js';
import { knownKeys, recordDelivery, type KnownTable } from '../store/delivered.store.js';

export interface DeliveredFile<C extends ColumnRules> {
  readonly kind: string;
  readonly columns: C;
  /** As in CsvFormat: columns that older deliveries lack. */
  readonly added?: readonly (keyof NoInfer<C> & string)[];
  /** The columns that no two records of one file may have alike. */
  readonly key: readonly (keyof NoInfer<C> & string)[];
  /** Column to the table in which its value must stand. */
  readonly references?: Partial<Record<keyof NoInfer<C> & string, KnownTable>>;
  readonly cross?: (record: RecordOf<NoInfer<C>>) => readonly FieldFault[];
  store(manager: EntityManager, records: readonly RecordOf<NoInfer<C>>[]): Promise<Pick<Changes, 'inserted' | 'updated'> & { readonly duplicates?: number }>;
}

type Refused = { line: number; faults: readonly FieldFault[] };

/** Accepts `<kind>.csv` and `<kind>-<anything>.csv`. */
export function deliveredFile<C extends ColumnRules>(file: DeliveredFile<C>): ImportFormat<RecordOf<C>> {
  const name = new RegExp(`^${file.kind}(-[\\w.-]+)?\\.csv$`);
  return {
    kind: file.kind,
    accepts: (fileName) => name.test(fileName),
    parse: (text, facts) => parseCsv(text, file, facts),
    check: async (manager, records) => [...repeatedKeys(file.key, records), ...(await unknownReferences(manager, file, records))],
    store: async (manager, records, { businessDate }): Promise<StoreOutcome> => {
      const { inserted, updated, duplicates } = await file.store(manager, records);
      await recordDelivery(manager, file.kind, businessDate);
      return { inserted, updated, unchanged: Math.max(0, records.length - inserted - updated), duplicates: duplicates ?? 0 };
    },
  };
}

/** The first record of a key counts; the others are refused, for nothing says which of them is right. */
function repeatedKeys<C extends ColumnRules>(key: readonly (keyof C & string)[], records: readonly Numbered<RecordOf<C>>[]): Refused[] {
  const seen = new Set<string>();
  return records.flatMap(({ line, record }) => {
    const value = JSON.stringify(key.map((column) => record[column]));
    if (!seen.has(value)) {
      seen.add(value);
      return [];
    }
    return [{ line, faults: [{ field: key.join('+'), valueClass: 'duplicate' as const, reason: 'an earlier line of this file has the same key' }] }];
  });
}

async function unknownReferences<C extends ColumnRules>(manager: EntityManager, file: DeliveredFile<C>, records: readonly Numbered<RecordOf<C>>[]): Promise<Refused[]> {
  const refused: Refused[] = [];
  for (const [column, table] of Object.entries(file.references ?? {}) as [keyof C & string, KnownTable][]) {
    const known = await knownKeys(manager, table, records.map(({ record }) => String(record[column])));
    const unknown = records.filter(({ record }) => !known.has(String(record[column])));
    const faults: FieldFault[] = [{ field: column, valueClass: 'unknown-reference', reason: `no ${table.replace('_', ' ')} with this number was delivered` }];
    refused.push(...unknown.map(({ line }) => ({ line, faults })));
  }
  return refused;
}
