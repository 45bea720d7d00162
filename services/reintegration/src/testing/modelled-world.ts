/** The real side of the model test: gives the model's commands to the product and reads back, in the model's words, how every deal stands. */
import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { Fault } from '#kernel/faults.js';
import { acceptAgreement } from '../commands/accept.js';
import type { CommandAnswer } from '../commands/answer.js';
import type { CommandRequest } from '../commands/command.js';
import { counterAgreement } from '../commands/counter.js';
import { endAgreement } from '../commands/end-agreement.js';
import { informWorker } from '../commands/inform-worker.js';
import { proposeAgreement } from '../commands/propose.js';
import { recordWorkerDecision } from '../commands/record-worker-decision.js';
import { rejectAgreement } from '../commands/reject.js';
import { withdrawAgreement } from '../commands/withdraw.js';
import type { Agreement } from '../domain/agreement.js';
import { fold } from '../domain/evolve.js';
import type { RefusalCode } from '../domain/refusals.js';
import { openParties } from '../domain/standing.js';
import { AgreementReadStore } from '../store/agreement-reads.js';
import { now, offerWithYes } from './deeds.js';
import { wish, World } from './negotiation-world.js';
import { afterNotice, JOINT, type Command, type Deal, type Model, type Outcome } from './reference-model.js';
import { unloggedReader } from '../store/reader.js';

const KIND: Partial<Record<RefusalCode, Outcome>> = {
  NOT_A_PARTY: 'who', NO_AUTHORITY: 'who', STALE_VERSION: 'stale', STALE_TERMS: 'stale', WRONG_STATE: 'state', NOT_YOUR_TURN: 'state', ALREADY_ACCEPTED: 'state',
  OFFER_EXPIRED: 'state', WORKPLACE_TAKEN: 'taken', COMMAND_REUSED: 'reused', BODY_UNAVAILABLE: 'unavailable',
};
/** Nobody gets into these without every acceptance of the terms on the table (I2). */
const PAST_RESERVING = ['AGREED', 'WORKER_INFORMED', 'WORKER_AGREED', 'COMMITTING', 'SIGNED', 'ACTIVE', 'ENDING', 'ENDED'];

type Standing = Omit<Deal, 'log' | 'expiresOn'>;

/** What a command carries besides its intent; the same in every repeat. */
interface Carried {
  readonly on: string;
  readonly termsHash: string;
}

export class ModelledWorld {
  private readonly world: World;
  private readonly reads: AgreementReadStore;
  private readonly offers: string[] = [];
  private readonly deals: string[] = [];
  private readonly run = randomUUID();
  private readonly delivered = new Set<string>();
  private readonly carried = new Map<string, Carried>();

  constructor(private readonly dataSource: DataSource) {
    this.world = new World(dataSource);
    this.reads = new AgreementReadStore(unloggedReader(dataSource.manager));
  }

  async addOffer({ person, place }: Model['offers'][number]): Promise<void> {
    this.offers.push(await offerWithYes(this.world, `${this.run}-${person}`, `zoetermeer-rijswijk:W:${this.run}-${place}`));
  }

  on(date: string): void {
    this.world.on = date;
  }

  away(bodies: ReadonlySet<string>): void {
    this.world.down.clear();
    for (const body of bodies) this.world.down.add(body);
  }

  advance(deal: number): Promise<void> {
    return this.world.coordinator.advance(this.deals[deal] ?? '', this.world.on);
  }

  /** As the outbox would, but when the test says so: the place is free again. */
  async deliverReleases(): Promise<void> {
    const waiting = await this.dataSource.query<{ id: string; agreement: string; workplace: string }[]>(
      `select id, payload->>'agreement' as agreement, payload->>'workplace' as workplace from outbox where verb = 'release-workplace' and payload->>'agreement' = any($1)`,
      [this.deals],
    );
    for (const { id, agreement, workplace } of waiting.filter((one) => !this.delivered.has(one.id))) {
      this.delivered.add(id);
      if (this.world.holders.get(workplace) === agreement) this.world.holders.delete(workplace);
    }
  }

