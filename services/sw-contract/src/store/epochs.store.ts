// The highest epoch that a sender ever showed here. Guarantees that after a command of a newer coordinator nothing of an older
// one takes effect: commands of one epoch run beside each other, a rise waits for those that run and is waited for by those
// that come (architecture decision 10; security-and-reliability section 3, trap c).
import type { Tx } from '../port.js';

/** False for a sender that was succeeded. Kept to the end of the transaction. */
export async function acceptEpoch(tx: Tx, sender: string, epoch: number): Promise<boolean> {
  const same = await tx.query<unknown[]>('select from coordinator_epoch where sender = $1 and epoch = $2 for share', [sender, epoch]);
  if (same.length > 0) return true;
  // Looked at before it is written: who holds the row shared already must not ask to change it, two of them would wait for each other.
  if (epoch < ((await highestEpoch(tx, sender)) ?? epoch)) return false;
  const raised = await tx.query<unknown[]>(
    `insert into coordinator_epoch (sender, epoch) values ($1, $2)
     on conflict (sender) do update set epoch = excluded.epoch where coordinator_epoch.epoch <= excluded.epoch
     returning epoch`,
    [sender, epoch],
  );
  return raised.length > 0;
}

export async function highestEpoch(tx: Tx, sender: string): Promise<number | null> {
  const [row] = await tx.query<{ epoch: number }[]>('select epoch from coordinator_epoch where sender = $1', [sender]);
  return row?.epoch ?? null;
}
