/**
 * Sends spans in batches, beside the requests. Guarantees bounded memory: a collector that is away or slow costs spans, which are counted, and
 * never a request.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { Agent, request } from 'undici';
import type { Logger } from '#kernel/log.js';
import { exportRequest, type Span } from './otlp.js';

const BATCH = 512;
const MAX_WAITING = 8_192;
const EVERY_MS = 1_000;
const TIMEOUT_MS = 10_000;
/** Seconds are waited between these, doubling. */
const TRIES = 4;
const FIRST_PAUSE_MS = 1_000;
/** The specification names these: the same batch may come again. */
const AGAIN = new Set([429, 502, 503, 504]);

export class SpanSender {
  sent = 0;
  dropped = 0;
  private waiting: Span[] = [];
  private sending: Promise<void> | null = null;
  private readonly timer: NodeJS.Timeout;
  private readonly agent = new Agent({ connections: 1, headersTimeout: TIMEOUT_MS, bodyTimeout: TIMEOUT_MS });
  private readonly closing = new AbortController();

  constructor(
    private readonly url: string,
    private readonly resource: Readonly<Record<string, string>>,
    private readonly logger: Logger,
  ) {
    this.timer = setInterval(() => this.flush(), EVERY_MS).unref();
  }

  add(span: Span): void {
    if (this.waiting.length >= MAX_WAITING) {
      this.dropped += 1;
      return;
    }
    this.waiting.push(span);
    if (this.waiting.length === BATCH) this.flush();
  }

  /** What is waiting is sent once more, without a second try. */
  async close(): Promise<void> {
    clearInterval(this.timer);
    this.closing.abort();
    await this.sending;
    this.flush();
    await this.sending;
    await this.agent.close();
  }

  private flush(): void {
    if (this.sending || this.waiting.length === 0) return;
    this.sending = this.sendAll().finally(() => (this.sending = null));
  }

  private async sendAll(): Promise<void> {
    while (this.waiting.length > 0) {
      const batch = this.waiting.splice(0, BATCH);
      const failure = await this.send(exportRequest(this.resource, batch));
      if (failure === null) this.sent += batch.length;
      else {
        this.dropped += batch.length;
        this.logger.warn({ spans: batch.length, dropped: this.dropped, reason: failure }, 'spans could not be sent');
      }
    }
  }

  /** Why it did not succeed; null when it did. */
  private async send(body: string): Promise<string | null> {
    for (let attempt = 1; ; attempt += 1) {
      const { failure, again } = await this.post(body);
      if (failure === null || !again || attempt === TRIES || this.closing.signal.aborted) return failure;
      await sleep(FIRST_PAUSE_MS * 2 ** (attempt - 1), undefined, { signal: this.closing.signal }).catch(() => undefined);
    }
  }

  private async post(body: string): Promise<{ failure: string | null; again: boolean }> {
    try {
      const answer = await request(this.url, { method: 'POST', headers: { 'content-type': 'application/json' }, body, dispatcher: this.agent });
      await answer.body.dump();
      const good = answer.statusCode >= 200 && answer.statusCode < 300;
      return { failure: good ? null : `status ${answer.statusCode}`, again: AGAIN.has(answer.statusCode) };
    } catch {
      return { failure: 'connection', again: true };
    }
  }
}
