/** What a store needs of a request: reads, one after the other, in that request's one transaction. */
import type { EntityManager } from 'typeorm';

export interface Session {
  read<T>(work: (manager: EntityManager) => Promise<T>): Promise<T>;
}
