/** Who is told what the gateway does: metrics, traces, both, or nobody. */
import type { Exchange } from '../exchange.js';
import type { Answer } from '../step.js';
import { UNWATCHED, type Watch } from './watch.js';

export interface Observer {
  /** A request enters the pipeline; what is told of it later goes to the Watch. */
  begin(exchange: Exchange): Watch;
  /** One step did its work at one of its moments. */
  step(name: string, ms: number): void;
  /** A planner was asked: several requests may wait for the same plan, and a warm-up waits for none. */
  planned(ms: number, how: 'planned' | 'refused'): void;
  /** The answer is as it leaves. Also of what was refused before it came to `begin`. */
  end(exchange: Exchange, answer: Answer): void;
}

export const NOBODY: Observer = { begin: () => UNWATCHED, step: () => undefined, planned: () => undefined, end: () => undefined };
