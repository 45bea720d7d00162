/**
 * Writes delivered records set by set: what is new is inserted, what differs is changed, what is the same is not touched, so that
 * the same content again writes nothing. Nothing is deleted because a file lacks it, except by `replaceOf` within one parent.
 */
import type { EntityManager } from 'typeorm';

export interface Target {
  readonly table: string;
  /** The source's own key. */
  readonly key: readonly string[];
  /** Column to PostgreSQL type, the key included. */
  readonly columns: Readonly<Record<string, string>>;
  /** Columns that only the first delivery sets. */
  readonly setOnce?: readonly string[];
  /** Columns that every delivery sets, also where nothing else differs: how new a row is does not count as a change. */
  readonly stamps?: readonly string[];
  /** Column that gets the time of the transaction when a row changes. */
  readonly changedAt?: string;
}

export interface Changes {
  readonly inserted: number;
  readonly updated: number;
  readonly unchanged: number;
}

/** A row that was new or changed. The parts of a longer key are joined by a space. */
export interface WrittenRow {
  readonly key: string;
  readonly inserted: boolean;
}

const BATCH = 5_000;

/** `rows` hold a value for every column, under its name; each key at most once. */
export async function upsert(manager: EntityManager, target: Target, rows: readonly object[]): Promise<Changes> {
  return changesOf(await writeRows(manager, target, rows), rows.length);
}

/** As upsert, for who must know which rows were written. */
export async function writeRows(manager: EntityManager, target: Target, rows: readonly object[]): Promise<readonly WrittenRow[]> {
  const written: WrittenRow[] = [];
  for (let start = 0; start < rows.length; start += BATCH) {
    const batch = JSON.stringify(rows.slice(start, start + BATCH));
    written.push(...(await manager.query<WrittenRow[]>(upsertStatement(target), [batch])));
    if (target.stamps) await manager.query(stampStatement(target, target.stamps), [batch]);
  }
  return written;
}

export function changesOf(written: readonly WrittenRow[], delivered: number): Changes {
  const inserted = written.filter((one) => one.inserted).length;
  return { inserted, updated: written.length - inserted, unchanged: delivered - written.length };
}

/** The rows of a parent in `rows` become exactly the rows delivered for it; parents that are not delivered keep theirs. A row that goes counts as updated. */
export async function replaceOf(manager: EntityManager, target: Target, parent: string, rows: readonly object[]): Promise<Changes> {
  const [gone] = await manager.query<{ count: number }[]>(
    `with delivered as (select * from ${recordsetOf(target)}), gone as (
       delete from ${target.table} kept where kept.${parent} in (select ${parent} from delivered)
         and not exists (select 1 from delivered where ${sameKey(target, 'delivered', 'kept')}) returning 1)
     select count(*)::int as count from gone`,
    [JSON.stringify(rows)],
  );
  const written = await upsert(manager, target, rows);
  return { ...written, updated: written.updated + (gone?.count ?? 0) };
}

/** The last record of each key wins; an upsert may meet a key only once. */
export function lastPerKey<R>(records: readonly R[], keyOf: (record: R) => string): R[] {
  return [...new Map(records.map((record) => [keyOf(record), record])).values()];
}

function upsertStatement(target: Target): string {
  const columns = Object.keys(target.columns);
  const kept = new Set([...target.key, ...(target.setOnce ?? []), ...(target.stamps ?? [])]);
  const content = columns.filter((column) => !kept.has(column));
  const list = (prefix: string) => content.map((column) => `${prefix}.${column}`).join(', ');
  const changedAt = target.changedAt === undefined ? '' : `, ${target.changedAt} = now()`;
  const change = `do update set ${content.map((column) => `${column} = excluded.${column}`).join(', ')}${changedAt}
    where (${list(target.table)}) is distinct from (${list('excluded')})`;
  return `
    insert into ${target.table} (${columns.join(', ')}) select ${columns.join(', ')} from ${recordsetOf(target)}
    on conflict (${target.key.join(', ')}) ${content.length > 0 ? change : 'do nothing'}
    returning concat_ws(' ', ${target.key.map((column) => `${target.table}.${column}`).join(', ')}) as key, (xmax = 0) as inserted`;
}

function stampStatement(target: Target, stamps: readonly string[]): string {
  const list = (prefix: string) => stamps.map((column) => `${prefix}.${column}`).join(', ');
  return `
    update ${target.table} set ${stamps.map((column) => `${column} = given.${column}`).join(', ')} from ${recordsetOf(target, 'given')}
    where ${sameKey(target, target.table, 'given')} and (${list(target.table)}) is distinct from (${list('given')})`;
}

function sameKey({ key }: Target, a: string, b: string): string {
  return key.map((column) => `${a}.${column} = ${b}.${column}`).join(' and ');
}

function recordsetOf({ columns }: Target, alias = 'delivered_row'): string {
  return `jsonb_to_recordset($1::jsonb) as ${alias}(${Object.entries(columns).map(([column, type]) => `${column} ${type}`).join(', ')})`;
}
