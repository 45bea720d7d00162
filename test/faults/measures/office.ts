/** The offices of the bodies at the gateway, as they are measured: one request, one answer, nothing tried again, every millisecond counted. */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Agent, request } from 'undici';
import { requestToken } from '../../../local/token-request.js';

export const CASE_WORKER = 'case-worker';
/** The demo user who speaks for a company. */
export const officerOf = (service: string): string => service.replace('sw-', 'placement-');

export interface Told {
  readonly __typename: 'Agreement' | 'Offer' | 'Refusal';
  readonly id?: string;
  readonly version?: number;
  readonly state?: string;
  readonly terms?: { readonly hash: string };
  readonly code?: string;
  readonly alternatives?: readonly unknown[] | null;
}

export interface Answered<T> {
  /** 0 when the connection broke. */
  readonly status: number;
  readonly data: T | null;
  readonly errors: readonly { readonly path?: readonly (string | number)[]; readonly extensions?: { readonly code?: string; readonly body?: string } }[];
  readonly ms: number;
}

const INPUTS = {
  recordOffer: 'RecordOfferInput',
  recordWorkerChoice: 'RecordWorkerChoiceInput',
  proposeAgreement: 'ProposeAgreementInput',
  counterAgreement: 'CounterAgreementInput',
  acceptAgreement: 'AcceptAgreementInput',
  rejectAgreement: 'AgreementReasonInput',
  withdrawAgreement: 'AgreementReasonInput',
  informWorker: 'InformWorkerInput',
  recordWorkerDecision: 'WorkerDecisionInput',
} as const;
export type Field = keyof typeof INPUTS;

const PATIENCE_MS = 15_000;
const PASSING = new Set(['BODY_UNAVAILABLE', 'UNAVAILABLE', 'status 0']);

export class NotDone extends Error {
  constructor(
    field: Field,
    readonly reason: string,
  ) {
    super(`${field}: ${reason}`);
  }
}

export class Office {
  private readonly agent = new Agent({ connections: 128, keepAliveTimeout: 10_000 });
  private readonly tokens = new Map<string, Promise<string>>();

  constructor(
    private readonly url: string,
    private readonly issuerUrl: string,
  ) {}

  /** One command; the answer is its field's. */
  async command(user: string, field: Field, input: object, commandId: string = randomUUID()): Promise<Answered<Told>> {
    const own = field === 'recordOffer' || field === 'recordWorkerChoice' ? '... on Offer { id }' : '... on Agreement { id version state terms { hash } }';
    const query = `mutation M($input: ${INPUTS[field]}!) { answer: ${field}(input: $input) { __typename ${own} ... on Refusal { code alternatives { id } } } }`;
    const { data, ...rest } = await this.ask<{ answer: Told | null }>(user, query, { input: { commandId, ...input } });
    return { ...rest, data: data?.answer ?? null };
  }

  /** For what is not measured: the agreement or offer that a command gives; given again while a body is busy. Throws with the reason when it gives none. */
  async done(user: string, field: Field, input: object): Promise<Told & { readonly id: string }> {
    const commandId = randomUUID();
    for (const deadline = Date.now() + 30_000; ; await sleep(100)) {
      const { data, errors, status } = await this.command(user, field, input, commandId);
      if (data?.id) return { ...data, id: data.id };
      const reason = data?.code ?? errors[0]?.extensions?.code ?? `status ${status}`;
      if (!PASSING.has(reason) || Date.now() > deadline) throw new NotDone(field, reason);
    }
  }

  async ask<T>(user: string, query: string, variables: object = {}, operationName?: string, purpose = 'wsw'): Promise<Answered<T>> {
    const authorization = `Bearer ${await this.token(user)}`;
    const began = performance.now();
    try {
      const response = await request(`${this.url}/graphql`, {
        method: 'POST',
        dispatcher: this.agent,
        headers: { 'content-type': 'application/json', authorization, 'x-doelbinding': purpose },
        body: JSON.stringify({ query, variables, operationName }),
        signal: AbortSignal.timeout(PATIENCE_MS),
      });
      const { data = null, errors = [] } = (await response.body.json()) as Partial<Answered<T>>;
      return { status: response.statusCode, data, errors, ms: performance.now() - began };
    } catch {
      return { status: 0, data: null, errors: [], ms: performance.now() - began };
    }
  }

  async close(): Promise<void> {
    await this.agent.destroy();
  }

  private token(user: string): Promise<string> {
    const known = this.tokens.get(user) ?? requestToken(this.issuerUrl, user);
    this.tokens.set(user, known);
    return known;
  }
}

/** Does `work` for all, so many at a time, in order. */
export async function atOnce<T, R>(many: number, items: readonly T[], work: (item: T, index: number) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let index = next++; index < items.length; index = next++) results[index] = await work(items[index] as T, index);
  };
  await Promise.all(Array.from({ length: Math.min(many, items.length) }, worker));
  return results;
}
