/** How this service asks and commands the services of other bodies: under its own key, with a deadline, never following a redirect. */
import { Agent, request } from 'undici';
import { badInput, Fault, isFaultCode, publicText, unavailable } from '#kernel/faults.js';
import type { PartyFacts, PartySigner } from '#kernel/party-token.js';
import type { Registers } from '#kernel/registers.js';
import type { ClientTls } from '#kernel/tls.js';
import { TRACE_HEADER, traceparentOf } from '#kernel/trace.js';
import type { Viewer } from '#kernel/viewer.js';
import { StaleEpoch } from './stale-epoch.js';

/** A body that asks another gives it at most this long, so that a hung company costs its own rows only (architecture, section 3). */
export const QUESTION_PATIENCE_MS = 1_000;
const COMMAND_PATIENCE_MS = 5_000;

export interface Question {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly viewer: Viewer;
  readonly businessDate: string;
  readonly requestId: string;
  readonly deadline: number;
}

export interface OutgoingCommand {
  readonly id: string;
  readonly payload: object;
  readonly businessDate: string;
  readonly viewer: Viewer | null;
  readonly epoch: number;
  readonly timeoutMs?: number;
}

interface Answer {
  readonly status: number;
  readonly content: unknown;
}

interface GraphQLAnswer<T> {
  readonly data?: T | null;
  readonly errors?: readonly { readonly extensions?: { readonly code?: unknown } }[];
}

/** A null of which the body says that it could not look is not "there is none"; a decision may not rest on it. What is hidden stays hidden. */
function couldNotLook({ extensions }: { readonly extensions?: { readonly code?: unknown } }): boolean {
  return extensions?.code === 'INTERNAL' || extensions?.code === 'UNAVAILABLE';
}

export class PartyClient {
  private readonly agent: Agent;

  constructor(
    private readonly signer: PartySigner,
    private readonly addresses: ReadonlyMap<string, string>,
    private readonly registers: Registers,
    tls: ClientTls = {},
  ) {
    this.agent = new Agent({ connections: 16, keepAliveTimeout: 10_000, connect: { timeout: 1_000, ...tls } });
  }

  /** The `data` of a GraphQL question; UNAVAILABLE, naming the body, when it does not answer in time, answers without data, or could not look. */
  async ask<T>(service: string, question: Question): Promise<T> {
    const patience = Math.min(QUESTION_PATIENCE_MS, question.deadline - Date.now());
    const content = JSON.stringify({ query: question.query, variables: question.variables ?? {} });
    const facts = { viewer: question.viewer, businessDate: question.businessDate, requestId: question.requestId, deadline: Date.now() + patience };
    const answer = await this.post(service, '/graphql', content, facts, patience);
    const { data, errors = [] } = (answer.content ?? {}) as GraphQLAnswer<T>;
    if (answer.status !== 200 || !data || errors.some(couldNotLook)) throw unavailable(this.bodyOf(service));
    return data;
  }

  /** The answer to a command. UNAVAILABLE when it is not known whether it arrived: send it again under the same id. StaleEpoch: nothing changed, another coordinates. */
  async command<T extends object>(service: string, verb: string, command: OutgoingCommand): Promise<T> {
    const patience = command.timeoutMs ?? COMMAND_PATIENCE_MS;
    const content = JSON.stringify({ id: command.id, epoch: command.epoch, payload: command.payload });
    const facts = { viewer: command.viewer, businessDate: command.businessDate, requestId: command.id, deadline: Date.now() + patience };
    const answer = await this.post(service, `/commands/${verb}`, content, facts, patience);
    if (answer.status === 200) return answer.content as T;
    throw this.faultOf(service, answer);
  }

  async close(): Promise<void> {
    await this.agent.destroy();
  }

  private faultOf(service: string, answer: Answer): Error {
    const code = (answer.content as { code?: unknown } | null)?.code;
    if (answer.status === 409 && code === 'STALE_EPOCH') return new StaleEpoch();
    if (answer.status >= 500 || !isFaultCode(code) || code === 'INTERNAL') return unavailable(this.bodyOf(service));
    return code === 'BAD_USER_INPUT' ? badInput(publicText(code)) : new Fault(code);
  }

  private async post(service: string, path: string, content: string, facts: PartyFacts, patience: number): Promise<Answer> {
    const base = this.addresses.get(service);
    if (!base || patience <= 0) throw unavailable(this.bodyOf(service));
    try {
      const response = await request(`${base}${path}`, {
        method: 'POST',
        dispatcher: this.agent,
        headers: { 'content-type': 'application/json', [TRACE_HEADER]: traceparentOf(facts.requestId), authorization: `Bearer ${await this.signer.sign(service, content, facts)}` },
        body: content,
        signal: AbortSignal.timeout(patience),
      });
      const text = await response.body.text();
      return { status: response.statusCode, content: text === '' ? null : JSON.parse(text) };
    } catch {
      throw unavailable(this.bodyOf(service));
    }
  }

  private bodyOf(service: string): string {
    return this.registers.parties.find((party) => party.service === service)?.body ?? service;
  }
}
