/** The negotiation on a real database with bodies that answer from memory, so that tests can let them be down, slow or a place ahead. */
import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { unavailable } from '#kernel/faults.js';
import { appendAudit } from '#shell/audit/append.js';
import { testLog } from '#shell/testing/test-log.js';
import { CommandReused, onceOnly } from '#shell/inbox.js';
import { enqueue } from '#shell/outbox.js';
import type { CommandRequest, CommandServices } from '../commands/command.js';
import type { TermsWish } from '../commands/gather-facts.js';
import { Coordinator, type CoordinatorLease } from '../coordinator/coordinator.js';
import { Lease } from '../coordinator/lease.js';
import type { Acceptance, Agreement } from '../domain/agreement.js';
import type { HoldAnswer } from '../domain/commitment.js';
import type { IndicationFacts, RepresentativeFacts } from '../domain/facts.js';
import type { FinanceFacts } from '../domain/finance-facts.js';
import type { CompanyCommands, CoordinatorTurn, Signer } from '../domain/ports.js';
import { AT, FACTS, MATRIX, ON, PROPOSAL, REPRESENTATION, viewerOf } from '../domain/testing/sample-agreement.js';
import { TypeormAgreements, type Messaging } from '../store/agreement.store.js';
import { TypeormGroupOrders } from '../store/group-order.store.js';
import { CoordinatorAttempts } from '../store/coordinator-attempts.store.js';
import { CoordinatorLeaseStore } from '../store/coordinator-lease.store.js';

export class World implements CompanyCommands, Signer {
  readonly holders = new Map<string, string>();
  readonly confirmed: string[] = [];
  readonly down = new Set<string>();
  readonly stuck: string[] = [];
  representatives: RepresentativeFacts[] = [];
  indication: IndicationFacts | null = FACTS.indication;
  finance: FinanceFacts = { category: 'MODERATE', moves: [], municipalities: [] };
  /** Where the register has the worker live. */
  municipality = FACTS.residence.municipality;
  forged = false;
  /** A round leaves what was tried in vain just now, as the service does; without it, every round tries everything. */
  waits = false;
  on = ON;
  readonly epochs: number[] = [];
  readonly stoodDown: number[] = [];
  readonly store: TypeormAgreements;
  readonly groupOrders: TypeormGroupOrders;
  readonly lease: Lease;
  readonly attempts: CoordinatorAttempts;
  readonly coordinator: Coordinator;
  services: CommandServices;

  /** @param leaseMs life of the lease that this process takes; without it, it takes the lease from any other world when it first coordinates, and keeps it */
  constructor(
    readonly dataSource: DataSource,
    leaseMs: number | null = null,
  ) {
    const row = new CoordinatorLeaseStore(dataSource, randomUUID(), leaseMs ?? 0);
    this.lease = new Lease(row, (epoch) => this.stoodDown.push(epoch));
    this.attempts = new CoordinatorAttempts(dataSource, row);
    const log = testLog('reintegration');
    const messaging: Messaging = {
      onceOnly,
      isReused: (error) => error instanceof CommandReused,
      appendAudit,
      logProcessing: (manager, done, persons) => log.write(manager, { ...done, from: 'gateway', purpose: 'wsw' }, persons),
      enqueue: (manager, { body, verb, payload }, businessDate) => enqueue(manager, { to: body, verb, payload, businessDate }),
    };
    this.store = new TypeormAgreements(dataSource, messaging, row);
    this.groupOrders = new TypeormGroupOrders(dataSource, messaging);
    this.coordinator = this.makeCoordinator(leaseMs === null ? takenOnce(this.lease) : this.lease);
    this.services = this.makeServices();
  }

  private makeCoordinator(lease: CoordinatorLease): Coordinator {
    return new Coordinator({
      store: this.store,
      signer: this,
      companies: this,
      lease,
      instant: () => AT,
      failed: (id, code, epoch) => (this.waits ? this.attempts.failed(id, code, epoch) : Promise.resolve()),
      stuck: (id, code) => this.stuck.push(`${id} ${code}`),
    });
  }

