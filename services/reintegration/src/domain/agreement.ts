// Guarantees: an agreement is nothing but the fold of its history; every state change is one of these events.
// Architecture section 5; security-and-reliability I2 (same version and hash) and I7 (terminal states stay).
import type { TermsFacts } from './facts.js';
import type { InformChannel } from './offer.js';
import type { Party, PartyRole } from './party.js';
import type { Reminder } from './reminder.js';
import type { AgreementState } from './state-machine.js';
import type { CanonicalTerms } from './terms.js';

export type WorkerDecision = 'AGREED' | 'DECLINED';

export interface Acceptance {
  readonly role: PartyRole;
  readonly actingBody: string;
  readonly termsVersion: number;
  /** Instant, ISO 8601. */
  readonly at: string;
  /** JWS compact serialisation, by the acting body's own key. */
  readonly signature: string;
}

export interface TermsVersion {
  readonly number: number;
  /** SHA-256 of the canonical terms, lower-case hexadecimal. */
  readonly hash: string;
  readonly terms: CanonicalTerms;
  readonly proposedBy: string;
  readonly proposedAt: string;
  readonly facts: TermsFacts;
}

export interface WorkerStep {
  readonly informedOn: string | null;
  readonly channel: InformChannel | null;
  readonly decision: WorkerDecision | null;
  readonly decidedOn: string | null;
  readonly recordedBy: string | null;
  readonly evidence: string | null;
  /** Representative id at `benefits`. */
  readonly representative: string | null;
  /** Other representatives who decided with them; absent: none. */
  readonly alsoDecided?: readonly string[];
  /** Last day on which all of them represent the worker, as known when they decided; absent or null: no end is known. */
  readonly representativeUntil?: string | null;
}

export interface Agreement {
  readonly id: string;
  /** What clients expect; raised once per client command, not by the coordinator. */
  readonly version: number;
  /** Number of history entries; every change compares and sets it. */
  readonly revision: number;
  readonly state: AgreementState;
  readonly person: string;
  readonly profile: string;
  readonly offer: string;
  readonly current: TermsVersion;
  readonly parties: readonly Party[];
  /** Of the current terms version only. */
  readonly acceptances: readonly Acceptance[];
  readonly worker: WorkerStep | null;
  readonly expiresOn: string;
  readonly endsOn: string | null;
  /** The running agreement that this one replaces when it starts. */
  readonly amends: string | null;
  /** The receiving company may hold a place for us: said before we ask it, unsaid when we have asked for release. */
  readonly holding: boolean;
  /** The commit point is passed: from here only forward. */
  readonly decided: boolean;
  /** Dates that people were told of, each once. */
  readonly reminders: readonly Reminder[];
}

export interface ProposedEvent {
  readonly type: 'PROPOSED';
  readonly id: string;
  readonly person: string;
  readonly profile: string;
  readonly offer: string;
  readonly terms: TermsVersion;
  readonly parties: readonly Party[];
  readonly acceptances: readonly Acceptance[];
  readonly expiresOn: string;
  /** Absent in a proposal that replaces nothing. */
  readonly amends?: string;
}

export type AgreementEvent =
  | ProposedEvent
  | { readonly type: 'COUNTERED'; readonly terms: TermsVersion; readonly parties: readonly Party[]; readonly acceptances: readonly Acceptance[] }
  | { readonly type: 'ACCEPTED'; readonly acceptances: readonly Acceptance[] }
  | { readonly type: 'RESERVATION_STARTED' }
  | { readonly type: 'WORKPLACE_HELD'; readonly termsVersion: number }
  | { readonly type: 'WORKPLACE_TAKEN'; readonly reason: string }
  | { readonly type: 'ACCEPTANCES_VOID'; readonly reason: string }
  | { readonly type: 'REJECTED'; readonly reason: string }
  | { readonly type: 'WITHDRAWN'; readonly reason: string }
  | { readonly type: 'WORKER_INFORMED'; readonly informedOn: string; readonly channel: InformChannel; readonly recordedBy: string }
  | ({ readonly type: 'WORKER_DECIDED' } & WorkerAnswer)
  | { readonly type: 'WORKER_DECISION_VOID'; readonly reason: string }
  | { readonly type: 'COMMITMENT_STARTED' }
  | { readonly type: 'DECIDED' }
  | { readonly type: 'SIGNED' }
  | { readonly type: 'ACTIVATED' }
  | { readonly type: 'SUSPENDED'; /** Business date. */ readonly on: string; readonly reason: string }
  | { readonly type: 'RESUMED'; readonly on: string; readonly reason: string }
  | { readonly type: 'ENDING_STARTED'; readonly endsOn: string; readonly reason: string }
  | { readonly type: 'ENDED' }
  | { readonly type: 'AMENDED'; readonly by: string }
  | { readonly type: 'REPLACED'; readonly by: string; readonly endsOn: string }
  | { readonly type: 'LAPSED' }
  | ({ readonly type: 'REMINDED'; readonly reason: string } & Reminder);

export interface WorkerAnswer {
  readonly decision: WorkerDecision;
  readonly decidedOn: string;
  readonly recordedBy: string;
  readonly evidence: string | null;
  readonly representative: string | null;
  readonly alsoDecided?: readonly string[];
  readonly representativeUntil?: string | null;
}

export type AgreementEventType = AgreementEvent['type'];

/** One row of the history: what happened, after which the agreement has this revision and this version. */
export interface HistoryEntry {
  readonly revision: number;
  readonly version: number;
  readonly event: AgreementEvent;
}
