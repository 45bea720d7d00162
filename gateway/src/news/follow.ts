/**
 * The life of one stream: every event is a request of its own through the whole pipeline, as the subscriber. Guarantees that what
 * he may not see makes no sound, that nothing is skipped because a service was away, and that the stream ends with his token.
 */
import type { ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { newExchange, type Exchange } from '../exchange.js';
import type { HttpAnswer } from '../http-answer.js';
import type { PipelineRunner } from '../run-pipeline.js';
import { EventStream } from './event-stream.js';
import type { News } from './news-log.js';
import type { Ending } from './seat.js';
import type { Subscription } from './subscription.js';

/** An id that nothing has: asked for at the start, it shows what this viewer would be refused whatever changes. */
const NOTHING = '00000000-0000-0000-0000-000000000000';
const TRIES = 10;
const PAUSE_MS = 1_000;
const LONGEST_TIMER_MS = 2 ** 31 - 1;
const MISSED = { errors: [{ message: 'Er is te veel veranderd om te vertellen: haal alles opnieuw op en abonneer u opnieuw.', extensions: { code: 'BAD_USER_INPUT' } }] };

/** How an event came out: shown; nothing to see; refused for good; not now; or the token is no longer good. */
type Verdict = 'shown' | 'nothing' | 'refused' | 'later' | 'signed-out';

export interface Followed {
  readonly pipeline: PipelineRunner;
  /** Of the subscription itself. */
  readonly exchange: Exchange;
  readonly subscription: Subscription;
}

/** Resolves when the stream has ended; with an answer instead when no stream could begin. `hijack` hands the response over. */
export async function follow(followed: Followed, hijack: () => ServerResponse): Promise<HttpAnswer | null> {
  const { seat, event } = followed.subscription;
  try {
    const first = await ask(followed, event.id ?? NOTHING);
    if (first.status !== 200) return first;
    const stream = new EventStream(hijack(), { 'x-request-id': followed.exchange.requestId, 'last-event-id': String(seat.from) }, () => seat.leave('cut'));
    try {
      await run(followed, stream, first);
    } finally {
      stream.end();
    }
    return null;
  } finally {
    seat.leave('cut');
  }
}

async function run(followed: Followed, stream: EventStream, first: HttpAnswer): Promise<void> {
  const { exchange, subscription: { seat, event } } = followed;
  const verdict = judge(first);
  const mayBegin = verdict === 'shown' || verdict === 'nothing' || (event.id === null && isNotFound(first));
  const signOut = setTimeout(() => seat.leave('signed-out'), Math.min(exchange.signedInUntil - Date.now(), LONGEST_TIMER_MS));
  try {
    if (!mayBegin) await stream.next(first.body, null, seat.left);
    const ending = mayBegin ? await tellAll(followed, stream) : 'refused';
    if (ending === 'gap') await stream.next(JSON.stringify(MISSED), null, AbortSignal.timeout(PAUSE_MS));
    if (ending !== 'cut') stream.complete();
  } catch (error) {
    // He does not read, or is gone: cut off, he comes back to where he was. Anything else is a bug, and is logged like any other.
    if (!(error instanceof Error && error.name === 'AbortError')) throw error;
  } finally {
    clearTimeout(signOut);
  }
}

async function tellAll(followed: Followed, stream: EventStream): Promise<Ending | 'refused'> {
  for (;;) {
    const news = await followed.subscription.seat.next();
    if (typeof news === 'string') return news;
    const verdict = await tell(followed, stream, news);
    if (verdict === 'later') return 'cut';
    if (verdict === 'signed-out' || verdict === 'refused') return verdict;
  }
}

/** `later` when it could not be told for so long that the client had better come back; `refused` ends the stream. */
async function tell(followed: Followed, stream: EventStream, news: News): Promise<Verdict> {
  const { seat, event } = followed.subscription;
  for (let tries = 0; tries < TRIES && !seat.left.aborted; tries += 1) {
    const answer = await followed.subscription.turns.take(() => ask(followed, news.id));
    const verdict = judge(answer);
    const ends = verdict === 'refused' && event.id !== null;
    if (verdict === 'shown' || ends) await stream.next(answer.body, news.seq, seat.left);
    if (verdict !== 'later') return verdict === 'refused' && !ends ? 'nothing' : verdict;
    await sleep(PAUSE_MS, undefined, { signal: seat.left }).catch(() => undefined);
    if (seat.isOvertaken(news)) return 'nothing';
  }
  return 'later';
}

/** One request, from the first step to the last. */
async function ask({ pipeline, exchange, subscription: { event } }: Followed, id: string): Promise<HttpAnswer> {
  const own = newExchange(exchange.headers, 'event');
  const refusal = await pipeline.admit(own);
  if (refusal) return refusal;
  const { query, operationName, variables, idVariable } = event;
  return pipeline.execute(own, { query, variables: { ...variables, [idVariable]: id }, ...(operationName === null ? {} : { operationName }) }, undefined);
}

interface Content {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly { readonly extensions?: { readonly code?: string } }[];
}

function judge({ status, body }: HttpAnswer): Verdict {
  if (status === 401) return 'signed-out';
  const { data } = JSON.parse(body) as Content;
  if (Object.values(data ?? {}).some((root) => root !== null)) return 'shown';
  const codes = codesOf(body);
  if (codes.some((code) => code === 'UNAVAILABLE' || code === 'INTERNAL')) return 'later';
  return codes.length === 0 ? 'nothing' : 'refused';
}

function codesOf(body: string): (string | undefined)[] {
  return ((JSON.parse(body) as Content).errors ?? []).map(({ extensions }) => extensions?.code);
}

const isNotFound = ({ body }: HttpAnswer): boolean => codesOf(body).every((code) => code === 'NOT_FOUND');
