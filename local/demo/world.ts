/** What the story needs of the running stack: its users at the gateway, the business date, and a company that can be stopped. */
import { Temporal } from 'temporal-polyfill';
import { DEMO_USERS } from '../demo-users.js';
import { type GraphAnswer, GraphClient, signIn } from './graph-client.js';
import type { Narrator } from './narrator.js';

export type User = 'caseWorker' | 'zoetermeerRijswijk' | 'leiden' | 'wassenaar' | 'analyst' | 'policyOfficer';

export interface World {
  readonly say: Narrator;
  readonly as: Readonly<Record<User, GraphClient>>;
  /** YYYY-MM-DD */
  today(): Promise<string>;
  moveDate(date: string): Promise<void>;
  /** Runs `meanwhile` while the service hangs: it takes connections and answers nothing. */
  whileHanging<T>(service: string, meanwhile: () => Promise<T>): Promise<T>;
}

export interface WorldParts {
  readonly gatewayUrl: string;
  readonly issuerUrl: string;
  readonly say: Narrator;
  moveDate(date: string): Promise<void>;
  whileHanging<T>(service: string, meanwhile: () => Promise<T>): Promise<T>;
}

const USERS: Readonly<Record<User, string>> = {
  caseWorker: 'case-worker',
  zoetermeerRijswijk: 'placement-zoetermeer-rijswijk',
  leiden: 'placement-leiden',
  wassenaar: 'placement-wassenaar',
  analyst: 'analyst',
  policyOfficer: 'policy-officer',
};

export async function openWorld(parts: WorldParts): Promise<World> {
  const entries = await Promise.all(Object.entries(USERS).map(async ([key, user]) => [key, await clientOf(parts, user)] as const));
  const as = Object.fromEntries(entries) as Record<User, GraphClient>;
  return {
    say: parts.say,
    as,
    moveDate: (date) => parts.moveDate(date),
    whileHanging: (service, meanwhile) => parts.whileHanging(service, meanwhile),
    today: async () => dataOf(await as.caseWorker.query<{ businessDate: string }>('{ businessDate }')).businessDate,
  };
}

async function clientOf(parts: WorldParts, user: string): Promise<GraphClient> {
  const purpose = DEMO_USERS.find((one) => one.user === user)?.purpose ?? '';
  return new GraphClient(parts.gatewayUrl, await signIn(parts.issuerUrl, user, purpose));
}

export class StoryBroken extends Error {
  override readonly name = 'StoryBroken';
}

export function dataOf<T>(answer: GraphAnswer<T>): T {
  if (answer.data === null || answer.data === undefined) throw new StoryBroken(`no data: ${JSON.stringify(answer.errors)}`);
  return answer.data;
}

export function daysAfter(date: string, days: number): string {
  return Temporal.PlainDate.from(date).add({ days }).toString();
}

/** Asks again until `done`, for what another process works off; a broken story, not an endless one, after `withinMs`. */
export async function eventually<T>(ask: () => Promise<T>, done: (answer: T) => boolean, what: string, withinMs = 10_000): Promise<T> {
  for (const deadline = Date.now() + withinMs; Date.now() < deadline; ) {
    const answer = await ask();
    if (done(answer)) return answer;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new StoryBroken(`did not happen: ${what}`);
}
