/**
 * The rules of traffic to one subgraph, from the outside in. Own code, because per question it may cost a few microseconds only: the libraries
 * make a signal and several closures for each, and those that are kept up no longer run on this version of Node.
 */
import type { SubgraphClient } from '../subgraph-client.js';
import { CircuitBreaker, type BreakerState } from './circuit-breaker.js';
import { NoAnswer, type NoAnswerReason } from './no-answer.js';
import { Retries } from './retries.js';
import { RetryBudget } from './retry-budget.js';
import type { Send, Sending } from './sending.js';
import { Turns } from './turns.js';

export interface TrafficRules {
  /** Questions under way, each with a connection of its own. */
  readonly connections: number;
  readonly waiting: number;
  /** Retries per first attempt, at most: 0.1 is one in ten. */
  readonly retryShare: number;
  readonly breaker: { readonly failures: number; readonly pauseMs: number };
}

/** For whoever watches; numbers since the start. */
export interface TrafficFacts {
  readonly subgraph: string;
  readonly breaker: BreakerState;
  readonly breakerOpened: number;
  /** Questions that were handed in. */
  readonly asked: number;
  readonly retries: number;
  readonly underWay: number;
  readonly waiting: number;
  /** Attempts without a usable answer, by reason. */
  readonly failures: Readonly<Partial<Record<NoAnswerReason, number>>>;
}

const WINDOW_MS = 10_000;

export class Traffic {
  private asked = 0;
  private readonly failures: Partial<Record<NoAnswerReason, number>> = {};
  private readonly turns: Turns;
  private readonly breaker: CircuitBreaker;
  private readonly retries: Retries;
  private readonly through: Send;

  /** `fairMs`: how long a subgraph may at least expect to be waited for. */
  constructor(client: SubgraphClient, rules: TrafficRules, fairMs: number) {
    this.turns = new Turns({ atATime: rules.connections, waiting: rules.waiting });
    this.breaker = new CircuitBreaker({ ...rules.breaker, windowMs: WINDOW_MS, fairMs }, () => this.turns.refuseWaiting());
    this.retries = new Retries(new RetryBudget(rules.retryShare));
    const post: Send = ({ body, headers, deadline }) => client.post(body, headers(), deadline - Date.now());
    this.through = this.retries.retried(this.counted(this.breaker.guarded(this.turns.limited(post))));
  }

  send(sending: Sending): ReturnType<Send> {
    this.asked += 1;
    return this.through(sending);
  }

  facts(subgraph: string): TrafficFacts {
    const { state: breaker, opened: breakerOpened } = this.breaker;
    const { underWay, waiting } = this.turns;
    return { subgraph, breaker, breakerOpened, asked: this.asked, retries: this.retries.made, underWay, waiting, failures: { ...this.failures } };
  }

  private counted(send: Send): Send {
    return async (sending) => {
      try {
        return await send(sending);
      } catch (error) {
        if (error instanceof NoAnswer) this.failures[error.reason] = (this.failures[error.reason] ?? 0) + 1;
        throw error;
      }
    };
  }
}
