/** One read per kind however many agreements a request shows; forgotten after a command of the same request, so that its answer is what is now. */
import DataLoader from 'dataloader';
import type { Agreement, TermsVersion } from '../domain/agreement.js';
import type { LiveAmendment } from '../domain/amendment.js';
import type { AgreementReads, HistoryRecord } from '../domain/agreement-reads.js';
import type { GroupOrder } from '../domain/group-order.js';
import type { GroupOrderReads } from '../domain/group-order-ports.js';
import type { Offer } from '../domain/offer.js';
import type { AgreementScope } from '../domain/policy.js';

export interface AgreementLoaders {
  /** Null for what is absent or outside the viewer's scope. */
  readonly agreements: DataLoader<string, Agreement | null>;
  readonly agreementsOfPersons: DataLoader<string, readonly Agreement[]>;
  readonly terms: DataLoader<string, readonly TermsVersion[]>;
  readonly histories: DataLoader<string, readonly HistoryRecord[]>;
  readonly liveAmendments: DataLoader<string, LiveAmendment | null>;
  readonly offers: DataLoader<string, Offer | null>;
  readonly offersOfPersons: DataLoader<string, readonly Offer[]>;
  readonly groupOrders: DataLoader<string, GroupOrder | null>;
  readonly groupOrdersOfAgreements: DataLoader<string, GroupOrder | null>;
  forget(): void;
}

export function agreementLoaders(reads: AgreementReads, orders: GroupOrderReads, scope: AgreementScope, offers: AgreementScope): AgreementLoaders {
  const loaders = {
    agreements: loaderOf<Agreement | null>((ids) => reads.byIds(ids, scope), null),
    agreementsOfPersons: loaderOf<readonly Agreement[]>((persons) => reads.ofPersons(persons, scope), []),
    terms: loaderOf<readonly TermsVersion[]>((ids) => reads.termsOf(ids), []),
    histories: loaderOf<readonly HistoryRecord[]>((ids) => reads.historyOf(ids), []),
    liveAmendments: loaderOf<LiveAmendment | null>((ids) => reads.liveAmendmentsOf(ids), null),
    offers: loaderOf<Offer | null>((ids) => reads.offersByIds(ids, offers), null),
    offersOfPersons: loaderOf<readonly Offer[]>((persons) => reads.offersOfPersons(persons, offers), []),
    groupOrders: loaderOf<GroupOrder | null>((ids) => orders.byIds(ids, scope), null),
    groupOrdersOfAgreements: loaderOf<GroupOrder | null>((ids) => orders.ofAgreements(ids, scope), null),
  };
  return { ...loaders, forget: () => Object.values(loaders).forEach((loader) => loader.clearAll()) };
}

function loaderOf<V>(read: (keys: readonly string[]) => Promise<ReadonlyMap<string, V>>, absent: V): DataLoader<string, V> {
  return new DataLoader(async (keys) => {
    const found = await read(keys);
    return keys.map((key) => found.get(key) ?? absent);
  });
}
