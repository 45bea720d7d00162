/** One question on its way to a subgraph, as each rule of traffic hands it to the next. */
import type { SubgraphAnswer } from '../subgraph.js';

export interface Sending {
  /** JSON text. */
  readonly body: string;
  /** Names and values by turns. Made anew for each attempt, because an envelope is never accepted twice. */
  readonly headers: () => readonly string[];
  /** Milliseconds since 1970. */
  readonly deadline: number;
  /** A command: sent once, never again. */
  readonly mutating: boolean;
}

/** Rejects with NoAnswer. */
export type Send = (sending: Sending) => Promise<SubgraphAnswer>;
