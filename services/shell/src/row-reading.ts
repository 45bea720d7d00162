/**
 * Rows of one table, under the names that their class gives the columns. The SQL of a condition is made once; a query builder makes it anew for each question, and each row by way of
 * its metadata, which costs more than to send the statement. For lists whose conditions are put together as they come, the query builder stays.
 */
import type { EntityManager } from 'typeorm';

type RowClass<R> = new () => R;

interface Prepared {
  readonly text: string;
  /** Of the parameters, in the order of their numbers. */
  readonly names: readonly string[];
}

/** A condition is one of a few, by the grounds of who asks; one that is different each time must not fill the memory. */
const MOST = 500;
const prepared = new WeakMap<RowClass<unknown>, Map<string, Prepared>>();

/**
 * @param rest what follows `where`: condition and order over the columns as the database names them, with parameters as `:name`
 * @param beside expressions by the name that each gets in the row; always the same for one `rest`
 */
export async function rowsWhere<R, X = unknown>(
  manager: EntityManager, Row: RowClass<R>, alias: string, rest: string, parameters: Readonly<Record<string, unknown>>, beside: Readonly<Record<keyof X & string, string>> | null = null,
): Promise<(R & X)[]> {
  const { text, names } = preparedFor(manager, Row, alias, rest, beside ?? {});
  return manager.query<(R & X)[]>(text, names.map((name) => parameters[name]));
}

function preparedFor<R>(manager: EntityManager, Row: RowClass<R>, alias: string, rest: string, beside: Readonly<Record<string, string>>): Prepared {
  const ofRow = prepared.get(Row) ?? new Map<string, Prepared>();
  prepared.set(Row, ofRow);
  const key = `${alias} ${rest}`;
  const known = ofRow.get(key);
  if (known) return known;
  const { tablePath, columns } = manager.dataSource.getMetadata(Row);
  // A day is text here and no instant, as the query builder gives it.
  const shown = columns.map(({ databaseName, propertyName, type }) => `${alias}.${databaseName}${type === 'date' ? '::text' : ''} as "${propertyName}"`);
  shown.push(...Object.entries(beside).map(([name, sql]) => `${sql} as "${name}"`));
  const made = numbered(`select ${shown.join(', ')} from ${tablePath} ${alias} where ${rest}`);
  if (ofRow.size < MOST) ofRow.set(key, made);
  return made;
}

/** Names as numbers; what stands behind two colons is a type. */
export function numbered(sql: string): Prepared {
  const names: string[] = [];
  const text = sql.replace(/(?<!:):([A-Za-z]\w*)/g, (_whole, name: string) => {
    if (!names.includes(name)) names.push(name);
    return `$${names.indexOf(name) + 1}`;
  });
  return { text, names };
}
