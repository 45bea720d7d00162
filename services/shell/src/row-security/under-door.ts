/**
 * Doors that stand open for one statement only: `figures` for counting everybody, `candidates` for the pseudonymous profiles of those who
 * wait or work; `system` for the entries of the access audit about the one person that the statement names. The store that sends the statement opens the door around it; before and after the reader's own rows are all there is.
 */
import type { EntityManager } from 'typeorm';

export type PassingDoor = 'figures' | 'candidates' | 'system';

const OPEN = `select current_setting('schakel.door', true) as before, set_config('schakel.door', $1, true)`;
const SHUT = `select set_config('schakel.door', $1, true)`;

/** Managers through which several reads go at once: a door that one opens would stand open for the others. */
const sharedManagers = new WeakSet<EntityManager>();

export function asShared(manager: EntityManager): EntityManager {
  sharedManagers.add(manager);
  return manager;
}

export async function underDoor<T>(manager: EntityManager, door: PassingDoor, work: () => Promise<T>): Promise<T> {
  if (sharedManagers.has(manager)) throw new Error('a door is opened by a read that goes alone');
  const [was] = await manager.query<{ before: string | null }[]>(OPEN, [door]);
  try {
    return await work();
  } finally {
    // After a statement that failed the transaction takes no other one, and ends with its settings.
    await manager.query(SHUT, [was?.before ?? '']).catch(() => undefined);
  }
}
