/** The doors as a tester uses them: the gateway with an access token, a service with the gateway's envelope. What comes back is kept whole. */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Agent, request } from 'undici';
import { ENVELOPE_HEADER, sealEnvelope } from '#kernel/envelope.js';
import type { Viewer } from '#kernel/viewer.js';
import { envelopeKeyOf } from '../../kit/parties.js';
import { serviceUrl, today, url } from '../../kit/stack.js';
import { accessToken } from './people.js';

export interface DoorError {
  readonly message?: string;
  readonly path?: readonly (string | number)[];
  readonly extensions?: { readonly code?: string; readonly requestId?: string };
}

export interface Answered {
  readonly status: number;
  readonly text: string;
  readonly data: Record<string, unknown> | null;
  readonly errors: readonly DoorError[];
  readonly ms: number;
}

/** A door and its name; `ask` sends one document as one viewer. */
export interface Door {
  readonly name: string;
  ask(viewer: Viewer, query: string, variables?: object): Promise<Answered>;
}

const agent = new Agent({ connections: 8, keepAliveTimeout: 10_000 });
const JSON_TYPE = { 'content-type': 'application/json' };
const PATIENCE_MS = 15_000;

export const gatewayDoor: Door = {
  name: 'gateway',
  ask: async (viewer, query, variables = {}) => {
    const authorization = `Bearer ${await accessToken(viewer)}`;
    const purpose: Record<string, string> = viewer.purpose === null ? {} : { 'x-doelbinding': viewer.purpose };
    return patiently(() => send(`${url}/graphql`, { ...JSON_TYPE, authorization, ...purpose }, JSON.stringify({ query, variables })));
  },
};

export function serviceDoor(service: string): Door {
  return {
    name: service,
    ask: (viewer, query, variables = {}) => {
      const body = JSON.stringify({ query, variables });
      const facts = { viewer, businessDate: today(), requestId: randomUUID(), deadline: Date.now() + PATIENCE_MS };
      return send(`${serviceUrl(service)}/graphql`, { ...JSON_TYPE, [ENVELOPE_HEADER]: sealEnvelope(facts, service, body, envelopeKeyOf(service)) }, body);
    },
  };
}

/** Without what is different in every answer: request ids. */
export const comparable = ({ status, text }: Answered): string => `${status} ${text.replaceAll(/"requestId":"[^"]*"/g, '"requestId":""')}`;

export const closeDoors = (): Promise<void> => agent.destroy();

export async function send(to: string, headers: Record<string, string>, body: string): Promise<Answered> {
  const began = performance.now();
  const response = await request(to, { method: 'POST', dispatcher: agent, headers, body, signal: AbortSignal.timeout(PATIENCE_MS) });
  const text = await response.body.text();
  const parsed = parsedOr(text);
  return { status: response.statusCode, text, data: parsed.data ?? null, errors: parsed.errors ?? [], ms: performance.now() - began };
}

/** A rate limit is a reason to wait and no answer. */
async function patiently(work: () => Promise<Answered>): Promise<Answered> {
  for (let pause = 250; ; pause *= 2) {
    const answer = await work();
    if (answer.status !== 429 || pause > 16_000) return answer;
    await sleep(pause);
  }
}

function parsedOr(text: string): Partial<Answered> {
  try {
    return JSON.parse(text) as Partial<Answered>;
  } catch {
    return {};
  }
}
