// Whose agreement it is, as far as this company knows: its own worker, by the terms that it signed or the employment that it shares.
import type { Tx } from '../port.js';

/** Federation id or local id of an employment of this company or, in signed terms, of another; null when nothing here tells. */
export async function employmentOfAgreement(tx: Tx, agreement: string): Promise<{ readonly id: string; readonly local: boolean } | null> {
  const [row] = await tx.query<{ id: string; local: boolean }[]>(
    `select id, local from (
       select terms->>'employment' as id, false as local from acceptance where agreement = $1::uuid
       union all select employment, true from employment_share where agreement = $1::uuid) known
     where id is not null order by local limit 1`,
    [agreement],
  );
  return row ?? null;
}
