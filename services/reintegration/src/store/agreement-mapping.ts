/** Rows to the domain's agreement and back; the only place that knows both shapes. */
import { canonicalDecimal } from '../domain/terms.js';
import type { Acceptance, Agreement, HistoryEntry, TermsVersion } from '../domain/agreement.js';
import type { Party } from '../domain/party.js';
import type { Attribution } from '../domain/ports.js';
import type { AcceptanceRow } from './acceptance.row.js';
import type { AgreementHistoryRow } from './agreement-history.row.js';
import type { AgreementPartyRow } from './agreement-party.row.js';
import type { AgreementRow } from './agreement.row.js';
import type { TermsVersionRow } from './terms-version.row.js';

export interface AgreementParts {
  readonly row: AgreementRow;
  readonly terms: TermsVersionRow;
  /** Of the current terms version, in order. */
  readonly parties: readonly AgreementPartyRow[];
  /** The valid ones. */
  readonly acceptances: readonly AcceptanceRow[];
}

export function toAgreement({ row, terms, parties, acceptances }: AgreementParts): Agreement {
  const { id, version, revision, state, person, profile, offer, worker, expiresOn, endsOn, amends, holding, decided, reminders } = row;
  return {
    id, version, revision, state, person, profile, offer, worker, expiresOn, endsOn, amends, holding, decided, reminders,
    current: toTermsVersion(terms),
    parties: parties.map(toParty),
    acceptances: acceptances.map(toAcceptance),
  };
}

export function toTermsVersion({ number, hash, terms, facts, proposedBy, proposedAt }: TermsVersionRow): TermsVersion {
  return { number, hash, terms, facts, proposedBy, proposedAt: proposedAt.toISOString() };
}

function toParty({ role, actingBody, onBehalfOf, basis, authorityUntil }: AgreementPartyRow): Party {
  return { role, actingBody, onBehalfOf, basis, authorityUntil };
}

function toAcceptance({ role, actingBody, termsVersion, acceptedAt, signature }: AcceptanceRow): Acceptance {
  return { role, actingBody, termsVersion, at: acceptedAt.toISOString(), signature };
}

export function agreementColumns(agreement: Agreement): Omit<AgreementRow, 'seq'> {
  const { id, version, revision, state, person, profile, offer, worker, expiresOn, endsOn, amends, holding, decided, reminders, current } = agreement;
  const { placingBody, receivingBody, workplace, from, until, hoursPerWeek } = current.terms;
  return {
    id, version, revision, state, person, profile, offer, worker, expiresOn, endsOn, amends, holding, decided, reminders: [...reminders],
    termsVersion: current.number, placingBody, receivingBody, workplace, from, until, hoursPerWeek: canonicalDecimal(hoursPerWeek),
  };
}

export function termsColumns(agreement: string, version: TermsVersion): TermsVersionRow {
  return { ...version, agreement, proposedAt: new Date(version.proposedAt) };
}

export function partyColumns(agreement: string, termsVersion: number, parties: readonly Party[]): AgreementPartyRow[] {
  return parties.map((party, position) => ({ ...party, agreement, termsVersion, position }));
}

export function acceptanceColumns(agreement: string, revision: number, { role, actingBody, termsVersion, at, signature }: Acceptance): AcceptanceRow {
  return { agreement, role, revision, termsVersion, actingBody, acceptedAt: new Date(at), signature, voidedBy: null };
}

export function historyColumns(agreement: string, { revision, version, event }: HistoryEntry, by: Attribution): AgreementHistoryRow {
  return { agreement, revision, version, event, at: new Date(by.at), on: by.on, actorSubject: by.viewer?.subject ?? null, actorBody: by.viewer?.body ?? null };
}
