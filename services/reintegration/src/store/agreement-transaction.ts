/** The writes of one command, in its transaction. An agreement is changed only by comparing its revision, so that no change is lost. */
import type { EntityManager } from 'typeorm';
import { isUuid } from '#kernel/ids.js';
import type { Acceptance, Agreement, HistoryEntry } from '../domain/agreement.js';
import type { LiveAmendment } from '../domain/amendment.js';
import type { OverlappingAgreement } from '../domain/facts.js';
import type { Offer, OfferUse } from '../domain/offer.js';
import type { OutgoingCommand } from '../domain/outgoing.js';
import { type AgreementTransaction, type Attribution, ConcurrentChange, type SealedStep } from '../domain/ports.js';
import { OFFER_IS_FREE, PROMISED_STATES, TERMINAL_STATES } from '../domain/state-machine.js';
import { canonicalDecimal } from '../domain/terms.js';
import { AcceptanceRow } from './acceptance.row.js';
import { assembleOne } from './agreement-assembly.js';
import { AgreementHistoryRow } from './agreement-history.row.js';
import { acceptanceColumns, agreementColumns, historyColumns, partyColumns, termsColumns } from './agreement-mapping.js';
import { recordNews } from './agreement-news.js';
import { AgreementPartyRow } from './agreement-party.row.js';
import { AgreementRow } from './agreement.row.js';
import { keepDueDates } from './due-dates.store.js';
import { offerColumns, toOffer } from './offer-mapping.js';
import { OfferRow, OfferWorkplaceRow } from './offer.row.js';
import { auditedStep, sealedStep, type AppendAudit, type AuditedStep } from './own-steps.js';
import { TermsVersionRow } from './terms-version.row.js';

/** Puts a message in the service's outbox, in the same transaction. */
export type Enqueue = (manager: EntityManager, command: OutgoingCommand, on: string) => Promise<void>;

export class AgreementTx implements AgreementTransaction {
  private readonly steps: AuditedStep[] = [];
  /** What a command wrote in histories, in order. */
  readonly given: SealedStep[] = [];
  /** In order; empty after `finish`. */
  readonly changed: Agreement[] = [];
  /** Whose data it read or wrote. */
  readonly persons = new Set<string>();

  constructor(
    private readonly manager: EntityManager,
    private readonly send: Enqueue,
    private readonly audit: AppendAudit,
  ) {}

  /** The last statements of the transaction: the numbers of the news and the end of the audit chain are what all others wait for. */
  async finish(): Promise<void> {
    for (const agreement of this.changed.splice(0)) await recordNews(this.manager, agreement);
    for (const step of this.steps.splice(0)) await this.audit(this.manager, step);
  }

  async load(id: string): Promise<Agreement | null> {
    if (!isUuid(id)) return null;
    const agreement = await assembleOne(this.manager, () => this.manager.findOneBy(AgreementRow, { id }));
    if (agreement) this.persons.add(agreement.person);
    return agreement;
  }

  /** Who counts a worker's promised hours to promise more of them does so alone: two at once would each count without the other. */
  async overlapping(person: string, from: string, until: string | null, except: readonly string[]): Promise<readonly OverlappingAgreement[]> {
    await this.manager.query(`select pg_advisory_xact_lock(hashtextextended('hours of ' || $1, 0))`, [person]);
    const rows = await this.manager
      .createQueryBuilder(AgreementRow, 'a')
      .where('a.person = :person and a.state = any(:promised)', { person, promised: PROMISED_STATES })
      .andWhere('(a.until is null or a.until >= :from) and (a.endsOn is null or a.endsOn >= :from)', { from })
      .andWhere('(cast(:until as date) is null or a.from <= cast(:until as date))', { until })
      .andWhere('not (a.id = any(cast(:except as uuid[])))', { except })
      .getMany();
    return rows.map((row) => ({ agreement: row.id, amends: row.amends, hoursPerWeek: canonicalDecimal(row.hoursPerWeek) }));
  }

  async liveAmendment(id: string): Promise<LiveAmendment | null> {
    const row = await this.manager.createQueryBuilder(AgreementRow, 'a').where('a.amends = :id and not (a.state = any(:left))', { id, left: TERMINAL_STATES }).getOne();
    return row && { id: row.id, state: row.state };
  }

