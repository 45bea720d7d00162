// Which bodies may read which employment because an agreement about it is being negotiated: only after the worker's YES
// (architecture section 5; domain brief 2.10).
import type { Tx } from '../port.js';

export interface Share {
  readonly agreement: string;
  /** Local id. */
  readonly employment: string;
}

/** Local ids of the employments that `body` may read. */
export async function sharedWith(tx: Tx, body: string): Promise<string[]> {
  const rows = await tx.query<{ employment: string }[]>('select distinct employment from employment_share where body = $1', [body]);
  return rows.map((row) => row.employment);
}

export async function addShares(tx: Tx, share: Share, bodies: readonly string[]): Promise<void> {
  await tx.query(
    'insert into employment_share (agreement, employment, body) select $1, $2, unnest($3::text[]) on conflict do nothing',
    [share.agreement, share.employment, bodies],
  );
}

/** Ends all shares of the agreement, whatever the body. */
export async function removeShares(tx: Tx, agreement: string): Promise<void> {
  await tx.query('delete from employment_share where agreement = $1', [agreement]);
}
