/** Everything that is stored about one agreement, in one look: for a proof, not for a viewer. */
import type { DataSource, EntityManager } from 'typeorm';
import type { Agreement } from '../domain/agreement.js';
import { AcceptanceRow } from './acceptance.row.js';
import { assemble } from './agreement-assembly.js';
import { AgreementHistoryRow } from './agreement-history.row.js';
import { AgreementPartyRow } from './agreement-party.row.js';
import { AgreementRow } from './agreement.row.js';
import { TermsVersionRow } from './terms-version.row.js';

export interface AgreementRecord {
  readonly agreement: Agreement;
  readonly terms: readonly TermsVersionRow[];
  readonly parties: readonly AgreementPartyRow[];
  readonly acceptances: readonly AcceptanceRow[];
  readonly history: readonly AgreementHistoryRow[];
  /** Its rows in the audit chain. */
  readonly audit: readonly { readonly seq: string; readonly verb: string; readonly hash: string }[];
}

/** Null when there is no such agreement. */
export function agreementRecord(dataSource: DataSource, id: string): Promise<AgreementRecord | null> {
  return dataSource.transaction('REPEATABLE READ', async (manager) => {
    const [agreement] = await assemble(manager, await manager.findBy(AgreementRow, { id }));
    return agreement ? { agreement, ...(await partsOf(manager, id)) } : null;
  });
}

async function partsOf(manager: EntityManager, agreement: string): Promise<Omit<AgreementRecord, 'agreement'>> {
  return {
    terms: await manager.find(TermsVersionRow, { where: { agreement }, order: { number: 'ASC' } }),
    parties: await manager.find(AgreementPartyRow, { where: { agreement }, order: { termsVersion: 'ASC', position: 'ASC' } }),
    acceptances: await manager.find(AcceptanceRow, { where: { agreement }, order: { revision: 'ASC', role: 'ASC' } }),
    history: await manager.find(AgreementHistoryRow, { where: { agreement }, order: { revision: 'ASC' } }),
    audit: await manager.query('select seq::text as seq, verb, hash from audit where subject = $1 order by audit.seq', [agreement]),
  };
}
