// Interruptions of the placements that come from agreements. A company's own records are not touched by them: fee, hours and
// dates stay as agreed, and who is suspended follows from the day that is asked about (domain/placement-status.ts).
import type { Suspension } from '../domain/placement-status.js';
import type { Tx } from '../port.js';

/** One suspension at a time: while one is open a second changes nothing. */
export async function suspend(tx: Tx, agreement: string, from: string): Promise<void> {
  await tx.query(
    `insert into placement_suspension (agreement, from_date)
     select $1::uuid, $2::date where not exists (select from placement_suspension where agreement = $1 and until_date is null)
     on conflict (agreement, from_date) do update set until_date = null`,
    [agreement, from],
  );
}

/** Closes the open suspension; false when there is none. `on` is a day of work again. */
export async function resume(tx: Tx, agreement: string, on: string): Promise<boolean> {
  const [, closed] = await tx.query<[unknown[], number]>('update placement_suspension set until_date = $2 where agreement = $1 and until_date is null', [agreement, on]);
  return closed > 0;
}

/** Of each of the agreements that has any; one statement. */
export async function suspensionsOf(tx: Tx, agreements: readonly string[]): Promise<ReadonlyMap<string, readonly Suspension[]>> {
  const rows = await tx.query<{ agreement: string; from: string; until: string | null }[]>(
    `select agreement, from_date::text as "from", until_date::text as "until" from placement_suspension where agreement = any($1::uuid[])`,
    [agreements],
  );
  const found = new Map<string, Suspension[]>();
  for (const { agreement, from, until } of rows) found.set(agreement, [...(found.get(agreement) ?? []), { from, until }]);
  return found;
}