  async insert(agreement: Agreement, history: readonly HistoryEntry[], by: Attribution): Promise<void> {
    await this.manager.insert(AgreementRow, agreementColumns(agreement));
    await this.addTerms(agreement);
    await this.addAcceptances(agreement, agreement.acceptances);
    await this.addHistory(agreement, history, by);
    await keepDueDates(this.manager, agreement, by.on);
    this.tell(agreement, history, by);
  }

  async update(before: Agreement, after: Agreement, history: readonly HistoryEntry[], by: Attribution): Promise<void> {
    const { id, ...columns } = agreementColumns(after);
    const result = await this.manager.update(AgreementRow, { id, revision: before.revision }, columns);
    if (result.affected !== 1) throw new ConcurrentChange();
    if (after.current.number !== before.current.number) await this.addTerms(after);
    await this.voidAcceptances(before, after);
    await this.addAcceptances(after, after.acceptances.filter((one) => !before.acceptances.includes(one)));
    await this.addHistory(after, history, by);
    await keepDueDates(this.manager, after, by.on);
    this.tell(after, history, by);
  }

  async loadOffer(id: string): Promise<Offer | null> {
    if (!isUuid(id)) return null;
    const row = await this.manager.findOne(OfferRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
    if (!row) return null;
    this.persons.add(row.person);
    const places = await this.manager.find(OfferWorkplaceRow, { where: { offer: id }, order: { position: 'ASC' } });
    return toOffer(row, places);
  }

  async offerUse(id: string): Promise<OfferUse> {
    const live = await this.manager
      .createQueryBuilder(AgreementRow, 'a')
      .where(`a.offer = :id and a.state <> all(:free)`, { id, free: OFFER_IS_FREE })
      .getCount();
    return live === 0 ? 'FREE' : 'IN_NEGOTIATION';
  }

  async insertOffer(offer: Offer): Promise<void> {
    this.persons.add(offer.person);
    await this.manager.insert(OfferRow, offerColumns(offer));
    await this.manager.insert(OfferWorkplaceRow, offer.workplaces.map((workplace, position) => ({ offer: offer.id, position, workplace })));
  }

  async updateOffer(before: Offer, after: Offer): Promise<void> {
    const { id, ...columns } = offerColumns(after);
    const result = await this.manager.update(OfferRow, { id, revision: before.revision }, columns);
    if (result.affected !== 1) throw new ConcurrentChange();
  }

  async nextTermsNumber(id: string): Promise<number> {
    const result: [{ drafted: number }[], number] = await this.manager.query('update agreement set drafted = drafted + 1 where id = $1 returning drafted', [id]);
    const [row] = result[0];
    if (!row) throw new Error('the agreement is gone');
    return row.drafted;
  }

  enqueue(command: OutgoingCommand, on: string): Promise<void> {
    return this.send(this.manager, command, on);
  }

  private tell(after: Agreement, history: readonly HistoryEntry[], { viewer }: Attribution): void {
    this.persons.add(after.person);
    this.changed.push(after);
    if (viewer === null) this.steps.push(auditedStep(after, history));
    else this.given.push(sealedStep(after, history));
  }

  private async addTerms({ id, current, parties }: Agreement): Promise<void> {
    await this.manager.insert(TermsVersionRow, { ...termsColumns(id, current) });
    await this.manager.insert(AgreementPartyRow, partyColumns(id, current.number, parties));
  }

  private async voidAcceptances(before: Agreement, after: Agreement): Promise<void> {
    if (before.acceptances.every((one) => after.acceptances.includes(one))) return;
    await this.manager
      .createQueryBuilder()
      .update(AcceptanceRow)
      .set({ voidedBy: after.revision })
      .where('agreement = :id and voided_by is null', { id: after.id })
      .execute();
  }

  private async addAcceptances({ id, revision }: Agreement, acceptances: readonly Acceptance[]): Promise<void> {
    if (acceptances.length === 0) return;
    await this.manager.insert(AcceptanceRow, acceptances.map((one) => acceptanceColumns(id, revision, one)));
  }

  private async addHistory({ id }: Agreement, history: readonly HistoryEntry[], by: Attribution): Promise<void> {
    // An event may hold a list, which the insert types of the library cannot follow through jsonb.
    await this.manager.insert(AgreementHistoryRow, history.map((entry) => ({ ...historyColumns(id, entry, by), event: entry.event as object })));
  }
}
