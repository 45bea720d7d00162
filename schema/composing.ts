/** Composition of subgraphs into the supergraph: pure, offline, the same text for the same input. */
import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';
import type { Subgraph } from './subgraphs.js';

export interface Hint {
  readonly code: string;
  readonly message: string;
}

export interface Composed {
  readonly supergraphSdl: string;
  readonly hints: readonly Hint[];
}

export class CompositionError extends Error {
  constructor(readonly faults: readonly string[]) {
    super(`The subgraphs do not compose:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`);
    this.name = 'CompositionError';
  }
}

/** The addresses inside are names only: every deployment tells its gateway where a subgraph lives. */
const addressOf = (name: string): string => `http://${name}/graphql`;

/** Throws CompositionError with all faults at once. */
export function compose(subgraphs: readonly Subgraph[]): Composed {
  const services = subgraphs.map(({ name, sdl }) => ({ name, url: addressOf(name), typeDefs: parse(sdl) }));
  const result = composeServices(services);
  if (result.errors) throw new CompositionError(result.errors.map((error) => error.message));
  return {
    supergraphSdl: `${result.supergraphSdl.trimEnd()}\n`,
    hints: result.hints.map((hint) => ({ code: hint.definition.code, message: hint.message })),
  };
}
