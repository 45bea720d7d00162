/** What a rule of schema:check is: a name, and the findings over one state of the federation. No finding means: in order. */
import type { DocumentNode } from 'graphql';
import type { Hint } from './composing.js';
import type { Subgraph } from './subgraphs.js';

export interface CheckInput {
  /** As the services print them now. */
  readonly subgraphs: readonly Subgraph[];
  readonly supergraphSdl: string;
  readonly hints: readonly Hint[];
  /** What stands in this folder; null for a file that is not there. */
  readonly filesHere: ReadonlyMap<string, string | null>;
  /** The supergraph of the last commit; null when there is none. */
  readonly lastSupergraphSdl: string | null;
  /** What the gateway serves itself; null when it is not there. */
  readonly subscriptions: string | null;
  readonly companyCodes: readonly string[];
  /** Of fields, as the register of activities has them. */
  readonly groups: ReadonlySet<string>;
  /** The public operations, by file name. */
  readonly operations: ReadonlyMap<string, DocumentNode>;
}

export interface Rule {
  readonly name: string;
  check(input: CheckInput): string[];
}
