/** What the commands on orders ask of the database: once per command id, and one after the other on the same order. */
import type { DataSource, EntityManager } from 'typeorm';
import type { Agreement } from '../domain/agreement.js';
import type { GroupOrder, OrderTerms } from '../domain/group-order.js';
import type { GroupOrderStore, OrderOutcome, OrderTransaction } from '../domain/group-order-ports.js';
import type { AgreementScope } from '../domain/policy.js';
import { type Attribution, ConcurrentChange, type Received } from '../domain/ports.js';
import { assemble, assembleOne } from './agreement-assembly.js';
import { AgreementRow } from './agreement.row.js';
import type { Messaging } from './agreement.store.js';
import { GroupOrderReadStore } from './group-order-reads.js';
import { unloggedReader } from './reader.js';

class NotDoneBefore extends Error {}

export class TypeormGroupOrders implements GroupOrderStore {
  constructor(
    private readonly dataSource: DataSource,
    private readonly messaging: Pick<Messaging, 'onceOnly' | 'isReused' | 'logProcessing'>,
  ) {}

  async isVisible(id: string, scope: AgreementScope): Promise<boolean> {
    const reads = new GroupOrderReadStore(unloggedReader(this.dataSource.manager));
    return (await reads.byIds([id], scope)).has(id);
  }

  async once(received: Received, work: (tx: OrderTransaction) => Promise<OrderOutcome>): Promise<OrderOutcome | 'REUSED'> {
    try {
      return await this.dataSource.transaction(async (manager) => (await this.messaging.onceOnly(manager, received, () => this.logged(manager, received, work))).outcome);
    } catch (error) {
      if (this.messaging.isReused(error)) return 'REUSED';
      throw error;
    }
  }

  /** Tries the command with no effect: a repeat is answered, a first time is rolled back. */
  async recall(received: Received): Promise<OrderOutcome | 'REUSED' | null> {
    try {
      return await this.once(received, () => Promise.reject(new NotDoneBefore()));
    } catch (error) {
      if (error instanceof NotDoneBefore) return null;
      throw error;
    }
  }

  private async logged(manager: EntityManager, { by, payload }: Received, work: (tx: OrderTransaction) => Promise<OrderOutcome>): Promise<OrderOutcome> {
    const tx = new OrderTx(manager);
    const outcome = await work(tx);
    const verb = 'verb' in payload ? String(payload.verb) : 'command';
    await this.messaging.logProcessing(manager, { ...by, action: `mutation ${verb}` }, tx.persons);
    return outcome;
  }
}

class OrderTx implements OrderTransaction {
  /** Whose agreements it read or linked. */
  readonly persons = new Set<string>();

  constructor(private readonly manager: EntityManager) {}

  async load(id: string): Promise<{ order: GroupOrder; linked: Agreement[] } | null> {
    const [row] = await this.manager.query<{ version: number; company: string; terms: OrderTerms }[]>(
      `select o.version, o.company, (select t.terms from group_order_terms t where t.group_order = o.id order by t.version desc limit 1) as terms
       from group_order o where o.id = $1 for update`, [id]);
    if (!row) return null;
    const linked = await this.linkedTo(id);
    return { order: { id, ...row, agreements: linked.map((one) => one.id) }, linked };
  }

  async loadAgreement(id: string): Promise<Agreement | null> {
    const agreement = await assembleOne(this.manager, () => this.manager.findOneBy(AgreementRow, { id }));
    if (agreement) this.persons.add(agreement.person);
    return agreement;
  }

  async orderOf(agreement: string): Promise<string | null> {
    const [row] = await this.manager.query<{ group_order: string }[]>('select group_order from group_order_agreement where agreement = $1', [agreement]);
    return row?.group_order ?? null;
  }

  async insert(order: GroupOrder, by: Attribution): Promise<void> {
    await this.manager.query('insert into group_order (id, version, company, hirer) values ($1, $2, $3, $4)', [order.id, order.version, order.company, order.terms.hirer.id]);
    await this.addTerms(order.id, order.version, order.terms, by);
  }

  async change(order: GroupOrder, terms: OrderTerms, by: Attribution): Promise<void> {
    const version = await this.raise(order, terms.hirer.id);
    await this.addTerms(order.id, version, terms, by);
  }

  async link(order: GroupOrder, agreement: Agreement, by: Attribution): Promise<void> {
    const version = await this.raise(order, order.terms.hirer.id);
    await this.manager.query('insert into group_order_agreement (agreement, group_order, version, linked_on, linked_by) values ($1, $2, $3, $4, $5)', [
      agreement.id, order.id, version, by.on, by.viewer?.body,
    ]);
  }

  private async raise({ id, version }: GroupOrder, hirer: string): Promise<number> {
    const [, changed] = await this.manager.query<[unknown, number]>('update group_order set version = version + 1, hirer = $3 where id = $1 and version = $2', [id, version, hirer]);
    if (changed !== 1) throw new ConcurrentChange();
    return version + 1;
  }

  private async addTerms(id: string, version: number, terms: OrderTerms, by: Attribution): Promise<void> {
    await this.manager.query('insert into group_order_terms (group_order, version, terms, recorded_at, business_date, actor_subject, actor_body) values ($1, $2, $3, $4, $5, $6, $7)', [
      id, version, JSON.stringify(terms), by.at, by.on, by.viewer?.subject, by.viewer?.body,
    ]);
  }

  private async linkedTo(id: string): Promise<Agreement[]> {
    const rows = await this.manager
      .createQueryBuilder(AgreementRow, 'a')
      .innerJoin('group_order_agreement', 'l', 'l.agreement = a.id and l.group_order = :id', { id })
      .orderBy('l.version')
      .getMany();
    const agreements = await assemble(this.manager, rows);
    for (const { person } of agreements) this.persons.add(person);
    return agreements;
  }
}
