/** Page and count of a SELECT of tasks with the columns `id` and `due_on` and five parameters. One order for all sources, so that merging them never repeats or skips. */
import type { TaskPosition } from '../domain/directory-ports.js';
import type { Reader } from './reader.js';

/** Rows after a position, in the order of byPosition (domain/tasks.ts): by due date, then id by its bytes. */
export function taskRows<R extends object>(reader: Reader, select: string, parameters: readonly unknown[], after: TaskPosition | null, limit: number): Promise<R[]> {
  const page = `select * from (${select}) found where $6::text is null or (due_on, id collate "C") > ($6, $7) order by due_on, id collate "C" limit $8`;
  return reader.together((manager) => manager.query<R[]>(page, [...parameters, after?.dueOn ?? null, after?.id ?? null, limit]));
}

export async function taskCount(reader: Reader, select: string, parameters: readonly unknown[]): Promise<number> {
  const [row] = await reader.together((manager) => manager.query<{ count: number }[]>(`select count(*)::int as count from (${select}) counted`, [...parameters]));
  return row?.count ?? 0;
}
