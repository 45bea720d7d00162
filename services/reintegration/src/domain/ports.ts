// Guarantees: commands and coordinator know stores, other bodies and clocks only by these promises, so that each can be tested without them.
// Architecture section 2 (domain/ports.ts says what a store offers) and section 3 (facts are asked before the transaction).
import type { Viewer } from '#kernel/viewer.js';
import type { Acceptance, Agreement, HistoryEntry } from './agreement.js';
import type { LiveAmendment } from './amendment.js';
import type { SignedParty } from './party.js';
import type { HoldAnswer } from './commitment.js';
import type { FinanceFacts } from './finance-facts.js';
import type { EmploymentFacts, HirerFacts, IndicationFacts, OverlappingAgreement, RepresentativeFacts, ResidenceFacts, WorkplaceFacts } from './facts.js';
import type { Offer, OfferUse } from './offer.js';
import type { OutgoingCommand } from './outgoing.js';
import type { AgreementScope } from './policy.js';
import type { RefusalCode } from './refusals.js';
import type { CanonicalTerms } from './terms.js';

/** What a question to another body carries. */
export interface Asking {
  readonly viewer: Viewer;
  readonly businessDate: string;
  readonly requestId: string;
  readonly deadline: number;
}

/** What a repeated command id is answered with; an agreement or offer is kept by id only and shown as it is now. */
export type StoredOutcome =
  | {
      readonly kind: 'AGREEMENT';
      readonly id: string;
      /** Revision after the command, when it started a step of the coordinator. */
      readonly startedAt: number | null;
      /** What the command wrote in histories, kept with its answer so that the audit chain seals it; answers of before lack it. */
      readonly steps?: readonly SealedStep[];
    }
  | { readonly kind: 'OFFER'; readonly id: string }
  | { readonly kind: 'REFUSAL'; readonly code: RefusalCode; readonly detail: string | null; readonly agreement: string | null };

/** The last `count` entries of a history up to `revision`, and their hash. */
export interface SealedStep {
  readonly agreement: string;
  readonly revision: number;
  readonly count: number;
  readonly events: string;
}

export interface Received {
  readonly commandId: string;
  /** Subject of the giver; ids of different givers never meet. */
  readonly actor: string;
  readonly payload: object;
  /** Id of the thing that the command names, for the audit chain. */
  readonly subject?: string | null;
  /** For the log of processings: whose request it is. */
  readonly by: Pick<Asking, 'viewer' | 'requestId'>;
}

/** Who did it, for the history: null viewer means the coordinator. */
export interface Attribution {
  readonly viewer: Viewer | null;
  /** Instant, ISO 8601, on the business clock. */
  readonly at: string;
  readonly on: string;
}

/** One database transaction. Reads take no viewer: the command has checked visibility before. */
export interface AgreementTransaction {
  load(id: string): Promise<Agreement | null>;
  /** Agreements of the worker that run in (part of) the period; `except` and what replaces it count as one with the asking one. */
  overlapping(person: string, from: string, until: string | null, except: readonly string[]): Promise<readonly OverlappingAgreement[]>;
  liveAmendment(id: string): Promise<LiveAmendment | null>;
  insert(agreement: Agreement, history: readonly HistoryEntry[], by: Attribution): Promise<void>;
  /** Compare-and-set on the revision; throws ConcurrentChange when another change came first. */
  update(before: Agreement, after: Agreement, history: readonly HistoryEntry[], by: Attribution): Promise<void>;
  /** Locks the offer, so that two proposals on one offer follow each other. */
  loadOffer(id: string): Promise<Offer | null>;
  offerUse(id: string): Promise<OfferUse>;
  insertOffer(offer: Offer): Promise<void>;
  updateOffer(before: Offer, after: Offer): Promise<void>;
  /** A number for a new terms version, given out once: a body that signed it may never find other terms under it. */
  nextTermsNumber(id: string): Promise<number>;
  enqueue(command: OutgoingCommand, on: string): Promise<void>;
}

export class ConcurrentChange extends Error {
  constructor() {
    super('the row was changed by another transaction');
    this.name = 'ConcurrentChange';
  }
}

/** Another process coordinates now; the transaction has changed nothing. */
export class NotCoordinating extends Error {
  constructor() {
    super('the lease of the coordinator is held by another process');
    this.name = 'NotCoordinating';
  }
}

/** An agreement on which the coordinator tries a step in vain. */
export interface StuckAgreement {
  readonly agreement: string;
  /** Its state, or DECIDED for one that is decided and not yet signed. */
  readonly step: string;
  readonly attempts: number;
  /** How the last attempt ended. */
  readonly code: string;
  /** Since the first vain attempt at this step. */
  readonly seconds: number;
}

