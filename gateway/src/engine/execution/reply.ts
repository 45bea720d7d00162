/** What came of one question to a subgraph. Asking never rejects: a silence is a reply too. */
import type { Exchange } from '../../exchange.js';
import type { Rewrite } from '../plan.js';
import type { Subgraph, SubgraphError } from '../subgraph.js';
import { isRecord, type Json } from './own.js';
import { applyRewrites } from './rewrites.js';
import type { SupergraphTypes } from './types.js';

export interface Reply {
  readonly data: Json | null;
  readonly errors: readonly SubgraphError[];
  /** Why there is no usable answer. */
  readonly failure: unknown;
}

export interface EntitiesReply {
  /** One for each representation; empty when there are none to be had. */
  readonly entities: readonly unknown[];
  readonly errors: readonly SubgraphError[];
  readonly failure: unknown;
}

export interface Asked {
  readonly subgraph: Subgraph;
  readonly mutating: boolean;
  readonly rewrites: readonly Rewrite[];
  readonly types: SupergraphTypes;
}

const NONE: readonly never[] = [];

export async function askRoot(asked: Asked, exchange: Exchange, body: string): Promise<Reply> {
  const reply = await ask(asked, exchange, body);
  if (reply.data) applyRewrites(asked.rewrites, reply.data, asked.types);
  return reply;
}

/** What a reply says of entities. `list`: the answer to the question about them; `typenames`: of the objects asked about, for who answers without saying the type. */
export function entitiesIn(asked: Asked, { data, errors, failure }: Reply, list: unknown, typenames: readonly (string | undefined)[]): EntitiesReply {
  if (!data) return { entities: NONE, errors, failure };
  if (!Array.isArray(list) || list.length !== typenames.length) return { entities: NONE, errors, failure: errors.length > 0 ? null : unusable(asked.subgraph.name) };
  if (asked.rewrites.length > 0) list.forEach((entity, index) => rewriteEntity(asked, entity, typenames[index]));
  return { entities: list, errors, failure: null };
}

function rewriteEntity({ rewrites, types }: Asked, entity: unknown, typename: string | undefined): void {
  if (!isRecord(entity)) return;
  if (!Object.hasOwn(entity, '__typename') && typename !== undefined) entity['__typename'] = typename;
  applyRewrites(rewrites, entity, types);
}

export async function ask({ subgraph, mutating }: Asked, exchange: Exchange, body: string): Promise<Reply> {
  try {
    const { data, errors } = await subgraph.ask(exchange, { body, mutating });
    const usable = isRecord(data) ? data : null;
    return { data: usable, errors: errors ?? NONE, failure: usable || errors?.length ? null : unusable(subgraph.name) };
  } catch (failure) {
    return { data: null, errors: NONE, failure };
  }
}

function unusable(name: string): Error {
  return new Error(`no usable answer from subgraph ${name}`);
}
