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
  /** Columns that a later delivery leaves alone: they are derived here. */
  readonly derived?: readonly string[];
}

export interface Written {
  readonly inserted: number;
  readonly updated: number;
}

export type Row = Readonly<Record<string, string | number | boolean | null>>;

const BATCH = 5_000;

export async function upsert(manager: EntityManager, target: Target, rows: readonly Row[]): Promise<Written> {
  const statement = upsertStatement(target);
  let written: Written = { inserted: 0, updated: 0 };
  for (let start = 0; start < rows.length; start += BATCH) {
    const batch = JSON.stringify(rows.slice(start, start + BATCH));
    const [counts] = await manager.query<Written[]>(statement, [batch]);
    written = { inserted: written.inserted + (counts?.inserted ?? 0), updated: written.updated + (counts?.updated ?? 0) };
  }
  return written;
}

/** The rows of a parent in `rows` become exactly the rows delivered for it; parents that are not delivered keep theirs. */
export async function replaceOf(manager: EntityManager, target: Target, parent: string, rows: readonly Row[]): Promise<Written> {
  const recordset = recordsetOf(target);
  const same = target.key.map((column) => `delivered.${column} = kept.${column}`).join(' and ');
  const [gone] = await manager.query<{ count: number }[]>(
    `with delivered as (select * from ${recordset}), gone as (
       delete from ${target.table} kept where kept.${parent} in (select ${parent} from delivered)
         and not exists (select 1 from delivered where ${same}) returning 1)
     select count(*)::int as count from gone`,
    [JSON.stringify(rows)],
  );
  const written = await upsert(manager, target, rows);
  return { inserted: written.inserted, updated: written.updated + (gone?.count ?? 0) };
}

function upsertStatement(target: Target): string {
  const columns = Object.keys(target.columns);
  const compared = columns.filter((column) => !target.key.includes(column) && !target.derived?.includes(column));
  const list = (prefix: string) => compared.map((column) => `${prefix}.${column}`).join(', ');
  const change = `do update set ${compared.map((column) => `${column} = excluded.${column}`).join(', ')}
    where (${list(target.table)}) is distinct from (${list('excluded')})`;
  return `
    with written as (
      insert into ${target.table} (${columns.join(', ')}) select ${columns.join(', ')} from ${recordsetOf(target)}
      on conflict (${target.key.join(', ')}) ${compared.length > 0 ? change : 'do nothing'}
      returning (xmax = 0) as is_new)
    select count(*) filter (where is_new)::int as inserted, count(*) filter (where not is_new)::int as updated from written`;
}

function recordsetOf(target: Target): string {
  const columns = Object.entries(target.columns).map(([column, type]) => `${column} ${type}`);
  return `jsonb_to_recordset($1::jsonb) as delivered_row(${columns.join(', ')})`;
}