export interface AgreementStore {
  transaction<T>(work: (tx: AgreementTransaction) => Promise<T>): Promise<T>;
  /** A transaction of the coordinator: NotCoordinating unless this process holds the lease of that epoch until the commit. */
  coordinating<T>(epoch: number, work: (tx: AgreementTransaction) => Promise<T>): Promise<T>;
  /** The stored outcome of a command that was done before; null when it was not. */
  recall(received: Received): Promise<StoredOutcome | 'REUSED' | null>;
  /** Once per (actor, command id), in the same transaction; COMMAND_REUSED for another payload under the same id. */
  once(received: Received, work: (tx: AgreementTransaction) => Promise<StoredOutcome>): Promise<StoredOutcome | 'REUSED'>;
  /** Null when absent or outside the scope, which callers must not tell apart. */
  find(id: string, scope: AgreementScope): Promise<Agreement | null>;
  findOffer(id: string, scope: AgreementScope): Promise<Offer | null>;
  /** The first entry that the coordinator (or anybody) wrote after a revision. */
  entryAfter(id: string, revision: number): Promise<HistoryEntry | null>;
  /** Ids that the coordinator must look at: unsettled ones, and those whose date has come; not those that were tried in vain just now. */
  due(on: string, limit: number): Promise<readonly string[]>;
}

/** The chosen worker's employment by the pointer index, on the business date. */
export interface PointerFacts {
  readonly employment: string;
  readonly placingBody: string;
}

/** Questions of this body's own registers. */
export interface OwnFacts {
  pointerOf(person: string, on: string): Promise<PointerFacts | null>;
  indicationOf(person: string, on: string): Promise<IndicationFacts | null>;
  employerOf(id: string): Promise<HirerFacts | null>;
  /** `municipalities`: CBS codes that may have to pay, besides those that he moved from and to. */
  financeOf(person: string, on: string, municipalities: readonly string[]): Promise<FinanceFacts>;
}

/** Questions to other bodies. Null: they have no such thing or do not show it. UNAVAILABLE fault: no answer in time. */
export interface BodyQuestions {
  employment(id: string, asking: Asking): Promise<Omit<EmploymentFacts, 'placingBody'> | null>;
  workplace(id: string, asking: Asking): Promise<WorkplaceFacts | null>;
  residence(person: string, asking: Asking): Promise<ResidenceFacts | null>;
  representatives(person: string, asking: Asking): Promise<readonly RepresentativeFacts[]>;
}

/** The worker, and the place that he cannot have. */
export interface PlaceSought {
  readonly person: string;
  readonly workplace: string;
}

export interface Alternatives {
  /** At most three open places, other than the given one, that fit; empty when nobody answers. */
  for(person: string, workplace: string, asking: Asking): Promise<readonly string[]>;
}

/** What a body is asked to sign: agreement id, terms version and hash, in which roles, for whom and on what basis it accepts. */
export interface SigningRequest {
  readonly agreement: string;
  readonly termsVersion: number;
  readonly termsHash: string;
  readonly terms: CanonicalTerms;
  /** The rows of the agreement in which the body acts, in their order. */
  readonly parties: readonly SignedParty[];
  /** The running agreement that this one would replace, or null. */
  readonly amends: string | null;
  /** The terms input of a proposal or counter as its giver sent it, for the body to compare with; null on accepting. */
  readonly given: object | null;
}

export interface Signer {
  /** JWS compact, ES256, by the key of the body's own service. UNAVAILABLE when it does not answer. */
  sign(body: string, request: SigningRequest, ticket: string | null, asking: Asking): Promise<string>;
  /** True when the JWS is by that body's key and over exactly this agreement, its current version and hash, and the rows in which the body acts. */
  verify(acceptance: Acceptance, agreement: Agreement): Promise<boolean>;
}

/** Business date and epoch of a step of the coordinator. */
export interface CoordinatorTurn {
  readonly on: string;
  readonly epoch: number;
}

/** Commands to companies that need an answer now; each is idempotent and may be sent again. UNAVAILABLE: ask again later. */
export interface CompanyCommands {
  hold(agreement: Agreement, turn: CoordinatorTurn): Promise<HoldAnswer>;
  /** PLACE_LOST: the receiving company gave the place of a decided agreement to another. */
  confirm(agreement: Agreement, turn: CoordinatorTurn): Promise<void>;
}

/** The place of a decided agreement is somebody else's: nothing is undone and nobody is put out; an operator must act. */
export class PlaceLost extends Error {
  readonly code = 'PLACE_LOST';

  constructor() {
    super('the place of a decided agreement is held for another');
    this.name = 'PlaceLost';
  }
}
