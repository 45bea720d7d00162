/**
 * HTTP to one subgraph: kept-alive connections, no redirects, a bounded answer, a deadline. Every failure is one kind: no usable answer.
 * HTTP/1.1 on purpose: in Node an answer over HTTP/2 costs several times the CPU, and a pool per subgraph leaves nothing to multiplex.
 */
import { Pool, type Dispatcher } from 'undici';
import type { ClientTls } from '#kernel/tls.js';
import { NoAnswer, type NoAnswerReason } from './traffic/no-answer.js';
import { parseAnswer } from './traffic/parse-answer.js';
import type { SubgraphAnswer } from './subgraph.js';

const MAX_ANSWER_BYTES = 16 * 1024 * 1024;
const KEEP_ALIVE_MS = 10_000;
const CONNECT_MS = 1_000;
/** Timers of the same length are one list to Node: lengths are rounded up to a multiple of this. */
const TIMER_STEP_MS = 16;
const FIXED_HEADERS = ['content-type', 'application/json', 'accept', 'application/json'];

export interface ClientOptions {
  /** How many questions may be under way; each has a connection of its own. */
  readonly connections: number;
  readonly tls?: ClientTls | undefined;
}

export class SubgraphClient {
  private readonly pool: Pool;
  private readonly path: string;

  constructor(url: string, { connections, tls }: ClientOptions) {
    const { origin, pathname, search } = new URL(url);
    this.path = pathname + search;
    // Our own deadline covers the whole of a call; the pool's two timers would only cost.
    this.pool = new Pool(origin, { connections, keepAliveTimeout: KEEP_ALIVE_MS, headersTimeout: 0, bodyTimeout: 0, connect: { timeout: CONNECT_MS, ...tls } });
  }

  /** `body` is JSON text, `headers` are names and values by turns. Throws NoAnswer. */
  post(body: string, headers: readonly string[], timeoutMs: number): Promise<SubgraphAnswer> {
    return new Promise((resolve, reject) => {
      this.pool.dispatch({ method: 'POST', path: this.path, headers: [...FIXED_HEADERS, ...headers], body }, new Call(resolve, reject, timeoutMs));
    });
  }

  close(): Promise<void> {
    return this.pool.destroy();
  }
}

/** One question on its way. Straight on the dispatcher: no streams, no signals; half the CPU of `request`. */
class Call implements Dispatcher.DispatchHandler {
  private readonly timer: NodeJS.Timeout;
  private controller: Dispatcher.DispatchController | null = null;
  private readonly chunks: Buffer[] = [];
  private size = 0;
  private status = 0;
  private over = false;

  constructor(
    private readonly resolve: (answer: SubgraphAnswer) => void,
    private readonly reject: (error: NoAnswer) => void,
    private readonly timeoutMs: number,
  ) {
    this.timer = setTimeout(giveUp, Math.max(1, Math.ceil(timeoutMs / TIMER_STEP_MS)) * TIMER_STEP_MS, this);
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.controller = controller;
    // Given up before there was a connection: it is not sent any more.
    if (this.over) controller.abort(new NoAnswer('timeout', { sent: false }));
  }

  onResponseStart(_controller: Dispatcher.DispatchController, status: number): void {
    this.status = status;
  }

  onResponseData(_controller: Dispatcher.DispatchController, chunk: Buffer): void {
    this.size += chunk.length;
    if (this.size > MAX_ANSWER_BYTES) return this.fail('too-large');
    this.chunks.push(chunk);
  }

  onResponseEnd(): void {
    if (!this.ends()) return;
    const [only] = this.chunks;
    const bytes = this.chunks.length === 1 && only ? only : Buffer.concat(this.chunks, this.size);
    const answer = parseAnswer(bytes.toString('utf8'), this.status);
    if (answer instanceof NoAnswer) return this.reject(answer);
    this.resolve(answer);
  }

  onResponseError(): void {
    if (this.ends()) this.reject(this.failure('connection'));
  }

  fail(reason: 'timeout' | 'too-large'): void {
    if (!this.ends()) return;
    const failure = this.failure(reason);
    this.reject(failure);
    this.controller?.abort(failure);
  }

  private failure(reason: NoAnswerReason): NoAnswer {
    return new NoAnswer(reason, { sent: this.controller !== null, begun: this.status !== 0, hadMs: this.timeoutMs });
  }

  private ends(): boolean {
    if (this.over) return false;
    this.over = true;
    clearTimeout(this.timer);
    return true;
  }
}

function giveUp(call: Call): void {
  call.fail('timeout');
}
