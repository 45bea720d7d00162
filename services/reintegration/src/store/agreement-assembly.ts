/** Completes agreement rows with terms, parties and acceptances: three SELECTs however many rows. */
import type { EntityManager } from 'typeorm';
import { rowsWhere } from '#shell/row-reading.js';
import type { Agreement } from '../domain/agreement.js';
import { AcceptanceRow } from './acceptance.row.js';
import { toAgreement } from './agreement-mapping.js';
import { AgreementPartyRow } from './agreement-party.row.js';
import { AgreementRow } from './agreement.row.js';
import { TermsVersionRow } from './terms-version.row.js';

const CURRENT = 'exists (select 1 from agreement a where a.id = t.agreement and a.terms_version = t.';

const AMONG = 't.agreement = any(:ids)';

const termsAmong = (manager: EntityManager, ids: readonly string[]): Promise<TermsVersionRow[]> => rowsWhere(manager, TermsVersionRow, 't', `${AMONG} and ${CURRENT}number)`, { ids });
const partiesAmong = (manager: EntityManager, ids: readonly string[]): Promise<AgreementPartyRow[]> =>
  rowsWhere(manager, AgreementPartyRow, 't', `${AMONG} and ${CURRENT}terms_version) order by t.position`, { ids });
const acceptancesAmong = (manager: EntityManager, ids: readonly string[]): Promise<AcceptanceRow[]> =>
  rowsWhere(manager, AcceptanceRow, 't', `${AMONG} and t.voided_by is null order by t.revision, t.role`, { ids });

/** In the order of `rows`; one read after the other, as a command's connection wants them. */
export async function assemble(manager: EntityManager, rows: readonly AgreementRow[]): Promise<Agreement[]> {
  if (rows.length === 0) return [];
  const ids = rows.map((row) => row.id);
  return joined(rows, await termsAmong(manager, ids), await partiesAmong(manager, ids), await acceptancesAmong(manager, ids));
}

/** The same through a manager whose reads go together. */
export async function assembleTogether(manager: EntityManager, rows: readonly AgreementRow[]): Promise<Agreement[]> {
  if (rows.length === 0) return [];
  const ids = rows.map((row) => row.id);
  return joined(rows, ...(await Promise.all([termsAmong(manager, ids), partiesAmong(manager, ids), acceptancesAmong(manager, ids)])));
}

function joined(rows: readonly AgreementRow[], terms: readonly TermsVersionRow[], parties: readonly AgreementPartyRow[], acceptances: readonly AcceptanceRow[]): Agreement[] {
  const termsOf = new Map(terms.map((one) => [one.agreement, one]));
  return rows.map((row) => toAgreement({
    row,
    terms: found(termsOf.get(row.id)),
    parties: parties.filter((one) => one.agreement === row.id),
    acceptances: inPartyOrder(acceptances.filter((one) => one.agreement === row.id), parties),
  }));
}

/** One agreement that others may change meanwhile: its parts are of one moment, or they are read again. A refusal that rests on a torn reading would be kept. */
export async function assembleOne(manager: EntityManager, find: () => Promise<AgreementRow | null>): Promise<Agreement | null> {
  for (;;) {
    const row = await find();
    if (!row) return null;
    const [agreement] = await assemble(manager, [row]);
    if (await manager.existsBy(AgreementRow, { id: row.id, revision: row.revision })) return agreement ?? null;
  }
}

function found<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('an agreement has no current terms');
  return value;
}

/** Acceptances of one command have one revision; among those the order of the roles counts. */
function inPartyOrder(acceptances: AcceptanceRow[], parties: readonly AgreementPartyRow[]): AcceptanceRow[] {
  const position = new Map(parties.map((party) => [party.role, party.position]));
  return [...acceptances].sort((a, b) => a.revision - b.revision || (position.get(a.role) ?? 0) - (position.get(b.role) ?? 0));
}
