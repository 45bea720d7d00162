/** A federation that composes, and what the judges need of it. */
import { composeServices } from '@apollo/composition';
import { Supergraph } from '@apollo/federation-internals';
import { parse, type GraphQLSchema } from 'graphql';
import { growFederation } from './grow.js';
import type { FederationModel } from './model.js';
import { nameOf, printSubgraph } from './print.js';
import { Tape } from './tape.js';

export interface Federation {
  readonly model: FederationModel;
  /** SDL by subgraph name. */
  readonly subgraphs: ReadonlyMap<string, string>;
  readonly supergraphSdl: string;
  /** What clients see. */
  readonly schema: GraphQLSchema;
}

export type Composed = { readonly federation: Federation } | { readonly errors: readonly string[]; readonly subgraphs: ReadonlyMap<string, string> };

export function federationOf(tape: readonly number[]): Composed {
  const model = growFederation(new Tape(tape));
  const subgraphs = new Map(Array.from({ length: model.subgraphs }, (_, n) => [nameOf(n), printSubgraph(model, n)] as const));
  const composed = composedSdl(subgraphs);
  if (typeof composed !== 'string') return { errors: composed, subgraphs };
  return { federation: { model, subgraphs, supergraphSdl: composed, schema: apiSchemaOf(composed) } };
}

/** The supergraph, or why there is none. */
export function composedSdl(subgraphs: ReadonlyMap<string, string>): string | readonly string[] {
  const composed = composeServices([...subgraphs].map(([name, sdl]) => ({ name, url: `http://${name}.invalid/graphql`, typeDefs: parse(sdl) })));
  return composed.supergraphSdl ?? (composed.errors ?? []).map(({ message }) => message);
}

export function apiSchemaOf(supergraphSdl: string): GraphQLSchema {
  return Supergraph.build(supergraphSdl).apiSchema().toGraphQLJSSchema();
}
