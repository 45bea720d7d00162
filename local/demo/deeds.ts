/** The commands of the negotiation, one function each, as the contract's operations send them. */
import type { AgreementView, OfferView, OptionsView, Outcome, RefusalView } from './answers.js';
import { commandId, type GraphClient, type GraphError } from './graph-client.js';
import { dataOf, StoryBroken } from './world.js';

export interface TermsGiven {
  readonly workForm: 'SECONDMENT_INDIVIDUAL' | 'SECONDMENT_GROUP';
  readonly from: string;
  readonly until?: string;
  readonly hoursPerWeek: string;
  readonly secondmentFeePerHour: string;
  readonly supervisionHoursPerWeek?: string;
}

interface Seen {
  readonly id: string;
  readonly version: number;
}

const FILE = 'negotiation';

async function send<T>(who: GraphClient, operation: string, input: object): Promise<T> {
  const data = dataOf(await who.run<Record<string, T>>(FILE, operation, { input: { commandId: commandId(), ...input } }));
  return Object.values(data)[0] as T;
}

export async function options(who: GraphClient, person: string): Promise<OptionsView> {
  return dataOf(await who.run<{ workplaceOptions: OptionsView }>(FILE, 'Options', { person })).workplaceOptions;
}

const MANY = 100;
const MANY_OPTIONS = `query VeelPlekken($person: ID!, $first: Int!) {
  workplaceOptions(person: $person, first: $first) {
    sources { body { id name } answered asOf }
    options { workplace { id title employer { name } company { code } hoursPerWeekMin hoursPerWeekMax status } fits { code text } misses { code text } travelKilometres }
  }
}`;

/** Also those far down the list, which miss something. */
export async function manyOptions(who: GraphClient, person: string): Promise<OptionsView> {
  return dataOf(await who.query<{ workplaceOptions: OptionsView }>(MANY_OPTIONS, { person, first: MANY })).workplaceOptions;
}

export const recordOffer = (who: GraphClient, person: string, workplaces: readonly string[], recordedOn: string): Promise<OfferView | RefusalView> =>
  send(who, 'Offer', { person, workplaces, recordedOn, channel: 'CONVERSATION' });

export const recordChoice = (who: GraphClient, offer: string, workplace: string | null, chosenOn: string, representative: string | null = null): Promise<OfferView | RefusalView> =>
  send(who, 'Choice', { offer, choice: workplace === null ? 'NO' : 'YES', workplace, chosenOn, representative });

export const propose = (who: GraphClient, offer: string, terms: TermsGiven): Promise<Outcome> => send(who, 'Propose', { offer, terms });

/** What somebody is told who gives no commands at all: a fault, before anything was tried. */
export async function proposeForbidden(who: GraphClient, offer: string, terms: TermsGiven): Promise<GraphError> {
  const { errors } = await who.run(FILE, 'Propose', { input: { commandId: commandId(), offer, terms } });
  const fault = errors?.find(({ extensions }) => extensions.code === 'FORBIDDEN');
  if (!fault) throw new StoryBroken(`expected FORBIDDEN, got ${JSON.stringify(errors ?? 'an answer')}`);
  return fault;
}

export const counter = (who: GraphClient, seen: Seen, terms: TermsGiven): Promise<Outcome> => send(who, 'Counter', { id: seen.id, expectedVersion: seen.version, terms });

export const accept = (who: GraphClient, seen: Seen, termsHash: string): Promise<Outcome> => send(who, 'Accept', { id: seen.id, expectedVersion: seen.version, termsHash });

export const inform = (who: GraphClient, seen: Seen, informedOn: string): Promise<Outcome> =>
  send(who, 'Inform', { id: seen.id, expectedVersion: seen.version, informedOn, channel: 'CONVERSATION' });

export const workerDecides = (who: GraphClient, seen: Seen, decision: 'AGREED' | 'DECLINED', decidedOn: string, representative: string | null = null): Promise<Outcome> =>
  send(who, 'WorkerDecides', { id: seen.id, expectedVersion: seen.version, decision, decidedOn, evidence: 'gespreksverslag', representative });

export function agreed(outcome: Outcome): AgreementView {
  if (outcome.__typename === 'Agreement') return outcome;
  throw new StoryBroken(`refused with ${outcome.code}: ${outcome.message}`);
}

export function refused(outcome: Outcome | OfferView | RefusalView, code: string): RefusalView {
  if (outcome.__typename === 'Refusal' && outcome.code === code) return outcome;
  throw new StoryBroken(`expected ${code}, got ${outcome.__typename === 'Refusal' ? outcome.code : outcome.__typename}`);
}

export function recorded(outcome: OfferView | RefusalView): OfferView {
  if (outcome.__typename === 'Offer') return outcome;
  throw new StoryBroken(`refused with ${outcome.code}: ${outcome.message}`);
}
