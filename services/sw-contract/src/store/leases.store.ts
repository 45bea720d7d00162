// Until when a place is held unasked, on the database's own clock. A lease that ran out frees nothing: it is a question to be
// asked (commands/hold-watch.ts; security-and-reliability section 3, trap a).
import type { Tx } from '../port.js';

export interface Lease {
  /** Local id. */
  readonly workplace: string;
  readonly agreement: string;
  readonly termsVersion: number;
  /** Business date of the hold. */
  readonly businessDate: string;
  /** As the database writes it: names this very lease, until it is renewed. */
  readonly askAt: string;
}

interface LeaseRow {
  readonly workplace: string;
  readonly agreement: string;
  readonly terms_version: number;
  readonly business_date: string;
  readonly ask_at: string;
}

/** A new hold, or a renewed one: its time begins again. */
export async function putLease(tx: Tx, lease: Omit<Lease, 'askAt'>, seconds: number): Promise<void> {
  await tx.query(
    `insert into hold_lease (workplace, agreement, terms_version, business_date, ask_at) values ($1, $2, $3, $4, clock_timestamp() + $5 * interval '1 second')
     on conflict (workplace, agreement) do update
       set terms_version = greatest(hold_lease.terms_version, excluded.terms_version), business_date = excluded.business_date, ask_at = excluded.ask_at`,
    [lease.workplace, lease.agreement, lease.termsVersion, lease.businessDate, seconds],
  );
}

export async function removeLease(tx: Tx, workplace: string, agreement: string): Promise<void> {
  await tx.query('delete from hold_lease where workplace = $1 and agreement = $2', [workplace, agreement]);
}

/** The ones that ran out, longest ago first. */
export async function dueLeases(tx: Tx, limit: number): Promise<readonly Lease[]> {
  const rows = await tx.query<LeaseRow[]>(
    `select workplace, agreement, terms_version, business_date::text, ask_at::text from hold_lease where ask_at <= now() order by hold_lease.ask_at limit $1`,
    [limit],
  );
  return rows.map((row) => ({ workplace: row.workplace, agreement: row.agreement, termsVersion: row.terms_version, businessDate: row.business_date, askAt: row.ask_at }));
}

/** Asks again after `seconds`, unless the hold was renewed or ended meanwhile. */
export async function postpone(tx: Tx, lease: Lease, seconds: number): Promise<void> {
  await tx.query(`update hold_lease set ask_at = now() + $4 * interval '1 second' where workplace = $1 and agreement = $2 and ask_at = $3::timestamptz`, [
    lease.workplace, lease.agreement, lease.askAt, seconds,
  ]);
}

/** True when this very lease still stands: the hold was neither renewed nor ended since it was read. */
export async function stands(tx: Tx, lease: Lease): Promise<boolean> {
  const rows = await tx.query<unknown[]>('select from hold_lease where workplace = $1 and agreement = $2 and ask_at = $3::timestamptz for update', [
    lease.workplace, lease.agreement, lease.askAt,
  ]);
  return rows.length > 0;
}
