/** What the import asks of the tables: which numbers are known, whose they are, and when a kind of file was last delivered. */
import type { EntityManager } from 'typeorm';

export type KnownTable = 'client' | 'municipality' | 'application' | 'debt_trajectory';

const KEY_OF: Record<KnownTable, string> = { client: 'client_number', municipality: 'code', application: 'application_number', debt_trajectory: 'trajectory_number' };

export async function knownKeys(manager: EntityManager, table: KnownTable, keys: readonly string[]): Promise<ReadonlySet<string>> {
  const column = KEY_OF[table];
  const rows = await manager.query<{ key: string }[]>(`select ${column} as key from ${table} where ${column} = any($1)`, [[...new Set(keys)]]);
  return new Set(rows.map(({ key }) => key));
}

/** Person id of each client number. */
export async function personsOfClients(manager: EntityManager, clientNumbers: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await manager.query<{ number: string; person: string }[]>(
    'select client_number as number, person_id as person from client where client_number = any($1)',
    [[...new Set(clientNumbers)]],
  );
  return new Map(rows.map(({ number, person }) => [number, person]));
}

export async function recordDelivery(manager: EntityManager, kind: string, asOf: string | null): Promise<void> {
  await manager.query('insert into delivery (kind, as_of) values ($1, $2) on conflict (kind) do update set as_of = excluded.as_of', [kind, asOf]);
}

/** Persons whom no client number means any more, after a number was corrected. */
export async function removePersonsWithoutClient(manager: EntityManager): Promise<void> {
  await manager.query('delete from person where not exists (select 1 from client where client.person_id = person.id)');
}
