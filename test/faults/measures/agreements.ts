/** Agreements on their way, for measures that need many of them: from an offer to any state, by the shortest way. */
import type { Measured } from './measured-stack.js';
import { CASE_WORKER, NotDone, officerOf, type Told } from './office.js';
import { people, TERMS } from './people.js';
import type { CompanyCode } from '../../../local/population/parameters.js';

export interface Pair {
  readonly person: string;
  readonly place: string;
  readonly placing: string;
  readonly receiving: string;
}

/** A worker and a place that nobody else is given here, at another firm than his own. */
export function pairs(): Pair[] {
  const { workers, places } = people();
  const between = (from: CompanyCode, to: CompanyCode): Pair[] =>
    workers[from].slice(0, places[to].length).map((person, index) => ({ person, place: places[to][index] as string, placing: officerOf(`sw-${from}`), receiving: officerOf(`sw-${to}`) }));
  return [...between('leiden', 'zoetermeer-rijswijk'), ...between('zoetermeer-rijswijk', 'leiden')];
}

export type Seen = Told & { readonly id: string };

export async function offered({ office, today }: Measured, { person, place }: Pair): Promise<string> {
  const offer = await office.done(CASE_WORKER, 'recordOffer', { person, workplaces: [place], recordedOn: today, channel: 'CONVERSATION' });
  await office.done(CASE_WORKER, 'recordWorkerChoice', { offer: offer.id, choice: 'YES', workplace: place, chosenOn: today });
  return offer.id;
}

/** Waits for a place that its last agreement has just left: the company is told of it a moment later. */
export async function proposed(measured: Measured, pair: Pair): Promise<Seen> {
  const offer = await offered(measured, pair);
  for (const deadline = Date.now() + 10_000; ; await new Promise((resolve) => setTimeout(resolve, 50))) {
    try {
      return await measured.office.done(CASE_WORKER, 'proposeAgreement', { offer, terms: TERMS });
    } catch (error) {
      if (!(error instanceof NotDone) || error.reason !== 'WORKPLACE_TAKEN' || Date.now() > deadline) throw error;
    }
  }
}

/** From proposed to signed, as three offices do it. */
export async function sign(measured: Measured, pair: Pair, { id, version, terms }: Seen): Promise<Seen> {
  const { office, today } = measured;
  const termsHash = terms?.hash;
  const once = await office.done(pair.placing, 'acceptAgreement', { id, expectedVersion: version, termsHash });
  const twice = await office.done(pair.receiving, 'acceptAgreement', { id, expectedVersion: once.version, termsHash });
  await untilIn(measured, id, 'AGREED');
  const informed = await office.done(CASE_WORKER, 'informWorker', { id, expectedVersion: twice.version, informedOn: today, channel: 'CONVERSATION' });
  const said = await office.done(CASE_WORKER, 'recordWorkerDecision', { id, expectedVersion: informed.version, decision: 'AGREED', decidedOn: today });
  await untilIn(measured, id, 'SIGNED');
  return said;
}

export async function untilIn({ office }: Measured, id: string, state: string): Promise<number> {
  for (const deadline = Date.now() + 30_000; ; await new Promise((resolve) => setTimeout(resolve, 20))) {
    const seen = (await office.ask<{ agreement: { state: string; version: number } | null }>(CASE_WORKER, 'query State($id: ID!) { agreement(id: $id) { state version } }', { id })).data?.agreement;
    if (seen?.state === state) return seen.version;
    if (Date.now() > deadline) throw new Error(`${id} is ${seen?.state ?? 'not to be seen'} and not ${state}`);
  }
}
