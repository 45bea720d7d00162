/** What a store needs of a request: reads one after the other in the request's own transaction. */
import type { EntityManager } from 'typeorm';

export interface Reader {
  read<T>(work: (manager: EntityManager) => Promise<T>): Promise<T>;
  /** The same beside others of its kind: they go to the database together. Opens no door. */
  together<T>(work: (manager: EntityManager) => Promise<T>): Promise<T>;
  /** Rows about these persons leave the store: they stand in the log of processings with the answer, or nobody gets one. */
  processed(persons: Iterable<string>): void;
}

/** For reads outside a request, whose rows reach nobody: through one manager, and into no log. */
export function unloggedReader(manager: EntityManager): Reader {
  const read: Reader['read'] = (work) => work(manager);
  return { read, together: read, processed: () => undefined };
}

export function groupByPerson<R extends { readonly person: string }>(rows: readonly R[]): ReadonlyMap<string, readonly R[]> {
  const groups = new Map<string, R[]>();
  for (const row of rows) {
    const group = groups.get(row.person);
    if (group) group.push(row);
    else groups.set(row.person, [row]);
  }
  return groups;
}
