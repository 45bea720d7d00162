/**
 * The offices of the four bodies at the gateway, as a careful client: a command that gets no usable answer is given again under
 * the same id until it gets one, and now and then it is given twice at once. All is recorded.
 */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Agent, request } from 'undici';
import { requestToken } from '../../local/token-request.js';
import type { Random } from './random.js';
import { REUSED, type Recorder, type Told, type Verb } from './recorder.js';
import { mutationOf, toldBy, type GraphAnswer } from './words.js';

export const CASE_WORKER = 'case-worker';
/** The demo user who speaks for a company. */
export const officerOf = (service: string): string => service.replace('sw-', 'placement-');

export interface Command {
  readonly actor: string;
  readonly verb: Verb;
  readonly agreement: string | null;
  readonly input: object;
}

export interface DeskOptions {
  readonly url: string;
  readonly issuerUrl: string;
  readonly recorder: Recorder;
  readonly random: Random;
  /** Share of commands that are sent twice at once. */
  readonly duplicates?: number;
  /** After this time without a usable answer the outcome is unknown. */
  readonly patienceMs?: number;
}

const ATTEMPT_MS = 8_000;
/** The fault says that nothing was done and nothing is kept: an answer like any other. */
const FINAL_FAULTS = new Set(['BAD_USER_INPUT', 'NOT_FOUND', 'FORBIDDEN']);

export class Desk {
  private readonly tokens = new Map<string, Promise<string>>();
  private readonly agent = new Agent({ connections: 64, keepAliveTimeout: 5_000, connect: { timeout: 2_000 } });
  /** What was given and answered, for those who want to know how it goes. */
  readonly counts = { invoked: 0, attempts: 0, answered: 0, refused: 0, unknown: 0 };

  constructor(private readonly options: DeskOptions) {}

  /** The answer, or null when there was none in the whole patience. */
  async give(command: Command, commandId: string = randomUUID()): Promise<Told | null> {
    const { recorder, random, duplicates = 0.1, patienceMs = 90_000 } = this.options;
    const key = recordedAs(command, commandId);
    this.counts.invoked += 1;
    const deadline = Date.now() + patienceMs;
    for (let attempt = 1; Date.now() < deadline; attempt += 1) {
      const copies = random.chance(duplicates) ? 2 : 1;
      const told = await Promise.all(Array.from({ length: copies }, () => this.attempt(command, commandId, attempt)));
      const answers = told.filter((one) => one !== null);
      for (const one of answers) recorder.add({ type: 'answer', command: key, told: one });
      // What a body that is away could not answer is not kept: the same command again, as its text says.
      const final = answers.find((one) => !isPassing(one));
      if (final) return this.settled(final);
      await sleep(Math.min(2_000, 100 * 2 ** attempt) + random.below(200));
    }
    this.counts.unknown += 1;
    recorder.add({ type: 'unknown', command: key });
    return null;
  }

  /** Null when the gateway or a body does not answer. */
  async ask<T>(user: string, query: string, variables: object): Promise<T | null> {
    const answer = await this.post<T>(user, { query, variables }).catch(() => null);
    return answer?.data ?? null;
  }

  async close(): Promise<void> {
    await this.agent.destroy();
  }

  private settled(told: Told): Told {
    this.counts.answered += 1;
    if (told.kind === 'REFUSAL' || told.kind === 'FAULT') this.counts.refused += 1;
    return told;
  }

  private async attempt(command: Command, commandId: string, attempt: number): Promise<Told | null> {
    const { actor, verb, agreement, input } = command;
    this.counts.attempts += 1;
    this.options.recorder.add({ type: 'invoke', command: recordedAs(command, commandId), actor, verb, agreement, attempt });
    const body = { query: mutationOf(verb), variables: { input: { commandId, ...input } } };
    const answer = await this.post<Record<string, unknown>>(actor, body).catch(() => null);
    const told = answer && toldBy(answer);
    return told && told.kind === 'FAULT' && !FINAL_FAULTS.has(told.code) ? null : told;
  }

  private async post<T>(user: string, body: object): Promise<GraphAnswer<T> | null> {
    const response = await request(`${this.options.url}/graphql`, {
      method: 'POST',
      dispatcher: this.agent,
      headers: { 'content-type': 'application/json', authorization: `Bearer ${await this.token(user)}`, 'x-doelbinding': 'wsw' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(ATTEMPT_MS),
    });
    const text = await response.body.text();
    if (response.statusCode === 401) this.tokens.delete(user);
    return response.statusCode < 500 && response.statusCode !== 401 ? (JSON.parse(text) as GraphAnswer<T>) : null;
  }

  private token(user: string): Promise<string> {
    const known = this.tokens.get(user);
    if (known) return known;
    const asked = requestToken(this.options.issuerUrl, user);
    this.tokens.set(user, asked);
    asked.catch(() => this.tokens.delete(user));
    return asked;
  }
}

/** Another content under a known id is a question of its own to the checker. */
const recordedAs = ({ verb }: Command, commandId: string): string => (verb === 'reuse' ? `${commandId}${REUSED}` : commandId);
const isPassing = (told: Told): boolean => told.kind === 'REFUSAL' && told.code === 'BODY_UNAVAILABLE';
