/** The negotiators of a run with their desk, on the business date that the run says. */
import { castOf, type Cast } from './cast.js';
import { Desk } from './desk.js';
import { Negotiators } from './negotiators.js';
import type { Random } from './random.js';
import type { Recorder } from './recorder.js';
import type { Rig } from './rig.js';

export interface Team {
  readonly cast: Cast;
  readonly desk: Desk;
  readonly negotiators: Negotiators;
}

export interface TeamOptions {
  readonly walkers: number;
  readonly underWay: number;
  readonly today: () => string;
}

export function openTeam(rig: Rig, recorder: Recorder, random: Random, options: TeamOptions): Team {
  const cast = castOf(random.fork(1), { people: 60, places: 26 });
  const desk = new Desk({ url: rig.url, issuerUrl: rig.stack.issuerUrl, recorder, random: random.fork(2) });
  return { cast, desk, negotiators: new Negotiators({ desk, cast, recorder, random: random.fork(3), ...options }) };
}
