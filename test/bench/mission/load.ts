/** Puts load on one address: so many clients, each asks again when it was answered. An answer with errors, or none, ends the round: a fast refusal is no figure. */
import { Agent, request } from 'undici';
import { summary, type Latencies } from './measures.js';
import type { Measured } from './operations.js';

export interface Target {
  readonly url: string;
  /** Bearer token by demo user. */
  readonly tokens: ReadonlyMap<string, string>;
}

export interface Answer {
  readonly data: unknown;
  readonly errors?: readonly unknown[];
  readonly requestId: string;
  readonly statements: number;
  readonly bytes: number;
}

export class Client {
  private readonly agent: Agent;

  constructor(
    private readonly target: Target,
    connections: number,
  ) {
    this.agent = new Agent({ connections, pipelining: 1, keepAliveTimeout: 30_000 });
  }

  async ask(operation: Measured, turn: number): Promise<Answer> {
    const text = await this.send(operation, turn);
    return { ...(JSON.parse(text.body) as Answer), requestId: text.requestId, statements: text.statements, bytes: text.body.length };
  }

  /** Milliseconds until the whole answer was there. */
  async time(operation: Measured, turn: number): Promise<number> {
    const began = performance.now();
    const { body } = await this.send(operation, turn);
    const took = performance.now() - began;
    if (body.includes('"errors":')) throw new Error(`${operation.name}: ${body.slice(body.indexOf('"errors":'), 400)}`);
    return took;
  }

  close(): Promise<void> {
    return this.agent.close();
  }

  private async send({ query, operationName, variables, user, purpose }: Measured, turn: number): Promise<{ body: string; requestId: string; statements: number }> {
    const { statusCode, headers, body } = await request(`${this.target.url}/graphql`, {
      dispatcher: this.agent,
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${this.target.tokens.get(user) ?? ''}`, 'x-doelbinding': purpose },
      body: JSON.stringify({ query, operationName, variables: variables[turn % variables.length] }),
    });
    const text = await body.text();
    if (statusCode !== 200) throw new Error(`${operationName}: HTTP ${statusCode} ${text.slice(0, 300)}`);
    return { body: text, requestId: String(headers['x-request-id'] ?? ''), statements: Number(headers['x-statements'] ?? 0) };
  }
}

export interface Round {
  readonly clients: number;
  readonly seconds: number;
}

export async function load(target: Target, operation: Measured, { clients, seconds }: Round): Promise<Latencies> {
  const client = new Client(target, clients);
  try {
    const latencies: number[] = [];
    const began = performance.now();
    const until = began + seconds * 1_000;
    let turn = 0;
    const work = async (): Promise<void> => {
      while (performance.now() < until) latencies.push(await client.time(operation, (turn += 1)));
    };
    await Promise.all(Array.from({ length: clients }, work));
    return summary(latencies, (performance.now() - began) / 1_000);
  } finally {
    await client.close();
  }
}
