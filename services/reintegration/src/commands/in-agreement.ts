/**
 * One transaction per command: load, decide, save state, history and outgoing messages, remember the outcome.
 * Guarantees: nothing between deciding and saving can change the agreement unseen (compare-and-set on its revision; the decider checks the version that the client saw).
 * Architecture section 2 and 7; security-and-reliability I5 and I8.
 */
import { notFound } from '#kernel/faults.js';
import type { Agreement, AgreementEvent } from '../domain/agreement.js';
import { evolve, historyOf } from '../domain/evolve.js';
import type { Decision } from '../domain/negotiation.js';
import { outgoingCommands } from '../domain/outgoing.js';
import { agreementScope } from '../domain/policy.js';
import { ConcurrentChange, type AgreementTransaction, type Attribution, type StoredOutcome } from '../domain/ports.js';
import { isRefused, type Refused } from '../domain/refusals.js';
import type { Actor } from '../domain/standing.js';
import { answerTo, soughtBy, storedRefusal, type CommandAnswer } from './answer.js';
import { actorOf, received, requirePurpose, type CommandRequest, type CommandServices } from './command.js';

export interface AgreementInput {
  readonly commandId: string;
  readonly id: string;
  readonly expectedVersion: number;
}

/** What a command learned before the transaction, or why it was refused there. */
export type Prepare<P> = (agreement: Agreement, actor: Actor) => Promise<P | Refused>;
export type Decide<P> = (agreement: Agreement, actor: Actor, prepared: P, tx: AgreementTransaction) => Decision | Promise<Decision>;

export interface AgreementCommand<P extends object> {
  readonly verb: string;
  /** Asks other bodies; a BODY_UNAVAILABLE of it is not kept, so that the same command can be given again. */
  readonly prepare?: Prepare<P>;
  readonly decide: Decide<P>;
  /** The agreement that the giver is told about, when it is another one. */
  answersWith?(prepared: P): string;
}

const ATTEMPTS = 5;

/** NOT_FOUND, byte for byte the same, for an agreement that does not exist and one that the viewer may not know of. */
export async function inAgreement<P extends object>(services: CommandServices, request: CommandRequest, input: AgreementInput, command: AgreementCommand<P>): Promise<CommandAnswer> {
  requirePurpose(request);
  const visible = await services.store.find(input.id, agreementScope(request.viewer));
  if (!visible) throw notFound();
  const about = soughtBy(visible);
  const message = received(request, command.verb, input);
  const known = await services.store.recall(message);
  if (known !== null) return answerTo(services, request, known, about);
  const actor = actorOf(services, request);
  const prepared = command.prepare ? await command.prepare(visible, actor) : ({} as P);
  if (isRefused(prepared) && prepared.refused === 'BODY_UNAVAILABLE') {
    return answerTo(services, request, storedRefusal(prepared, input.id), about);
  }
  const work = (tx: AgreementTransaction) => decideAndSave(tx, input.id, actor, command, prepared);
  const outcome = await retrying(() => services.store.once(message, work));
  await settleStep(services, request, outcome);
  return answerTo(services, request, outcome, about);
}

/** Asks the coordinator to work on what the command started, and waits for it at most a second. */
async function settleStep(services: CommandServices, request: CommandRequest, outcome: StoredOutcome | 'REUSED'): Promise<void> {
  if (outcome === 'REUSED' || outcome.kind !== 'AGREEMENT' || outcome.startedAt === null) return;
  await services.settle(outcome.id, request.businessDate);
}

async function decideAndSave<P extends object>(tx: AgreementTransaction, id: string, actor: Actor, command: AgreementCommand<P>, prepared: P | Refused): Promise<StoredOutcome> {
  const before = await tx.load(id);
  if (!before) throw notFound();
  const decision = isRefused(prepared) ? prepared : await command.decide(before, actor, prepared, tx);
  if (isRefused(decision)) return storedRefusal(decision, id);
  const after = await applyEvents(tx, before, decision, { viewer: actor.viewer, at: actor.at, on: actor.on });
  const started = after.state === 'RESERVING' || after.state === 'COMMITTING';
  return { kind: 'AGREEMENT', id: command.answersWith && !isRefused(prepared) ? command.answersWith(prepared) : id, startedAt: started ? after.revision : null };
}

/** State, history and outgoing messages of one change; `by.viewer` null is the coordinator, which does not raise the version. */
export async function applyEvents(tx: AgreementTransaction, before: Agreement, events: readonly AgreementEvent[], by: Attribution): Promise<Agreement> {
  const history = historyOf(before, events, by.viewer ? 'CLIENT' : 'COORDINATOR');
  let after = before;
  for (const { event, revision, version } of history) {
    const previous = after;
    after = { ...evolve(previous, event), revision, version };
    for (const message of outgoingCommands(previous, after, event, by.on)) await tx.enqueue(message, by.on);
  }
  await tx.update(before, after, history, by);
  return after;
}

/** The hours of the agreement that is replaced are not promised beside those that replace them. */
export function itselfAndAmended({ id, amends }: Agreement): string[] {
  return amends === null ? [id] : [id, amends];
}

/** A change that came first is not an error: decide again on what it left. */
export async function retrying<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof ConcurrentChange) || attempt >= ATTEMPTS) throw error;
    }
  }
}
