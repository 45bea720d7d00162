/** The stock engine's view of a subgraph: asked through our port, with each error at its true place in the answer. */
import type { GraphQLDataSource } from '@apollo/gateway';
import { GraphQLError } from 'graphql';
import type { Exchange } from '../exchange.js';
import { TRUE_PATH } from '../steps/public-error.js';
import { entityPaths, withoutPlannerAliases, type Path } from './error-paths.js';
import type { Subgraph, SubgraphError } from './subgraph.js';

type ProcessOptions = Parameters<GraphQLDataSource<Exchange>['process']>[0];
type ProcessAnswer = Awaited<ReturnType<GraphQLDataSource<Exchange>['process']>>;

export class SubgraphSource implements GraphQLDataSource<Exchange> {
  constructor(private readonly subgraph: Subgraph) {}

  async process(options: ProcessOptions): Promise<ProcessAnswer> {
    if (!('incomingRequestContext' in options)) throw new TypeError('only operations of clients are sent to subgraphs');
    const { query, variables } = options.request;
    const answer = await this.subgraph.ask(options.context, { body: JSON.stringify({ query, variables }), mutating: isMutating(query) });
    const cursor = options.pathInIncomingRequest ?? [];
    if (answer.data && cursor.length === 0) keepRoots(options.context.answerSoFar, answer.data);
    return { data: answer.data ?? null, errors: answer.errors && located(answer.errors, options.context, cursor, variables) };
  }
}

/** Each error with its true place in the answer. */
function located(errors: readonly SubgraphError[], exchange: Exchange, cursor: Path, variables: Readonly<Record<string, unknown>> | undefined): GraphQLError[] {
  const representations: unknown = variables?.['representations'];
  const paths = Array.isArray(representations) ? entityPaths(exchange.answerSoFar, cursor, representations) : null;
  return errors.map(({ message, path, extensions }) => {
    const truePath = path && (paths ? behindEntity(path, paths) : path);
    return new GraphQLError(message, { path, extensions: { ...extensions, ...(truePath ? { [TRUE_PATH]: withoutPlannerAliases(truePath) } : {}) } });
  });
}

/** The subgraph's path is `_entities`, an index, and the rest below the entity. */
function behindEntity(path: Path, paths: readonly (Path | undefined)[]): Path | undefined {
  const index = path[1];
  const entity = typeof index === 'number' ? paths[index] : undefined;
  return entity && [...entity, ...path.slice(2)];
}

function isMutating(query: string | undefined): boolean {
  return query?.startsWith('mutation') ?? false;
}

/** By reference: the engine merges the entities' fields into these same objects. */
function keepRoots(answer: Record<string, unknown>, data: Readonly<Record<string, unknown>>): void {
  for (const [key, value] of Object.entries(data)) answer[key] ??= value;
}
