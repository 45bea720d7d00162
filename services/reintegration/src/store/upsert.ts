/** Rows of a delivered register: inserted, changed or left alone, and counted as such. Whatever was delivered again is as new as its delivery. */
import type { EntityManager } from 'typeorm';

export interface UpsertCounts {
  readonly inserted: number;
  readonly updated: number;
  readonly unchanged: number;
}

export interface UpsertTable {
  readonly name: string;
  readonly key: string;
  /** Column to SQL type, the key included; `as_of` is added and does not count as a change. */
  readonly columns: Readonly<Record<string, string>>;
}

/** `rows` hold one value per column, under the column's name; each key at most once. `asOf`: instant, ISO 8601. */
export async function upsert(manager: EntityManager, table: UpsertTable, rows: readonly object[], asOf: string): Promise<UpsertCounts> {
  const names = Object.keys(table.columns);
  const others = names.filter((name) => name !== table.key);
  const delivered = `jsonb_to_recordset($1::jsonb) as r(${names.map((name) => `${name} ${table.columns[name]}`).join(', ')})`;
  const same = others.map((name) => `t.${name} is not distinct from r.${name}`).join(' and ');
  const content = JSON.stringify(rows);
  const [counts]: UpsertCounts[] = await manager.query(
    `select count(*) filter (where t.${table.key} is null)::int as inserted,
            count(*) filter (where t.${table.key} is not null and not (${same}))::int as updated,
            count(*) filter (where t.${table.key} is not null and ${same})::int as unchanged
     from ${delivered} left join ${table.name} t on t.${table.key} = r.${table.key}`,
    [content],
  );
  await manager.query(
    `insert into ${table.name} (${names.join(', ')}, as_of) select ${names.map((name) => `r.${name}`).join(', ')}, $2::timestamptz from ${delivered}
     on conflict (${table.key}) do update set ${[...others, 'as_of'].map((name) => `${name} = excluded.${name}`).join(', ')}`,
    [content, asOf],
  );
  return counts ?? { inserted: 0, updated: 0, unchanged: 0 };
}

/** The last record of each key wins; an upsert may meet a key only once. */
export function lastPerKey<R>(records: readonly R[], keyOf: (record: R) => string): R[] {
  return [...new Map(records.map((record) => [keyOf(record), record])).values()];
}
