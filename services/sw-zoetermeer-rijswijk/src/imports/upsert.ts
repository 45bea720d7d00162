// Writes accepted records in one statement: new numbers are inserted, changed ones updated, equal ones left alone, so that
// the same delivery twice changes nothing.
import type { StoreOutcome } from '#shell/import/format.js';
import type { EntityManager } from 'typeorm';

interface Written {
  readonly key: string;
  readonly inserted: boolean;
}

export interface Table {
  readonly name: string;
  readonly key: string;
  /** Column and its SQL type, the key included; the records have the same names. */
  readonly columns: Readonly<Record<string, string>>;
}

/** Keys of the records that were new or changed. */
export async function upsert(em: EntityManager, table: Table, records: readonly object[]): Promise<readonly Written[]> {
  const names = Object.keys(table.columns);
  const others = names.filter((name) => name !== table.key);
  const list = names.join(', ');
  return em.query<Written[]>(
    `insert into ${table.name} (${list})
     select ${list} from jsonb_to_recordset($1::jsonb) as given(${names.map((name) => `${name} ${table.columns[name]}`).join(', ')})
     on conflict (${table.key}) do update set ${others.map((name) => `${name} = excluded.${name}`).join(', ')}
       where (${others.map((name) => `${table.name}.${name}`).join(', ')}) is distinct from (${others.map((name) => `excluded.${name}`).join(', ')})
     returning ${table.key} as key, (xmax = 0) as inserted`,
    [JSON.stringify(records)],
  );
}

export function outcomeOf(written: readonly Written[], records: readonly object[], duplicates = 0): StoreOutcome {
  const inserted = written.filter((one) => one.inserted).length;
  return { inserted, updated: written.length - inserted, unchanged: records.length - written.length, duplicates };
}
