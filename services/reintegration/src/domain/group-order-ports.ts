// Guarantees: commands and screens know the store of orders only by these promises; each read takes the viewer's scope.
// Architecture section 2 (ports) and decision 9 (rows are scoped where they are read).
import type { Agreement } from './agreement.js';
import type { GroupOrder, OrderTerms } from './group-order.js';
import type { AgreementScope } from './policy.js';
import type { Attribution, Received } from './ports.js';
import type { RefusalCode } from './refusals.js';

/** What a repeated command id is answered with; the order is kept by id only and shown as it is now. */
export type OrderOutcome =
  | { readonly kind: 'GROUP_ORDER'; readonly id: string }
  | { readonly kind: 'REFUSAL'; readonly code: RefusalCode; readonly detail: string | null; readonly agreement: string | null };

/** One database transaction. Reads take no viewer: the command has checked visibility before. */
export interface OrderTransaction {
  /** Locks the order, so that two links follow each other; with all its agreements. */
  load(id: string): Promise<{ readonly order: GroupOrder; readonly linked: readonly Agreement[] } | null>;
  loadAgreement(id: string): Promise<Agreement | null>;
  /** The order in which an agreement stands, or null. */
  orderOf(agreement: string): Promise<string | null>;
  insert(order: GroupOrder, by: Attribution): Promise<void>;
  /** New terms under a new version; the earlier ones stay. */
  change(order: GroupOrder, terms: OrderTerms, by: Attribution): Promise<void>;
  link(order: GroupOrder, agreement: Agreement, by: Attribution): Promise<void>;
}

export interface GroupOrderStore {
  recall(received: Received): Promise<OrderOutcome | 'REUSED' | null>;
  /** Whether the scope shows the order. */
  isVisible(id: string, scope: AgreementScope): Promise<boolean>;
  /** Once per (actor, command id), in the same transaction. */
  once(received: Received, work: (tx: OrderTransaction) => Promise<OrderOutcome>): Promise<OrderOutcome | 'REUSED'>;
}

export interface OrderListQuestion {
  readonly scope: AgreementScope;
  /** `kvk:<number>`, or null. */
  readonly hirer: string | null;
}

export interface OrderRecord {
  /** Newest first. */
  readonly seq: string;
  readonly order: GroupOrder;
}

/** The linked agreements of an order are those that the viewer may see. */
export interface GroupOrderReads {
  byIds(ids: readonly string[], scope: AgreementScope): Promise<ReadonlyMap<string, GroupOrder>>;
  /** By agreement id. */
  ofAgreements(agreements: readonly string[], scope: AgreementScope): Promise<ReadonlyMap<string, GroupOrder>>;
  page(question: OrderListQuestion, after: string | null, limit: number): Promise<readonly OrderRecord[]>;
  count(question: OrderListQuestion): Promise<number>;
}
