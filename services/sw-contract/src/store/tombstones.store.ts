// Remembers released places, so that a hold that arrives after its own release is refused (domain/tombstone.ts).
import type { Tombstone } from '../domain/tombstone.js';
import type { Tx } from '../port.js';

export async function findTombstone(tx: Tx, workplace: string, agreement: string): Promise<Tombstone | null> {
  const [row] = await tx.query<{ epoch: number; terms_version: number | null }[]>(
    'select epoch, terms_version from hold_tombstone where workplace = $1 and agreement = $2',
    [workplace, agreement],
  );
  return row ? { epoch: row.epoch, termsVersion: row.terms_version } : null;
}

/** Keeps the newest release: neither epoch nor terms version ever goes back. */
export async function putTombstone(tx: Tx, workplace: string, agreement: string, tombstone: Tombstone): Promise<void> {
  await tx.query(
    `insert into hold_tombstone (workplace, agreement, epoch, terms_version) values ($1, $2, $3, $4)
     on conflict (workplace, agreement) do update
       set epoch = greatest(hold_tombstone.epoch, excluded.epoch),
           terms_version = greatest(hold_tombstone.terms_version, excluded.terms_version),
           released_at = now()`,
    [workplace, agreement, tombstone.epoch, tombstone.termsVersion],
  );
}
