/** What commands and coordinator ask of the database: transactions, idempotency, visibility and what is due. */
import type { DataSource, EntityManager } from 'typeorm';
import { isUuid } from '#kernel/ids.js';
import type { Viewer } from '#kernel/viewer.js';
import type { Agreement, HistoryEntry } from '../domain/agreement.js';
import type { Offer } from '../domain/offer.js';
import type { AgreementScope } from '../domain/policy.js';
import type { AgreementStore, AgreementTransaction, Received, SealedStep, StoredOutcome } from '../domain/ports.js';
import { assembleOne } from './agreement-assembly.js';
import { AgreementHistoryRow } from './agreement-history.row.js';
import { agreementCondition, offerCondition } from './agreement-scope.js';
import { AgreementTx, type Enqueue } from './agreement-transaction.js';
import { AgreementRow } from './agreement.row.js';
import { MAY_BE_TRIED } from './coordinator-attempts.store.js';
import type { CoordinatorLeaseStore } from './coordinator-lease.store.js';
import { toOffer } from './offer-mapping.js';
import { OfferRow, OfferWorkplaceRow } from './offer.row.js';
import type { AppendAudit } from './own-steps.js';

/** The service's inbox and outbox, handed in because they belong to every service. */
export interface Messaging {
  onceOnly<T extends object>(manager: EntityManager, received: Received, work: () => Promise<T>): Promise<{ readonly outcome: T }>;
  /** True for the error by which the inbox tells that an id was used for another payload. */
  isReused(error: unknown): boolean;
  readonly enqueue: Enqueue;
  readonly appendAudit: AppendAudit;
  /** Lines in the service's log of processings. */
  logProcessing(manager: EntityManager, done: Processing, persons: Iterable<string>): Promise<void>;
}

/** What was done to persons; without a viewer by the coordinator. */
export interface Processing {
  readonly viewer: Viewer | null;
  readonly requestId: string;
  readonly action: string;
}

class NotDoneBefore extends Error {}

/** What an unfinished step or a date that has come asks of the coordinator. */
const DUE = `a.id in (
  select id from agreement where state in ('RESERVING', 'COMMITTING')
  union all select agreement from due_date where done_on is null and due_on <= :on)`;

export class TypeormAgreements implements AgreementStore {
  constructor(
    private readonly dataSource: DataSource,
    private readonly messaging: Messaging,
    private readonly lease: Pick<CoordinatorLeaseStore, 'demand'>,
  ) {}

  transaction<T>(work: (tx: AgreementTransaction) => Promise<T>): Promise<T> {
    return this.dataSource.transaction((manager) => this.finishing(manager, work));
  }

  coordinating<T>(epoch: number, work: (tx: AgreementTransaction) => Promise<T>): Promise<T> {
    return this.dataSource.transaction(async (manager) => {
      await this.lease.demand(manager, epoch);
      return this.finishing(manager, work);
    });
  }

  async once(received: Received, work: (tx: AgreementTransaction) => Promise<StoredOutcome>): Promise<StoredOutcome | 'REUSED'> {
    try {
      return await this.dataSource.transaction(async (manager) => (await this.messaging.onceOnly(manager, received, () => this.sealing(manager, received, work))).outcome);
    } catch (error) {
      if (this.messaging.isReused(error)) return 'REUSED';
      throw error;
    }
  }

  /** Tries the command with no effect: a repeat is answered, a first time is rolled back. */
  async recall(received: Received): Promise<StoredOutcome | 'REUSED' | null> {
    try {
      return await this.once(received, () => Promise.reject(new NotDoneBefore()));
    } catch (error) {
      if (error instanceof NotDoneBefore) return null;
      throw error;
    }
  }

  async find(id: string, scope: AgreementScope): Promise<Agreement | null> {
    if (!isUuid(id)) return null;
    const { sql, parameters } = agreementCondition(scope, 'a');
    const { manager } = this.dataSource;
    return assembleOne(manager, () => manager.createQueryBuilder(AgreementRow, 'a').where('a.id = :id', { id }).andWhere(sql, parameters).getOne());
  }

  async findOffer(id: string, scope: AgreementScope): Promise<Offer | null> {
    if (!isUuid(id)) return null;
    const { sql, parameters } = offerCondition(scope, 'o');
    const row = await this.dataSource.manager.createQueryBuilder(OfferRow, 'o').where('o.id = :id', { id }).andWhere(sql, parameters).getOne();
    if (!row) return null;
    return toOffer(row, await this.dataSource.manager.find(OfferWorkplaceRow, { where: { offer: id }, order: { position: 'ASC' } }));
  }

  async entryAfter(id: string, revision: number): Promise<HistoryEntry | null> {
    const row = await this.dataSource.manager.findOneBy(AgreementHistoryRow, { agreement: id, revision: revision + 1 });
    return row && { revision: row.revision, version: row.version, event: row.event };
  }

  async due(on: string, limit: number): Promise<readonly string[]> {
    const rows = await this.dataSource.manager.createQueryBuilder(AgreementRow, 'a').select(['a.id']).where(`(${DUE})`, { on }).andWhere(MAY_BE_TRIED).orderBy('a.seq').limit(limit).getMany();
    return rows.map((row) => row.id);
  }

  private async sealing(manager: EntityManager, received: Received, work: (tx: AgreementTransaction) => Promise<StoredOutcome>): Promise<StoredOutcome> {
    const steps: SealedStep[] = [];
    const outcome = await this.finishing(manager, async (tx) => {
      const decided = await work(tx);
      steps.push(...tx.given);
      return decided;
    }, received);
    return outcome.kind === 'AGREEMENT' ? { ...outcome, steps } : outcome;
  }

  /** Without a command: a step of the coordinator. */
  private async finishing<T>(manager: EntityManager, work: (tx: AgreementTx) => Promise<T>, received?: Received): Promise<T> {
    const tx = new AgreementTx(manager, this.messaging.enqueue, this.messaging.appendAudit);
    const result = await work(tx);
    if (received) await this.messaging.logProcessing(manager, { ...received.by, action: `mutation ${verbOf(received.payload)}` }, tx.persons);
    else for (const { id, revision, person } of tx.changed) await this.messaging.logProcessing(manager, { viewer: null, requestId: `${id}:${revision}`, action: 'step' }, [person]);
    await tx.finish();
    return result;
  }
}

function verbOf(payload: object): string {
  return 'verb' in payload && typeof payload.verb === 'string' ? payload.verb : 'command';
}