  request(body: string, role: 'CASE_WORKER' | 'PLACEMENT_OFFICER' | 'POLICY_OFFICER' = 'PLACEMENT_OFFICER'): CommandRequest {
    return { viewer: viewerOf(body, role), businessDate: this.on, requestId: 'r', deadline: Date.now() + 5_000, ticket: 'ticket', given: null };
  }

  get caseWorker(): CommandRequest {
    return this.request('werk-en-inkomen', 'CASE_WORKER');
  }

  // The receiving company: one agreement per place, decided in one step as its guarded statement does.
  hold({ id, current, amends }: Agreement, { epoch }: CoordinatorTurn): Promise<HoldAnswer> {
    this.epochs.push(epoch);
    if (this.down.has(current.terms.receivingBody)) return Promise.reject(unavailable(current.terms.receivingBody));
    const { workplace } = current.terms;
    const holder = this.holders.get(workplace) ?? id;
    this.holders.set(workplace, holder);
    return Promise.resolve(holder === id || holder === amends ? { held: true } : { held: false, reason: 'TAKEN' });
  }

  confirm({ id, current }: Agreement, { epoch }: CoordinatorTurn): Promise<void> {
    this.epochs.push(epoch);
    if (this.down.has(current.terms.placingBody)) return Promise.reject(unavailable(current.terms.placingBody));
    this.confirmed.push(id);
    return Promise.resolve();
  }

  sign(body: string, request: { agreement: string; termsHash: string }): Promise<string> {
    if (this.down.has(body)) return Promise.reject(unavailable(body));
    return Promise.resolve(`jws ${body} ${request.agreement} ${request.termsHash}`);
  }

  verify({ actingBody, signature }: Acceptance, { id, current }: Agreement): Promise<boolean> {
    return Promise.resolve(!this.forged && signature === `jws ${actingBody} ${id} ${current.hash}`);
  }

  private makeServices(): CommandServices {
    const owned = (id: string) => !this.down.has(`sw-${id.split(':')[0]}`);
    const asked = <T>(id: string, answer: T): Promise<T> => (owned(id) ? Promise.resolve(answer) : Promise.reject(unavailable(`sw-${id.split(':')[0]}`)));
    return {
      store: this.store,
      groupOrders: this.groupOrders,
      signer: this,
      matrix: MATRIX,
      disputes: [],
      representation: REPRESENTATION,
      ownFacts: {
        pointerOf: () => Promise.resolve({ employment: FACTS.employment.id, placingBody: FACTS.employment.placingBody }),
        indicationOf: () => Promise.resolve(this.indication),
        employerOf: () => Promise.resolve(null),
        financeOf: () => Promise.resolve(this.finance),
      },
      bodies: {
        employment: (id) => asked(id, { ...FACTS.employment, id }),
        workplace: (id) => asked(id, { ...FACTS.workplace, id }),
        residence: (person) => Promise.resolve(person === 'hidden' ? null : { ...FACTS.residence, municipality: this.municipality }),
        representatives: () => Promise.resolve(this.representatives),
      },
      alternatives: { for: (_person, workplace) => Promise.resolve([`${workplace}9`]) },
      adaptationCodes: new Set(['LOW_STIMULI']),
      companyCodes: new Set(['leiden', 'wassenaar', 'zoetermeer-rijswijk']),
      bodyName: (id) => id,
      newId: () => randomUUID(),
      instant: () => AT,
      settle: (id, on) => this.coordinator.settle(id, on),
    };
  }
}

/** The lease of a world that coordinates alone: taken when it is first asked for. */
function takenOnce(lease: Lease): CoordinatorLease {
  let taken: Promise<void> | null = null;
  return {
    async held() {
      await (taken ??= lease.keep());
      return lease.held();
    },
    lost: (epoch) => lease.lost(epoch),
  };
}

export function wish(changes: Partial<TermsWish> = {}): TermsWish {
  return { ...PROPOSAL, hirer: null, ...changes };
}
