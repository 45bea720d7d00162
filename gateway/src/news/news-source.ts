/** The one stream of changes from the service that keeps the agreements: opened again, ever more patiently, from where it broke off. */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Agent, request } from 'undici';
import { z } from 'zod';
import { ENVELOPE_HEADER, sealEnvelope } from '#kernel/envelope.js';
import type { Logger } from '#kernel/log.js';
import type { ClientTls } from '#kernel/tls.js';
import type { News } from './news-log.js';

const FIRST_PAUSE_MS = 250;
const LAST_PAUSE_MS = 4_000;
/** Three times the heartbeat of the service. */
const SILENCE_MS = 15_000;
const MAX_LINE = 10_000;

const position = z.object({ head: z.number().int(), oldest: z.number().int() });
const change = z.object({ seq: z.number().int(), agreement: z.string() });

export interface NewsAddress {
  /** Service name, the audience of our envelope. */
  readonly service: string;
  /** Its base address. */
  readonly url: string;
  readonly key: Buffer;
  readonly businessDate: () => string;
  readonly tls: ClientTls;
}

export interface NewsListener {
  /** From where to go on. */
  cursor(): number;
  /** Returns false when the stream is of no use and must be opened again. */
  opened(head: number, oldest: number): boolean;
  heard(news: News): boolean;
}

export type NewsFeed = (listener: NewsListener, ending: AbortSignal) => Promise<void>;

/** Runs until `ending`. */
export function newsSource(address: NewsAddress, logger: Logger): NewsFeed {
  return async (listener, ending) => {
    const agent = new Agent({ connect: { timeout: 1_000, ...address.tls } });
    for (let pause = FIRST_PAUSE_MS; !ending.aborted; pause = Math.min(pause * 2, LAST_PAUSE_MS)) {
      const wasOpen = await listen(address, listener, agent, ending).catch((error: unknown) => brokeOff(error, ending, logger));
      if (wasOpen) pause = FIRST_PAUSE_MS;
      await sleep(pause, undefined, { signal: ending }).catch(() => undefined);
    }
    await agent.destroy();
  };
}

function brokeOff(error: unknown, ending: AbortSignal, logger: Logger): boolean {
  if (!ending.aborted) logger.warn({ reason: error instanceof Error ? error.name : 'unknown' }, 'the stream of news is not there; it is opened again');
  return false;
}

/** True when the stream had opened before it ended. */
async function listen(address: NewsAddress, listener: NewsListener, agent: Agent, ending: AbortSignal): Promise<boolean> {
  const url = new URL(`/streams/agreement-news?after=${listener.cursor()}`, address.url);
  const response = await request(url, { dispatcher: agent, headers: envelope(address), headersTimeout: 2_000, bodyTimeout: SILENCE_MS, signal: ending });
  if (response.statusCode !== 200) {
    await response.body.dump();
    throw new Error('refused');
  }
  let opened = false;
  try {
    for await (const line of lines(response.body)) {
      const told = opened ? change.parse(line) : position.parse(line);
      const goesOn = 'head' in told ? listener.opened(told.head, told.oldest) : listener.heard({ seq: told.seq, id: told.agreement });
      if (!goesOn) break;
      opened = true;
    }
  } catch (error) {
    if (!opened) throw error;
  }
  return opened;
}

function envelope({ service, key, businessDate }: NewsAddress): Record<string, string> {
  const viewer = { subject: 'gateway', body: 'gateway', roles: [], scopes: [], purpose: null };
  return { [ENVELOPE_HEADER]: sealEnvelope({ viewer, businessDate: businessDate(), requestId: randomUUID(), deadline: Date.now() + SILENCE_MS }, service, '', key) };
}

/** An empty line is a sign of life. */
async function* lines(body: AsyncIterable<Buffer>): AsyncGenerator<unknown> {
  let rest = '';
  for await (const chunk of body) {
    const parts = (rest + chunk.toString('utf8')).split('\n');
    rest = parts.pop() ?? '';
    if (rest.length > MAX_LINE) throw new Error('too long');
    for (const part of parts) if (part !== '') yield JSON.parse(part);
  }
}
