// Who follows whom at a taken place: an amended agreement waits here until the one that it replaces ends, and then has the place
// at once, so that nobody comes in between (invariants I1 and I3). At most one waits for a place.
import type { HoldRequest, Successor, Tx } from '../port.js';

interface SuccessionRow {
  readonly agreement: string;
  readonly terms_version: number;
  readonly confirmed: boolean;
  readonly from_date: string;
  readonly until_date: string | null;
  readonly hours_per_week: string;
  readonly function: string;
}

/** False when another agreement waits already. Later terms of the same one replace the earlier. */
export async function putSuccession(tx: Tx, hold: HoldRequest, replaces: string): Promise<boolean> {
  const put = await tx.query<unknown[]>(
    `insert into succession (workplace, agreement, replaces, terms_version, from_date, until_date, hours_per_week, function)
     values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (workplace) do update
       set terms_version = greatest(succession.terms_version, excluded.terms_version), from_date = excluded.from_date, until_date = excluded.until_date,
           hours_per_week = excluded.hours_per_week, function = excluded.function
       where succession.agreement = excluded.agreement and succession.replaces = excluded.replaces
     returning workplace`,
    [hold.workplace, hold.agreement, replaces, hold.termsVersion, hold.from, hold.until, hold.hoursPerWeek, hold.function],
  );
  return put.length > 0;
}

/** Counts as taking the place; false when this agreement does not wait for it. */
export async function confirmSuccession(tx: Tx, workplace: string, agreement: string, termsVersion: number): Promise<boolean> {
  const [, confirmed] = await tx.query<[unknown[], number]>(
    'update succession set confirmed = true, terms_version = $3 where workplace = $1 and agreement = $2',
    [workplace, agreement, termsVersion],
  );
  return confirmed === 1;
}

/** Undoes the wait of an agreement that is not confirmed. Answers its terms version, or null. */
export async function releaseSuccession(tx: Tx, workplace: string, agreement: string): Promise<number | null> {
  const [gone] = await tx.query<[{ terms_version: number }[], number]>(
    'delete from succession where workplace = $1 and agreement = $2 and not confirmed returning terms_version',
    [workplace, agreement],
  );
  return gone[0]?.terms_version ?? null;
}

/** An agreement that ends waits for nothing, confirmed or not. */
export async function endSuccession(tx: Tx, agreement: string): Promise<void> {
  await tx.query('delete from succession where agreement = $1', [agreement]);
}

/** Who has the place after `ending`, and waits no longer; null when nobody does. */
export async function takeSuccessor(tx: Tx, workplace: string, ending: string): Promise<Successor | null> {
  const [gone] = await tx.query<[SuccessionRow[], number]>(
    `delete from succession where workplace = $1 and replaces = $2
     returning agreement, terms_version, confirmed, from_date::text, until_date::text, hours_per_week, function`,
    [workplace, ending],
  );
  const [row] = gone;
  if (!row) return null;
  const { agreement, terms_version: termsVersion, confirmed, from_date: from, until_date: until, hours_per_week: hoursPerWeek } = row;
  return { workplace, agreement, termsVersion, confirmed, from, until, hoursPerWeek, function: row.function };
}
