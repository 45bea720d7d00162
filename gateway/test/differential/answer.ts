/** What a judge says to one question. */
import type { DocumentNode } from 'graphql';
import type { SubgraphAnswer } from '../../src/engine/subgraph.js';

export interface Question {
  readonly text: string;
  readonly document: DocumentNode;
  readonly variables: Readonly<Record<string, unknown>>;
}

export type ErrorPath = readonly (string | number)[];

export interface Verdict {
  /** As it stands in the JSON. */
  readonly data: unknown;
  /** Of each error; null for one without. */
  readonly paths: readonly (ErrorPath | null)[];
  readonly messages: readonly string[];
  /** Stock only: what a null that bubbled up left beside the errors. */
  readonly completion: readonly (ErrorPath | null)[];
}

export function verdictOf(data: unknown, errors: readonly { readonly message: string; readonly path?: ErrorPath | undefined }[], completion: readonly { readonly path?: ErrorPath | undefined }[] = []): Verdict {
  return {
    data: JSON.parse(JSON.stringify(data ?? null)) as unknown,
    paths: errors.map(({ path }) => path ?? null),
    messages: errors.map(({ message }) => message),
    completion: completion.map(({ path }) => path ?? null),
  };
}


/** Who answers for the subgraphs, whichever gateway asks. */
export interface Answering {
  ask(subgraph: string, query: string, variables: Readonly<Record<string, unknown>>): Promise<SubgraphAnswer>;
}
