// Commands about one place run one after the other, so that a hold and the release that overtook it see each other.
// The lock ends with the transaction; the guarded statements of the company decide a race even without it.
import type { Tx } from '../port.js';

export async function lockWorkplace(tx: Tx, workplace: string): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('workplace:' || $1, 0))`, [workplace]);
}
