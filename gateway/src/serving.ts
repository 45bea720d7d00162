/** What a profile makes of every supergraph, whichever engine serves it. */
import type { ApolloGateway } from '@apollo/gateway';
import type { GraphQLSchema } from 'graphql';
import type { Run } from './front/run.js';
import type { ServerOptions } from './step.js';

export type StockGateway = NonNullable<ServerOptions['gateway']>;

/** What a profile makes of every supergraph that is served. */
export interface Serving {
  readonly supergraphFile: string;
  /** The planner's copy of a supergraph. Throws for one that may not be served. */
  readonly prepare: (supergraphSdl: string) => string;
  /** What stands between Apollo's planner and its server. */
  readonly around: (gateway: ApolloGateway) => StockGateway;
  /** The same for our own engine: what stands between it and the front. */
  readonly run: Run;
  /** What clients see of it, for our own engine. Called while it is swapped in, so that no question sees the one without the other. */
  readonly opened: (plannerCopy: string, apiSchema: GraphQLSchema) => GraphQLSchema;
  /** Texts of the documents that are known beforehand. */
  readonly known: readonly string[];
}
