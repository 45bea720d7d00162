/**
 * One fetch of a query plan. Guarantees: sealed for this subgraph only (who asks, purpose, business date, until when), given
 * up at its deadline, and a subgraph that does not answer is one UNAVAILABLE that names the body and nothing else.
 */
import type { GraphQLDataSource } from '@apollo/gateway';
import { GraphQLError } from 'graphql';
import { ENVELOPE_HEADER, sealEnvelope } from '#kernel/envelope.js';
import { unavailable } from '#kernel/faults.js';
import type { Logger } from '#kernel/log.js';
import { sealTicket } from '#kernel/ticket.js';
import { TRACE_HEADER, traceparentOf } from '#kernel/trace.js';
import type { Viewer } from '#kernel/viewer.js';
import type { Exchange } from '../exchange.js';
import { TRUE_PATH } from '../steps/public-error.js';
import { deadlineOf, type Timeouts } from './deadlines.js';
import { entityPaths, withoutPlannerAliases, type Path } from './error-paths.js';
import { NoAnswer, type SubgraphAnswer, type SubgraphClient, type SubgraphError } from './subgraph-client.js';

type ProcessOptions = Parameters<GraphQLDataSource<Exchange>['process']>[0];
type ProcessAnswer = Awaited<ReturnType<GraphQLDataSource<Exchange>['process']>>;

/** What the gateway shares with one subgraph in the Schakel profile. */
export interface Sealing {
  readonly key: Buffer;
  readonly businessDate: () => string;
  /** The key of the service that signs for a body; null when that body signs nothing. */
  signingKey(viewer: Viewer): Buffer | null;
}

export interface SubgraphFacts {
  readonly name: string;
  /** The body that runs it, as told to users. */
  readonly body: { readonly id: string; readonly name: string };
  readonly timeouts: Timeouts;
  /** Null in a plain gateway. */
  readonly sealing: Sealing | null;
}

export class SubgraphRequest implements GraphQLDataSource<Exchange> {
  constructor(
    private readonly client: SubgraphClient,
    private readonly facts: SubgraphFacts,
    private readonly logger: Logger,
  ) {}

  async process(options: ProcessOptions): Promise<ProcessAnswer> {
    if (!('incomingRequestContext' in options)) throw new TypeError('only operations of clients are sent to subgraphs');
    const { query, variables } = options.request;
    const body = JSON.stringify({ query, variables });
    const answer = await this.ask(options.context, body, isMutating(query));
    const cursor = options.pathInIncomingRequest ?? [];
    if (answer.data && cursor.length === 0) keepRoots(options.context.answerSoFar, answer.data);
    return { data: answer.data ?? null, errors: answer.errors ? this.located(answer.errors, options.context, cursor, variables) : undefined };
  }

  private async ask(exchange: Exchange, body: string, mutating: boolean): Promise<SubgraphAnswer> {
    if (exchange.silent.has(this.facts.name)) throw this.silence(mutating);
    const now = Date.now();
    const deadline = deadlineOf({ now, requestStartedAt: exchange.startedAt, mutating, isMutation: exchange.operation?.kind === 'mutation' }, this.facts.timeouts);
    try {
      return await this.client.post(body, this.headers(exchange, body, deadline, mutating), deadline - now);
    } catch (error) {
      if (!(error instanceof NoAnswer)) throw error;
      exchange.silent.add(this.facts.name);
      this.logger.warn({ requestId: exchange.requestId, subgraph: this.facts.name, reason: error.reason, ms: Date.now() - now }, 'subgraph did not answer');
      throw this.silence(mutating);
    }
  }

  /** Of a command nobody can say here whether it was done; under its own id it may be given again. */
  private silence(mutating: boolean): Error {
    const { id, name } = this.facts.body;
    const what = mutating ? 'of uw opdracht is uitgevoerd, is niet bekend. Geef haar straks opnieuw, met hetzelfde opdrachtnummer.' : 'de gegevens van deze organisatie ontbreken.';
    return unavailable(id, `${name} antwoordt niet; ${what}`);
  }

  private headers(exchange: Exchange, body: string, deadline: number, mutating: boolean): Record<string, string> {
    const { sealing, name } = this.facts;
    const { viewer, requestId } = exchange;
    if (!sealing) return {};
    if (!viewer) throw new TypeError('a fetch without a viewer');
    const ticket = mutating ? ticketFor(exchange, viewer, sealing) : undefined;
    const envelope = sealEnvelope({ viewer, businessDate: sealing.businessDate(), requestId, deadline, ticket }, name, body, sealing.key);
    return { [ENVELOPE_HEADER]: envelope, [TRACE_HEADER]: traceparentOf(requestId) };
  }

  /** Each error with its true place in the answer. */
  private located(errors: readonly SubgraphError[], exchange: Exchange, cursor: Path, variables: Readonly<Record<string, unknown>> | undefined): GraphQLError[] {
    const representations: unknown = variables?.['representations'];
    const paths = Array.isArray(representations) ? entityPaths(exchange.answerSoFar, cursor, representations) : null;
    return errors.map(({ message, path, extensions }) => {
      const truePath = path && (paths ? behindEntity(path, paths) : path);
      return new GraphQLError(message, { path, extensions: { ...extensions, ...(truePath ? { [TRUE_PATH]: withoutPlannerAliases(truePath) } : {}) } });
    });
  }
}

/** The subgraph's path is `_entities`, an index, and the rest below the entity. */
function behindEntity(path: Path, paths: readonly (Path | undefined)[]): Path | undefined {
  const index = path[1];
  const entity = typeof index === 'number' ? paths[index] : undefined;
  return entity && [...entity, ...path.slice(2)];
}

function ticketFor({ signing }: Exchange, viewer: Viewer, sealing: Sealing): string | undefined {
  const key = signing && sealing.signingKey(viewer);
  return signing && key ? sealTicket({ ...signing, viewer }, key) : undefined;
}

function isMutating(query: string | undefined): boolean {
  return query?.startsWith('mutation') ?? false;
}

/** By reference: the engine merges the entities' fields into these same objects. */
function keepRoots(answer: Record<string, unknown>, data: Readonly<Record<string, unknown>>): void {
  for (const [key, value] of Object.entries(data)) answer[key] ??= value;
}
