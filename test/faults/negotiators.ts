/**
 * Many who act at once for the case worker and the placement officers, each walking at random over the agreements that are under
 * way: mostly what is sensible, sometimes too late, with a wrong hash, or against what the others just did.
 */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { plusDays } from './calendar.js';
import type { Cast, Pair } from './cast.js';
import { CASE_WORKER, officerOf, type Desk } from './desk.js';
import type { Random } from './random.js';
import { now, type Recorder, type Verb } from './recorder.js';
import { chooseMove, type Move } from './moves.js';
import { SEE, type AgreementSeen } from './words.js';

export interface NegotiatorsOptions {
  readonly desk: Desk;
  readonly cast: Cast;
  readonly recorder: Recorder;
  readonly random: Random;
  /** How many act at once. */
  readonly walkers: number;
  /** How many agreements are under way at most. */
  readonly underWay: number;
  /** Business date, never later than what the gateway goes by. */
  readonly today: () => string;
}

const PAUSE_MS = 40;
const LEFT = new Set(['ENDED', 'REJECTED', 'DECLINED', 'WITHDRAWN', 'LAPSED']);

export class Negotiators {
  /** Under way, by agreement id. */
  readonly pool = new Map<string, Pair>();
  private readonly opening = new Set<Pair>();
  private walking = false;
  private walks: Promise<void>[] = [];

  constructor(private readonly options: NegotiatorsOptions) {}

  start(): void {
    const { random, walkers } = this.options;
    this.walking = true;
    this.walks = Array.from({ length: walkers }, (_, index) => this.walk(random.fork(index)));
  }

  /** Each finishes the command in hand, so that the history says of as many as possible what became of them. */
  async stop(): Promise<void> {
    this.walking = false;
    await Promise.all(this.walks);
  }

  private async walk(random: Random): Promise<void> {
    while (this.walking) {
      const moved = await this.step(random);
      if (!moved) await sleep(PAUSE_MS + random.below(PAUSE_MS));
    }
  }

  private async step(random: Random): Promise<boolean> {
    const { underWay } = this.options;
    const room = this.pool.size + this.opening.size < underWay;
    if (room && random.chance(this.pool.size < underWay / 2 ? 0.5 : 0.2)) return this.open(random);
    const known = [...this.pool.keys()];
    return known.length === 0 ? false : this.act(random.pick(known), random);
  }

  /** Offer, choice, proposal. Now and then of somebody about whom others negotiate already. */
  private async open(random: Random): Promise<boolean> {
    const { desk, today } = this.options;
    const pair = this.somePair(random);
    if (!pair) return false;
    this.opening.add(pair);
    try {
      const { person, workplace } = pair;
      const on = today();
      const offer = await desk.give(by('offer', null, { person, workplaces: [workplace], recordedOn: on, channel: 'CONVERSATION' }));
      if (offer?.kind !== 'OFFER') return false;
      const choice = await desk.give(by('choice', null, { offer: offer.id, choice: 'YES', workplace, chosenOn: on }));
      if (choice?.kind !== 'OFFER') return false;
      const proposed = await desk.give(by('propose', null, { offer: offer.id, terms: termsFor(pair, today(), random), validForDays: 15 + random.below(15) }));
      if (proposed?.kind !== 'AGREEMENT') return false;
      this.pool.set(proposed.id, pair);
      return true;
    } finally {
      this.opening.delete(pair);
    }
  }

  private somePair(random: Random): Pair | null {
    const busy = new Set([...this.pool.values(), ...this.opening].map(({ person }) => person));
    const free = this.options.cast.pairs.filter(({ person }) => !busy.has(person));
    const among = free.length === 0 || random.chance(0.05) ? this.options.cast.pairs : free;
    return among.length === 0 ? null : random.pick(among);
  }

  private async act(id: string, random: Random): Promise<boolean> {
    const pair = this.pool.get(id);
    if (!pair) return false;
    const actor = random.pick([CASE_WORKER, CASE_WORKER, officerOf(pair.placing), officerOf(pair.receiving)]);
    const seen = await this.see(actor, id);
    if (!seen) return false;
    const move = chooseMove(seen, actor === CASE_WORKER, random);
    if (!move) return false;
    await this.make(move, actor, seen, pair, random);
    return true;
  }

  private async see(actor: string, id: string): Promise<AgreementSeen | null> {
    const { desk, recorder } = this.options;
    const asked = now();
    const seen = (await desk.ask<{ agreement: AgreementSeen | null }>(actor, SEE, { id }))?.agreement ?? null;
    if (!seen) return null;
    recorder.add({ type: 'seen', asked, agreement: id, version: seen.version, state: seen.state });
    if (!LEFT.has(seen.state)) return seen;
    this.pool.delete(id);
    return null;
  }

  private async make(move: Move, actor: string, seen: AgreementSeen, pair: Pair, random: Random): Promise<void> {
    const { desk, today } = this.options;
    const commandId = randomUUID();
    const input = { id: seen.id, expectedVersion: move.late ? seen.version - 1 : seen.version, ...contentOf(move, seen, pair, today(), random) };
    const told = await desk.give({ actor, verb: move.verb, agreement: seen.id, input }, commandId);
    if (told?.kind === 'REFUSAL' && told.code === 'LEAD_TIME_TOO_SHORT') await this.giveUp(seen.id);
    if (told?.kind !== 'AGREEMENT' || !random.chance(0.03)) return;
    await desk.give({ actor, verb: 'reuse', agreement: seen.id, input: { id: seen.id, expectedVersion: told.version, reason: 'andere inhoud' } }, commandId);
  }

  /** The agreed start comes too soon by now: nobody can go on with this one. */
  private async giveUp(id: string): Promise<void> {
    const seen = await this.see(CASE_WORKER, id);
    if (seen?.availableActions.includes('WITHDRAW')) await this.options.desk.give(by('withdraw', id, { id, expectedVersion: seen.version, reason: 'te laat' }));
  }
}

const by = (verb: Verb, agreement: string | null, input: object) => ({ actor: CASE_WORKER, verb, agreement, input });

function contentOf(move: Move, seen: AgreementSeen, pair: Pair, today: string, random: Random): object {
  switch (move.verb) {
    case 'accept':
      return { termsHash: move.wrongHash ? seen.terms.hash.replace(/^./, (first) => (first === '0' ? '1' : '0')) : seen.terms.hash };
    case 'counter':
      return { terms: termsFor(pair, today, random) };
    case 'inform':
      return { informedOn: today, channel: 'CONVERSATION' };
    case 'decide':
      return { decision: move.yes ? 'AGREED' : 'DECLINED', decidedOn: today };
    case 'end':
      return { endsOn: plusDays(today, random.below(4)), reason: 'proef' };
    default:
      return { reason: 'proef' };
  }
}

/** The worker must know fourteen days before; some weeks more leave time to negotiate while the date moves. */
function termsFor(pair: Pair, today: string, random: Random): object {
  const from = plusDays(today, 30 + random.below(20));
  return {
    workForm: 'SECONDMENT_INDIVIDUAL', from, until: plusDays(from, 5 + random.below(30)), hoursPerWeek: String(pair.hours),
    secondmentFeePerHour: `${5 + random.below(5)}.50`, supervisionHoursPerWeek: '2', noticeMonths: 0,
  };
}
