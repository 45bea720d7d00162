/** What the front asks of the engine: prepare an operation once, run it for many. */
import type { DocumentNode, GraphQLError, GraphQLSchema } from 'graphql';
import type { Exchange } from '../exchange.js';

export interface Engine {
  /** What clients see; it never changes: a new supergraph is a new engine. */
  readonly schema: GraphQLSchema;
  /** Of a document valid for `schema`, without subscriptions. Throws Fault LIMIT_EXCEEDED for what cannot be planned within bounds. */
  prepare(document: DocumentNode, operationName: string | null): Promise<PreparedOperation>;
  /** Ends when no run is under way. */
  close(): Promise<void>;
}

export interface PreparedOperation {
  /** `variables`: as they were sent, and known to fit. */
  run(exchange: Exchange, variables: Readonly<Record<string, unknown>>): Promise<EngineAnswer>;
}

export interface EngineAnswer {
  /** JSON text of `data`; 'null' when a null rose to the root. */
  readonly data: string;
  /** With their true paths, in the client's keys. */
  readonly errors: readonly GraphQLError[];
}
