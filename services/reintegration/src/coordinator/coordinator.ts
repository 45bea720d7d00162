/**
 * Carries an agreement through the steps that no person takes: hold, verify, decide, confirm, begin, end, lapse.
 * Guarantees: the agreement's own state is the list of what is to be done, so a crash forgets nothing; before the decision a refusal undoes, after it every step
 * is tried again without end; a step never raises the version that clients expect. Architecture decision 10; security-and-reliability section 3.
 */
import { Fault } from '#kernel/faults.js';
import type { Agreement, AgreementEvent } from '../domain/agreement.js';
import { afterConfirmation, afterHold, afterRenewal, awaitsDecision, decide, isSettled, onDate } from '../domain/commitment.js';
import type { AgreementStore, CompanyCommands, Signer } from '../domain/ports.js';
import { applyEvents, retrying } from '../commands/in-agreement.js';

export interface CoordinatorServices {
  readonly store: AgreementStore;
  readonly companies: CompanyCommands;
  readonly signer: Signer;
  /** Instant on the business clock, ISO 8601. */
  instant(businessDate: string): string;
  /** Tells the operator about an agreement that does not come on; ids and codes only. */
  stuck(id: string, code: string): void;
}

type Verdict = (agreement: Agreement) => readonly AgreementEvent[];

const PATIENCE_MS = 1_000;
const BATCH = 200;
const AT_ONCE = 8;
/** More steps than any agreement has; a loop that does not come to rest is a bug and must not run on. */
const MAX_STEPS = 12;

export class Coordinator {
  private readonly running = new Map<string, Promise<void>>();

  constructor(private readonly services: CoordinatorServices) {}

  /** Takes all steps that can be taken now. Two calls for one agreement share one run. */
  advance(id: string, on: string): Promise<void> {
    const known = this.running.get(id);
    if (known) return known;
    const run = this.run(id, on).finally(() => this.running.delete(id));
    this.running.set(id, run);
    return run;
  }

  /** Waits for `advance` at most a second; what is not settled then goes on by itself. */
  async settle(id: string, on: string): Promise<void> {
    const patience = new Promise<void>((resolve) => setTimeout(resolve, PATIENCE_MS).unref());
    await Promise.race([this.advance(id, on), patience]);
  }

  /** One round over everything that is due on the business date. */
  async round(on: string): Promise<void> {
    const ids = [...(await this.services.store.due(on, BATCH))];
    const work = async (): Promise<void> => {
      for (let id = ids.shift(); id !== undefined; id = ids.shift()) await this.advance(id, on);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
  }

  /** A body that does not answer ends this run; the next round tries again. Anything else is told and does not stop the other agreements. */
  private async run(id: string, on: string): Promise<void> {
    try {
      for (let step = 0; step < MAX_STEPS; step += 1) {
        if (!(await this.step(id, on))) return;
      }
      this.services.stuck(id, 'NO_REST');
    } catch (error) {
      this.services.stuck(id, error instanceof Fault ? error.code : 'INTERNAL');
    }
  }

  /** True when something changed, so that a next step may be possible. */
  private async step(id: string, on: string): Promise<boolean> {
    const agreement = await this.services.store.transaction((tx) => tx.load(id));
    if (!agreement) return false;
    if (onDate(agreement, on).length > 0) return this.record(agreement, on, (now) => onDate(now, on));
    if (isSettled(agreement)) return false;
    return this.record(agreement, on, await this.negotiate(agreement, on));
  }

  /** Asks the bodies first; what they answered counts only for the revision that was asked about. */
  private async negotiate(agreement: Agreement, on: string): Promise<Verdict> {
    const { companies } = this.services;
    if (agreement.state === 'COMMITTING' && agreement.decided) {
      await companies.confirm(agreement, on);
      return afterConfirmation;
    }
    const answer = await companies.hold(agreement, on);
    if (!awaitsDecision(agreement)) return (now) => afterHold(now, answer);
    if (!answer.held) return (now) => afterRenewal(now, answer);
    const genuine = await this.allGenuine(agreement);
    return (now) => decide(now, genuine);
  }

  private async allGenuine(agreement: Agreement): Promise<boolean> {
    const checks = await Promise.all(agreement.acceptances.map((one) => this.services.signer.verify(one, agreement)));
    return checks.every((genuine) => genuine);
  }

  private record(asked: Agreement, on: string, verdict: Verdict): Promise<boolean> {
    const by = { viewer: null, at: this.services.instant(on), on };
    return retrying(() =>
      this.services.store.transaction(async (tx) => {
        const now = await tx.load(asked.id);
        if (!now || now.revision !== asked.revision) return now !== null;
        const events = verdict(now);
        if (events.length > 0) await applyEvents(tx, now, events, by);
        return events.length > 0;
      }),
    );
  }
}
