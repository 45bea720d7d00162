/** GraphQL over server-sent events, one subscription per connection: `next` with an answer, `complete` when nothing more will come. */
import { once } from 'node:events';
import type { ServerResponse } from 'node:http';

const HEARTBEAT_MS = 15_000;
/** Who takes longer to read what was sent does not read. */
const SLOW_MS = 10_000;
const FAREWELL_MS = 500;

export class EventStream {
  private readonly heartbeat: NodeJS.Timeout;

  /** Sends the head; `onGone` is called when the client goes. */
  constructor(
    private readonly response: ServerResponse,
    headers: Readonly<Record<string, string>>,
    onGone: () => void,
  ) {
    // The connection serves nothing after this: it may be cut without harm to another answer.
    response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store', connection: 'close', 'x-accel-buffering': 'no', ...headers });
    response.flushHeaders();
    response.on('close', onGone).on('error', onGone);
    this.heartbeat = setInterval(() => response.write(':\n\n'), HEARTBEAT_MS);
    if (response.destroyed) onGone();
  }

  /** `answer` is one line of JSON; `seq` is what a client sends as last-event-id. Throws when it is not read. */
  async next(answer: string, seq: number | null, ending: AbortSignal): Promise<void> {
    const id = seq === null ? '' : `id: ${seq}\n`;
    if (this.response.write(`${id}event: next\ndata: ${answer.trim()}\n\n`)) return;
    await once(this.response, 'drain', { signal: AbortSignal.any([ending, AbortSignal.timeout(SLOW_MS)]) });
  }

  complete(): void {
    this.response.write('event: complete\ndata:\n\n');
  }

  end(): void {
    clearInterval(this.heartbeat);
    this.response.end();
    setTimeout(() => this.response.destroy(), FAREWELL_MS).unref();
  }
}
