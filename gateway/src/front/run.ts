/** What stands between the front and the engine: which document is asked, and what is put back into its answer. */
import type { DocumentNode, GraphQLError } from 'graphql';
import type { Exchange } from '../exchange.js';
import type { ResolvedOperation } from '../per-operation.js';

export interface Ran {
  /** JSON text of `data`; undefined when nothing could be executed. */
  readonly data: string | undefined;
  readonly errors: readonly GraphQLError[];
}

/** `ask` runs a document with the operation's name and variables. */
export type Run = (exchange: Exchange, resolved: ResolvedOperation, ask: (document: DocumentNode) => Promise<Ran>) => Promise<Ran>;

export const runAsSent: Run = (_exchange, { document }, ask) => ask(document);
