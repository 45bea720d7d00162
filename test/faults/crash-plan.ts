/** Where a process is killed: at every step of the protocol, just before or just after it, at its sender or its receiver; and at random moments. */
import type { Moment, Passing } from './fault-proxy.js';
import { DATABASE, GATEWAY, SERVICE_NAMES } from './rig.js';
import type { Random } from './random.js';

export interface Step {
  readonly name: string;
  readonly matches: (passing: Passing) => boolean;
}

export interface Crash {
  /** Null: at a random moment. */
  readonly step: Step | null;
  readonly moment: Moment;
  readonly side: 'sender' | 'receiver';
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
const AT_A_STEP = 0.6;
const DOUBLE = 0.05;

/** Deals the steps evenly: every combination once, before any comes again. */
export class CrashPlan {
  private deck: Pick<Crash, 'step' | 'moment' | 'side'>[] = [];

  constructor(private readonly random: Random) {}

  next(): Crash {
    const { random } = this;
    const second = random.chance(DOUBLE) ? random.weighted(VICTIMS) : null;
    const anywhere: Crash = { step: null, moment: 'before', side: 'sender', victim: random.weighted(VICTIMS), second };
    return random.chance(AT_A_STEP) ? { ...anywhere, ...this.deal() } : anywhere;
  }

  private deal(): Pick<Crash, 'step' | 'moment' | 'side'> {
    const whole = STEPS.flatMap((step) => (['before', 'after'] as const).flatMap((moment) => (['sender', 'receiver'] as const).map((side) => ({ step, moment, side }))));
    if (this.deck.length === 0) this.deck = this.random.shuffled(whole);
    return this.deck.pop() ?? { step: null, moment: 'before', side: 'sender' };
  }
}
