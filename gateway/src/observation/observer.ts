/** Who is told what the gateway does: metrics, traces, both, or nobody. */
import type { Exchange } from '../exchange.js';
import { UNWATCHED, type Watch } from './watch.js';

export interface Observer {
  /** A request enters the pipeline. */
  begin(exchange: Exchange): Watch;
  /** One step did its work at one of its moments; `refusal` is the code with which it refused, else null. */
  step(name: string, ms: number, refusal: string | null): void;
  /** A planner was asked: several requests may wait for the same plan, and a warm-up waits for none. */
  planned(ms: number, how: 'planned' | 'refused'): void;
}

export const NOBODY: Observer = { begin: () => UNWATCHED, step: () => undefined, planned: () => undefined };
