// Guarantees: the graph reads agreements and offers only through these promises, and each takes the viewer's scope.
// Architecture decision 9: a row outside the scope is absent, never hidden afterwards.
import type { Agreement, HistoryEntry, TermsVersion } from './agreement.js';
import type { LiveAmendment } from './amendment.js';
import type { Cell } from '#kernel/disclosure.js';
import type { Offer } from './offer.js';
import type { AgreementScope } from './policy.js';
import type { AgreementState } from './state-machine.js';

/** What happened, when and by which body; the person who did it stays in the log of his own body. */
export interface HistoryRecord extends HistoryEntry {
  /** Instant on the business clock, ISO 8601. */
  readonly at: string;
  readonly on: string;
  /** Body id; null for a step of the coordinator. */
  readonly actorBody: string | null;
}

export interface AgreementListQuestion {
  readonly scope: AgreementScope;
  readonly states: readonly AgreementState[] | null;
  readonly person: string | null;
  /** Body id of a company that places or receives. */
  readonly company: string | null;
  /** Body whose acceptance of the terms on the table is awaited, on this business date. */
  readonly waitingFor: { readonly body: string; readonly on: string } | null;
}

export interface AgreementRecord {
  /** Newest first. */
  readonly seq: string;
  readonly agreement: Agreement;
}

export const AGREEMENT_DIMENSIONS = ['STATE', 'WORK_FORM', 'PLACING_COMPANY', 'RECEIVING_COMPANY', 'MUNICIPALITY', 'QUARTER'] as const;
export type AgreementDimension = (typeof AGREEMENT_DIMENSIONS)[number];

export interface AgreementReads {
  byIds(ids: readonly string[], scope: AgreementScope): Promise<ReadonlyMap<string, Agreement>>;
  ofPersons(persons: readonly string[], scope: AgreementScope): Promise<ReadonlyMap<string, readonly Agreement[]>>;
  page(question: AgreementListQuestion, after: string | null, limit: number): Promise<readonly AgreementRecord[]>;
  count(question: AgreementListQuestion): Promise<number>;
  /** Of agreements that the viewer was already shown; oldest first. */
  termsOf(ids: readonly string[]): Promise<ReadonlyMap<string, readonly TermsVersion[]>>;
  historyOf(ids: readonly string[]): Promise<ReadonlyMap<string, readonly HistoryRecord[]>>;
  /** Of agreements that the viewer was already shown, the amendments that have not left. */
  liveAmendmentsOf(ids: readonly string[]): Promise<ReadonlyMap<string, LiveAmendment>>;
  offersByIds(ids: readonly string[], scope: AgreementScope): Promise<ReadonlyMap<string, Offer>>;
  offersOfPersons(persons: readonly string[], scope: AgreementScope): Promise<ReadonlyMap<string, readonly Offer[]>>;
  /** All agreements whose work began by this day, by the dimensions of AGREEMENT_SHAPE; only for who may see aggregates. */
  cells(until: string): Promise<readonly Cell[]>;
}
