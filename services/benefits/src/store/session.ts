/** What a store needs of a request: reads, one after the other, in that request's one transaction. */
import type { EntityManager } from 'typeorm';

export interface Session {
  read<T>(work: (manager: EntityManager) => Promise<T>): Promise<T>;
  /** The same beside others of its kind: they go to the database together. Opens no door. */
  together<T>(work: (manager: EntityManager) => Promise<T>): Promise<T>;
  /** Rows about these persons leave the store. */
  processed(persons: Iterable<string>): void;
  /** These persons were asked for and are not shown. */
  refused(persons: Iterable<string>): void;
}

/** Rows about persons, as they leave the store: whose they are stands in the log of processings with the answer, or nobody gets one. */
export async function about<R>(session: Session, reading: Promise<R[]>, personOf: (row: R) => string): Promise<R[]> {
  const rows = await reading;
  session.processed(rows.map(personOf));
  return rows;
}
