/**
 * One fetch of a query plan. Guarantees: sealed for this subgraph only (who asks, purpose, business date, until when), given
 * up at its deadline, and a subgraph that does not answer is one UNAVAILABLE that names the body and nothing else.
 */
import { ENVELOPE_HEADER, sealEnvelope } from '#kernel/envelope.js';
import { unavailable } from '#kernel/faults.js';
import type { Logger } from '#kernel/log.js';
import { sealTicket } from '#kernel/ticket.js';
import { TRACE_HEADER } from '#kernel/trace.js';
import type { Viewer } from '#kernel/viewer.js';
import type { Exchange } from '../exchange.js';
import type { FetchWatch } from '../observation/watch.js';
import { deadlineOf, type Timeouts } from './deadlines.js';
import type { Subgraph, SubgraphAnswer, SubgraphQuestion } from './subgraph.js';
import { NoAnswer } from './traffic/no-answer.js';
import type { Traffic } from './traffic/traffic.js';

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

const OPEN_COMMAND = 'of uw opdracht is uitgevoerd, is niet bekend. Geef haar straks opnieuw, met hetzelfde opdrachtnummer.';
const UNSENT_COMMAND = 'uw opdracht is niet gegeven. Geef haar straks opnieuw, met hetzelfde opdrachtnummer.';

export class SubgraphRequest implements Subgraph {
  constructor(
    private readonly traffic: Traffic,
    private readonly facts: SubgraphFacts,
    private readonly logger: Logger,
  ) {}

  get name(): string {
    return this.facts.name;
  }

  async ask(exchange: Exchange, { body, mutating }: SubgraphQuestion): Promise<SubgraphAnswer> {
    if (exchange.silent.has(this.facts.name)) throw this.silence(mutating, false);
    const now = Date.now();
    const deadline = deadlineOf({ now, requestStartedAt: exchange.startedAt, mutating, isMutation: exchange.operation?.kind === 'mutation' }, this.facts.timeouts);
    const watch = exchange.watch.fetch(this.facts.name);
    try {
      const answer = await this.traffic.send({ body, mutating, deadline, headers: () => this.headers(exchange, body, deadline, mutating, watch) });
      watch.ended(answer.errors ? 'errors' : 'data');
      return answer;
    } catch (error) {
      if (!(error instanceof NoAnswer)) throw error;
      watch.ended(error.reason);
      exchange.silent.add(this.facts.name);
      this.logger.warn({ requestId: exchange.requestId, subgraph: this.facts.name, reason: error.reason, ms: Date.now() - now }, 'subgraph did not answer');
      throw this.silence(mutating, error.sent);
    }
  }

  /** Of a command that left nobody can say here whether it was done; under its own id it may be given again. */
  private silence(mutating: boolean, sent: boolean): Error {
    const { id, name } = this.facts.body;
    return unavailable(id, `${name} antwoordt niet; ${mutating ? (sent ? OPEN_COMMAND : UNSENT_COMMAND) : 'de gegevens van deze organisatie ontbreken.'}`);
  }

  private headers(exchange: Exchange, body: string, deadline: number, mutating: boolean, watch: FetchWatch): string[] {
    const { sealing, name } = this.facts;
    const { viewer, requestId } = exchange;
    if (!sealing) return [];
    if (!viewer) throw new TypeError('a fetch without a viewer');
    const ticket = mutating ? ticketFor(exchange, viewer, sealing) : undefined;
    const envelope = sealEnvelope({ viewer, businessDate: sealing.businessDate(), requestId, deadline, ticket }, name, body, sealing.key);
    return [ENVELOPE_HEADER, envelope, TRACE_HEADER, watch.traceparent(requestId)];
  }
}

function ticketFor({ signing }: Exchange, viewer: Viewer, sealing: Sealing): string | undefined {
  const key = signing && sealing.signingKey(viewer);
  return signing && key ? sealTicket({ ...signing, viewer }, key) : undefined;
}
