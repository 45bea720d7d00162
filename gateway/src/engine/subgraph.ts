/** The port through which the engine asks one subgraph. */
import type { Exchange } from '../exchange.js';

export interface SubgraphQuestion {
  /** JSON text: {"query": ..., "variables": ...}. */
  readonly body: string;
  /** A command: sent once, never again. */
  readonly mutating: boolean;
}

export interface SubgraphAnswer {
  readonly data?: Record<string, unknown> | null | undefined;
  readonly errors?: readonly SubgraphError[] | undefined;
}

export interface SubgraphError {
  readonly message: string;
  /** As the subgraph counts: `_entities` and an index first, in an answer about entities. */
  readonly path?: readonly (string | number)[] | undefined;
  readonly extensions?: Readonly<Record<string, unknown>> | undefined;
}

export interface Subgraph {
  readonly name: string;
  /** Rejects, with an error that may be shown to the client, when there is no usable answer. */
  ask(exchange: Exchange, question: SubgraphQuestion): Promise<SubgraphAnswer>;
}

export type Subgraphs = ReadonlyMap<string, Subgraph>;