  async give(commandId: string, command: Command): Promise<Outcome> {
    try {
      const answer = await this.send(commandId, command);
      if (answer.kind === 'REFUSAL') return KIND[answer.refused.refused] ?? 'terms';
      if (command.verb === 'propose' && !this.deals.includes(answer.id)) this.deals.push(answer.id);
      return 'done';
    } catch (error) {
      if (error instanceof Fault && error.code === 'NOT_FOUND') return 'unseen';
      throw error;
    }
  }

  /** Every deal as it stands, after its history has been shown to say the same. */
  async standing(): Promise<Standing[]> {
    const histories = await this.reads.historyOf(this.deals);
    return Promise.all(this.deals.map(async (id) => {
      const row = await now(this.world, id);
      const told = fold(histories.get(id) ?? []);
      if (JSON.stringify(sorted(told)) !== JSON.stringify(sorted(row))) throw new Error(`the history of ${id} says something else than its row`);
      if (PAST_RESERVING.includes(row.state) && !isComplete(row)) throw new Error(`${row.state} without every acceptance of the terms`);
      return this.standingOf(row);
    }));
  }

  expected({ deals }: Model): Standing[] {
    return deals.map(({ log: _log, expiresOn: _expiresOn, accepted, ...deal }) => ({ ...deal, accepted: [...accepted].sort() }));
  }

  matches(model: Model, outcomes: readonly Outcome[], standing: readonly Standing[], answers: readonly Outcome[]): boolean {
    return JSON.stringify([sorted(this.expected(model)), outcomes]) === JSON.stringify([sorted(standing), answers]);
  }

  private async send(commandId: string, command: Command): Promise<CommandAnswer> {
    const { services } = this.world;
    const request = this.requestOf(command.by);
    const { on, termsHash } = await this.carriedBy(commandId, command);
    const terms = wish({ hoursPerWeek: String(command.hours) });
    if (command.verb === 'propose') return proposeAgreement(services, request, { commandId, offer: this.offers[command.about] ?? '', terms, validForDays: 21 });
    const seen = { commandId, id: this.deals[command.about] ?? '', expectedVersion: command.version };
    switch (command.verb) {
      case 'accept':
        return acceptAgreement(services, request, { ...seen, termsHash });
      case 'counter':
        return counterAgreement(services, request, { ...seen, terms });
      case 'reject':
        return rejectAgreement(services, request, { ...seen, reason: 'het past niet' });
      case 'withdraw':
        return withdrawAgreement(services, request, { ...seen, reason: 'toch niet' });
      case 'inform':
        return informWorker(services, request, { ...seen, informedOn: on, channel: 'CONVERSATION' });
      case 'end':
        return endAgreement(services, request, { ...seen, endsOn: command.inTime ? afterNotice(on) : on, reason: 'het werk is klaar' });
      default:
        return recordWorkerDecision(services, request, { ...seen, decision: command.verb === 'agree' ? 'AGREED' : 'DECLINED', decidedOn: on, evidence: null, representative: null });
    }
  }

  private async carriedBy(commandId: string, { verb, about, rightHash }: Command): Promise<Carried> {
    const known = this.carried.get(commandId);
    if (known) return known;
    const termsHash = verb === 'accept' && rightHash ? (await now(this.world, this.deals[about] ?? '')).current.hash : '0'.repeat(64);
    const carried = { on: this.world.on, termsHash };
    this.carried.set(commandId, carried);
    return carried;
  }

  private requestOf(body: string): CommandRequest {
    return body === JOINT ? this.world.caseWorker : this.world.request(body);
  }

  private standingOf({ offer, state, version, acceptances, current, worker, holding, decided, endsOn }: Agreement): Standing {
    const accepted = [...new Set(acceptances.map((one) => one.actingBody))].sort();
    const hours = Number(current.terms.hoursPerWeek);
    return { offer: this.offers.indexOf(offer), state, version, accepted, hours, informed: (worker?.informedOn ?? null) !== null, holding, decided, endsOn };
  }
}

function isComplete(row: Agreement): boolean {
  return openParties(row).length === 0 && row.acceptances.every((one) => one.termsVersion === row.current.number);
}

/** The same content as the same text. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, one]) => [key, sorted(one)]));
}
