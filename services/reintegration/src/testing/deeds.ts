/** The commands of the story, one line each, for tests on a real database. */
import { randomUUID } from 'node:crypto';
import { acceptAgreement } from '../commands/accept.js';
import { endAgreement } from '../commands/end-agreement.js';
import type { CommandAnswer } from '../commands/answer.js';
import type { CommandRequest } from '../commands/command.js';
import type { TermsWish } from '../commands/gather-facts.js';
import { informWorker } from '../commands/inform-worker.js';
import { proposeAgreement } from '../commands/propose.js';
import { recordOffer } from '../commands/record-offer.js';
import { recordWorkerChoice } from '../commands/record-worker-choice.js';
import { recordWorkerDecision } from '../commands/record-worker-decision.js';
import { resumeAgreement } from '../commands/resume.js';
import { suspendAgreement } from '../commands/suspend.js';
import type { Agreement, WorkerDecision } from '../domain/agreement.js';
import { wish, type World } from './negotiation-world.js';

export const PLACE = 'zoetermeer-rijswijk:W:1001';

export async function offerWithYes(world: World, person: string, place = PLACE): Promise<string> {
  const offer = idOf(await recordOffer(world.services, world.caseWorker, { commandId: randomUUID(), person, workplaces: [place], recordedOn: world.on, channel: 'CONVERSATION' }));
  await recordWorkerChoice(world.services, world.caseWorker, { commandId: randomUUID(), offer, choice: 'YES', workplace: place, chosenOn: world.on, representative: null });
  return offer;
}

export async function proposed(world: World, person: string, place = PLACE, changes: Partial<TermsWish> = {}): Promise<Agreement> {
  const offer = await offerWithYes(world, person, place);
  return now(world, idOf(await proposeAgreement(world.services, world.caseWorker, { commandId: randomUUID(), offer, terms: wish(changes), validForDays: 21 })));
}

export async function accept(world: World, id: string, request: CommandRequest): Promise<CommandAnswer> {
  const { version, current } = await now(world, id);
  return acceptAgreement(world.services, request, { commandId: randomUUID(), id, expectedVersion: version, termsHash: current.hash });
}

export async function agreed(world: World, person: string, place = PLACE, changes: Partial<TermsWish> = {}): Promise<Agreement> {
  const { id } = await proposed(world, person, place, changes);
  await accept(world, id, world.request('sw-leiden'));
  await accept(world, id, world.request('sw-zoetermeer-rijswijk'));
  return now(world, id);
}

export async function informed(world: World, person: string, place = PLACE, changes: Partial<TermsWish> = {}): Promise<Agreement> {
  const { id, version } = await agreed(world, person, place, changes);
  await informWorker(world.services, world.caseWorker, { commandId: randomUUID(), id, expectedVersion: version, informedOn: world.on, channel: 'HOME_VISIT' });
  return now(world, id);
}

export async function workerSays(world: World, id: string, decision: WorkerDecision): Promise<CommandAnswer> {
  const { version } = await now(world, id);
  return recordWorkerDecision(world.services, world.caseWorker, { commandId: randomUUID(), id, expectedVersion: version, decision, decidedOn: world.on, evidence: 'gesprek', representative: null });
}

export async function signed(world: World, person: string, place = PLACE, changes: Partial<TermsWish> = {}): Promise<Agreement> {
  const { id } = await informed(world, person, place, changes);
  await workerSays(world, id, 'AGREED');
  return now(world, id);
}

/** Signed, and begun on its start date, which is the world's day from then on. */
export async function running(world: World, person: string, place = PLACE, changes: Partial<TermsWish> = {}): Promise<Agreement> {
  const { id, current } = await signed(world, person, place, changes);
  world.on = current.terms.from;
  await world.coordinator.round(world.on);
  return now(world, id);
}

export async function suspend(world: World, id: string, reason: string, request: CommandRequest = world.caseWorker): Promise<CommandAnswer> {
  return suspendAgreement(world.services, request, { commandId: randomUUID(), id, expectedVersion: (await now(world, id)).version, reason });
}

export async function resume(world: World, id: string, reason: string, request: CommandRequest = world.caseWorker): Promise<CommandAnswer> {
  return resumeAgreement(world.services, request, { commandId: randomUUID(), id, expectedVersion: (await now(world, id)).version, reason });
}

export async function end(world: World, id: string, endsOn: string, reason: string, request: CommandRequest = world.caseWorker): Promise<CommandAnswer> {
  return endAgreement(world.services, request, { commandId: randomUUID(), id, expectedVersion: (await now(world, id)).version, endsOn, reason });
}

export async function now(world: World, id: string): Promise<Agreement> {
  const agreement = await world.store.transaction((tx) => tx.load(id));
  if (!agreement) throw new Error('no such agreement');
  return agreement;
}

export function idOf(answer: CommandAnswer): string {
  if (answer.kind === 'REFUSAL') throw new Error(`refused with ${answer.refused.refused}: ${answer.refused.detail}`);
  return answer.id;
}

export function codeOf(answer: CommandAnswer): string {
  return answer.kind === 'REFUSAL' ? answer.refused.refused : 'done';
}
