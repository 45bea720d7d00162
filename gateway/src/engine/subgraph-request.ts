/**
 * One fetch of a query plan. Guarantees: given up at its deadline; a subgraph that does not answer is not asked again in this request, and is one
 * error that the profile words. What is sent along (who asks, for what, until when) is the profile's too.
 */
import type { Logger } from '#kernel/log.js';
import type { Exchange } from '../exchange.js';
import type { FetchWatch } from '../observation/watch.js';
import { deadlineOf, type Timeouts } from './deadlines.js';
import type { Subgraph, SubgraphAnswer, SubgraphQuestion } from './subgraph.js';
import { NoAnswer } from './traffic/no-answer.js';
import type { Traffic } from './traffic/traffic.js';

export interface SubgraphFacts {
  readonly name: string;
  readonly timeouts: Timeouts;
  readonly manner: Manner;
}

/** How a profile speaks with a subgraph, and about one. */
export interface Manner {
  /** Names and values by turns; asked for at each attempt. */
  headers(exchange: Exchange, question: SubgraphQuestion, deadline: number, watch: FetchWatch): string[];
  /** What the client is told. `sent` is false when the question surely never left. */
  silence(mutating: boolean, sent: boolean): Error;
}

export class SubgraphRequest implements Subgraph {
  constructor(
    private readonly traffic: Traffic,
    private readonly facts: SubgraphFacts,
    private readonly logger: Logger,
  ) {}

  get name(): string {
    return this.facts.name;
  }

  async ask(exchange: Exchange, question: SubgraphQuestion): Promise<SubgraphAnswer> {
    const { manner, name, timeouts } = this.facts;
    const { body, mutating } = question;
    if (exchange.silent.has(name)) throw manner.silence(mutating, false);
    const now = Date.now();
    const deadline = deadlineOf({ now, requestStartedAt: exchange.startedAt, mutating, isMutation: exchange.operation?.kind === 'mutation' }, timeouts);
    const watch = exchange.watch.fetch(name);
    try {
      const answer = await this.traffic.send({ body, mutating, deadline, headers: () => manner.headers(exchange, question, deadline, watch) });
      watch.ended(answer.errors ? 'errors' : 'data');
      return answer;
    } catch (error) {
      if (!(error instanceof NoAnswer)) throw error;
      watch.ended(error.reason);
      exchange.silent.add(name);
      this.logger.warn({ requestId: exchange.requestId, subgraph: name, reason: error.reason, ms: Date.now() - now }, 'subgraph did not answer');
      throw manner.silence(mutating, error.sent);
    }
  }
}
