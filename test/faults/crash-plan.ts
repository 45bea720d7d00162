/** Where a process is killed: at every step of the protocol, just before or just after it, at its sender or its receiver; and at random moments. */
import type { Moment, Passing } from './fault-proxy.js';
import { DATABASE, GATEWAY, SERVICE_NAMES } from './rig.js';
import type { Random } from './random.js';

export interface Step {
  readonly name: string;
  readonly matches: (passing: Passing) => boolean;
}

/** One way to die at a step. */
export interface Card {
  readonly step: Step;
  readonly moment: Moment;
  readonly side: 'sender' | 'receiver';
}

export interface Crash {
  /** The first of these that comes by; empty: at a random moment. */
  readonly hand: readonly Card[];
  /** Of a crash at a random moment. */
  readonly victim: string;
  /** Dies with it. */
  readonly second: string | null;
}

const command = (verb: string, holds = ''): Step['matches'] => ({ path, body }) => path === `/commands/${verb}` && body.includes(holds);

export const STEPS: readonly Step[] = [
  { name: 'sign-acceptance', matches: command('sign-acceptance') },
  { name: 'hold', matches: command('hold-workplace') },
  { name: 'confirm RECEIVING', matches: command('confirm-agreement', '"role":"RECEIVING"') },
  { name: 'confirm PLACING', matches: command('confirm-agreement', '"role":"PLACING"') },
  { name: 'release', matches: command('release-workplace') },
  { name: 'end-placement', matches: command('end-placement') },
  { name: 'share', matches: command('share-employment') },
  { name: 'unshare', matches: command('unshare-employment') },
  { name: 'command of a client', matches: ({ from, to, path, body }) => from === GATEWAY && to === 'reintegration' && path === '/graphql' && body.includes('mutation') },
];

const VICTIMS: Readonly<Record<string, number>> = { ...Object.fromEntries(SERVICE_NAMES.map((name) => [name, name === 'reintegration' ? 26 : 13])), [GATEWAY]: 14, [DATABASE]: 8 };
const MOMENTS: readonly Moment[] = ['before', 'after'];
const SIDES: readonly Card['side'][] = ['sender', 'receiver'];
const AT_A_STEP = 0.6;
const DOUBLE = 0.05;

const HAND = 5;

/** Deals the steps evenly: what was not played is dealt again, and every combination comes once before any comes twice. */
export class CrashPlan {
  private deck: Card[] = [];

  constructor(private readonly random: Random) {}

  next(): Crash {
    const { random } = this;
    const second = random.chance(DOUBLE) ? random.weighted(VICTIMS) : null;
    return { hand: random.chance(AT_A_STEP) ? this.deal() : [], victim: random.weighted(VICTIMS), second };
  }

  /** Takes a card out of the deck. */
  played(card: Card): void {
    this.deck = this.deck.filter((one) => one !== card);
  }

  private deal(): readonly Card[] {
    const whole = (): Card[] => STEPS.flatMap((step) => MOMENTS.flatMap((moment) => SIDES.map((side) => ({ step, moment, side }))));
    if (this.deck.length === 0) this.deck = whole();
    return this.random.shuffled(this.deck).slice(0, HAND);
  }
}
