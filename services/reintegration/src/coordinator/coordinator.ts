/**
 * Carries an agreement through the steps that no person takes: hold, verify, decide, confirm, begin, end, lapse.
 * Guarantees: the agreement's own state is the list of what is to be done, so a crash forgets nothing; before the decision a refusal undoes, after it every step
 * is tried again without end; a step never raises the version that clients expect; only who holds the lease writes or asks.
 * Architecture decision 10; security-and-reliability section 3; decision record 0012.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { contentHash } from '#kernel/canonical.js';
import { Fault } from '#kernel/faults.js';
import { StaleEpoch } from '#shell/stale-epoch.js';
import type { Agreement, AgreementEvent } from '../domain/agreement.js';
import { afterConfirmation, afterHold, afterRenewal, awaitsDecision, decide, isSettled, onDate } from '../domain/commitment.js';
import { NotCoordinating, PlaceLost, type AgreementStore, type CompanyCommands, type CoordinatorTurn, type Signer } from '../domain/ports.js';
import { applyOwnSteps } from '../commands/end-replaced.js';
import { retrying } from '../commands/in-agreement.js';

export interface CoordinatorServices {
  readonly store: AgreementStore;
  readonly companies: CompanyCommands;
  readonly signer: Signer;
  readonly lease: CoordinatorLease;
  /** Instant on the business clock, ISO 8601. */
  instant(businessDate: string): string;
  /** Remembers that a step was tried in vain, so that the next round leaves it for a while; ids and codes only. */
  failed(id: string, code: string, epoch: number): Promise<void>;
  /** Tells the operator about an agreement that does not come on; ids and codes only. */
  stuck(id: string, code: string): void;
}

export interface CoordinatorLease {
  /** The epoch in which this process coordinates; null when another one does. */
  held(): Promise<number | null>;
  /** The lease of this epoch turned out to be another's. */
  lost(epoch: number): void;
}

type Verdict = (agreement: Agreement) => readonly AgreementEvent[];

const PATIENCE_MS = 1_000;
const LOOK_AGAIN_MS = 50;
const BATCH = 200;
const AT_ONCE = 8;
/** More steps than any agreement has; a loop that does not come to rest is a bug and must not run on. */
const MAX_STEPS = 12;

interface Runs {
  readonly now: Promise<void>;
  /** Asked for while the present one was under way: it may have looked before the change that it is asked for. */
  next: Promise<void> | null;
}

export class Coordinator {
  private readonly running = new Map<string, Runs>();
  private closing = false;

  constructor(private readonly services: CoordinatorServices) {}

  /** Takes all steps that can be taken now. Calls for one agreement never run beside each other, and share the run that begins after them. */
  advance(id: string, on: string): Promise<void> {
    const known = this.running.get(id);
    if (known) return (known.next ??= known.now.then(() => this.begin(id, on)));
    return this.begin(id, on);
  }

  /** Waits at most a second for the steps; what is not settled then goes on by itself. A process that does not coordinate waits for the one that does. */
  async settle(id: string, on: string): Promise<void> {
    const patience = sleep(PATIENCE_MS, undefined, { ref: false });
    const coordinates = (await this.services.lease.held().catch(() => null)) !== null;
    await Promise.race([coordinates ? this.advance(id, on) : this.watch(id), patience]);
  }

  /** One round over everything that is due on the business date. */
  async round(on: string): Promise<void> {
    if ((await this.services.lease.held()) === null) return;
    const ids = [...(await this.services.store.due(on, BATCH))];
    const work = async (): Promise<void> => {
      for (let id = ids.shift(); id !== undefined && !this.closing; id = ids.shift()) await this.advance(id, on);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
  }

  /** Begins no further step, and ends when the present ones have. */
  async close(): Promise<void> {
    this.closing = true;
    await Promise.all([...this.running.values()].map((runs) => runs.next ?? runs.now));
  }

  private begin(id: string, on: string): Promise<void> {
    const runs: Runs = { now: this.run(id, on).finally(() => this.running.get(id) === runs && this.running.delete(id)), next: null };
    this.running.set(id, runs);
    return runs.now;
  }

  /** A body that does not answer ends this run; a later round tries again. Anything else is told and does not stop the other agreements. */
  private async run(id: string, on: string): Promise<void> {
    const epoch = await this.services.lease.held().catch(() => null);
    if (epoch === null) return;
    try {
      for (let step = 0; step < MAX_STEPS; step += 1) {
        if (this.closing || !(await this.step(id, { on, epoch }))) return;
      }
      await this.tell(id, 'NO_REST', epoch);
    } catch (error) {
      if (error instanceof NotCoordinating || error instanceof StaleEpoch) this.services.lease.lost(epoch);
      else await this.tell(id, error instanceof Fault || error instanceof PlaceLost ? error.code : 'INTERNAL', epoch);
    }
  }

  /** Never fails itself: the row of the agreement says what is to be done, whether or not the attempt could be written down. */
  private async tell(id: string, code: string, epoch: number): Promise<void> {
    this.services.stuck(id, code);
    await this.services.failed(id, code, epoch).catch((error: unknown) => error instanceof NotCoordinating && this.services.lease.lost(epoch));
  }

  /** True when something changed, so that a next step may be possible. */
  private async step(id: string, turn: CoordinatorTurn): Promise<boolean> {
    const agreement = await this.services.store.transaction((tx) => tx.load(id));
    if (!agreement) return false;
    if (onDate(agreement, turn.on).length > 0) return this.record(agreement, turn, (now) => onDate(now, turn.on));
    if (isSettled(agreement)) return false;
    return this.record(agreement, turn, await this.negotiate(agreement, turn));
  }

  /** Asks the bodies first; what they answered counts only for the revision that was asked about. */
  private async negotiate(agreement: Agreement, turn: CoordinatorTurn): Promise<Verdict> {
    const { companies } = this.services;
    if (agreement.state === 'COMMITTING' && agreement.decided) {
      await companies.confirm(agreement, turn);
      return afterConfirmation;
    }
    const answer = await companies.hold(agreement, turn);
    if (!awaitsDecision(agreement)) return (now) => afterHold(now, answer);
    if (!answer.held) return (now) => afterRenewal(now, answer);
    const genuine = await this.allGenuine(agreement);
    return (now) => decide(now, genuine);
  }

  /** Signatures are over the hash; that the terms still have it is seen here, for what is carried out is the terms. */
  private async allGenuine(agreement: Agreement): Promise<boolean> {
    if (contentHash(agreement.current.terms) !== agreement.current.hash) return false;
    const checks = await Promise.all(agreement.acceptances.map((one) => this.services.signer.verify(one, agreement)));
    return checks.every((genuine) => genuine);
  }

  private record(asked: Agreement, { on, epoch }: CoordinatorTurn, verdict: Verdict): Promise<boolean> {
    const by = { viewer: null, at: this.services.instant(on), on };
    return retrying(() =>
      this.services.store.coordinating(epoch, async (tx) => {
        const now = await tx.load(asked.id);
        if (!now || now.revision !== asked.revision) return now !== null;
        const events = verdict(now);
        if (events.length > 0) await applyOwnSteps(tx, now, events, by);
        return events.length > 0;
      }),
    );
  }

  /** Until the process that coordinates has settled it; the caller has at most a second. */
  private async watch(id: string): Promise<void> {
    for (const end = performance.now() + PATIENCE_MS; performance.now() < end; await sleep(LOOK_AGAIN_MS)) {
      const agreement = await this.services.store.transaction((tx) => tx.load(id)).catch(() => null);
      if (!agreement || isSettled(agreement)) return;
    }
  }
}
