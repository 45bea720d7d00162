/**
 * Stands between two bodies as a bad network would: it delays, swallows, refuses, resets or cuts off, and it can stop at one
 * moment of one request (before it is passed on, or when the receiver has answered and the sender does not know yet).
 */
import { Agent, createServer, request, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

export type LinkMode = 'ok' | 'latency' | 'hang' | 'down' | 'reset' | 'cut';

/** `before`: the receiver has not heard of it. `after`: the receiver has answered, the sender does not know. */
export type Moment = 'before' | 'after';

export interface Passing {
  readonly from: string;
  readonly to: string;
  readonly path: string;
  readonly body: string;
  readonly moment: Moment;
  /** What the receiver answered, as HTTP status; null before it did. */
  readonly status: number | null;
}

/** Called for everything that passes; what it answers is waited for, so that a process can be killed at this very moment. */
export type Watcher = (passing: Passing) => Promise<void> | undefined;

export interface Link {
  readonly from: string;
  readonly to: string;
  /** Where the receiver really listens. */
  readonly target: string;
}

interface Answer {
  readonly status: number;
  readonly headers: IncomingMessage['rawHeaders'];
  readonly body: Buffer;
}

const LATENCY_MS = 400;
/** What a connection keeps to itself; the rest of the headers is passed on. */
const OWN_HEADERS = new Set(['connection', 'keep-alive', 'transfer-encoding', 'content-length']);

export class FaultProxy {
  private mode: LinkMode = 'ok';
  private server: Server;
  private port = 0;
  private readonly sockets = new Set<Socket>();
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 64 });

  private constructor(
    readonly link: Link,
    private readonly watch: Watcher,
  ) {
    this.server = this.newServer();
  }

  static async open(link: Link, watch: Watcher = () => undefined): Promise<FaultProxy> {
    const proxy = new FaultProxy(link, watch);
    await proxy.listen();
    return proxy;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  get name(): string {
    return `${this.link.from} -> ${this.link.to}`;
  }

  /** What is under way is hit too: a link that goes down takes its connections with it. */
  async set(mode: LinkMode): Promise<void> {
    const before = this.mode;
    this.mode = mode;
    if (mode === 'down' && before !== 'down') await this.shut();
    if (mode !== 'down' && before === 'down') {
      this.server = this.newServer();
      await this.listen();
    }
    if (mode === 'reset') this.dropAll();
  }

  async close(): Promise<void> {
    if (this.mode !== 'down') await this.shut();
    this.mode = 'down';
    this.agent.destroy();
  }

  private newServer(): Server {
    const server = createServer((incoming, outgoing) => void this.pass(incoming, outgoing).catch(() => outgoing.destroy()));
    server.keepAliveTimeout = 60_000;
    server.on('connection', (socket: Socket) => {
      this.sockets.add(socket);
      socket.once('close', () => this.sockets.delete(socket)).on('error', () => undefined);
      if (this.mode === 'reset') socket.resetAndDestroy();
    });
    return server;
  }

  private listen(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.server.once('error', reject);
      this.server.listen(this.port, '127.0.0.1', () => {
        this.port = (this.server.address() as AddressInfo).port;
        resolve();
      });
    });
  }

  private shut(): Promise<void> {
    return new Promise((resolve) => {
      this.server.close(() => resolve());
      this.dropAll();
    });
  }

  private dropAll(): void {
    for (const socket of this.sockets) socket.resetAndDestroy();
  }

  private async pass(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    if (incoming.method === 'GET') return this.stream(incoming, outgoing);
    const body = await bodyOf(incoming);
    if (this.mode === 'latency') await sleep(LATENCY_MS);
    if (this.mode === 'hang') return;
    await this.tell('before', incoming, body, null);
    const answer = await this.forward(incoming, body);
    await this.tell('after', incoming, body, answer.status);
    if (this.mode === 'cut') return cutShort(answer, outgoing);
    outgoing.writeHead(answer.status, passedOn(answer.headers));
    outgoing.end(answer.body);
  }

  private async tell(moment: Moment, incoming: IncomingMessage, body: Buffer, status: number | null): Promise<void> {
    const { from, to } = this.link;
    await this.watch({ from, to, moment, status, path: incoming.url ?? '', body: body.toString('utf8') });
  }

  private forward(incoming: IncomingMessage, body: Buffer): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const headers = { ...incoming.headers, 'content-length': String(body.length) };
      const outward = request(`${this.link.target}${incoming.url}`, { method: incoming.method, headers, agent: this.agent }, (response) => {
        bodyOf(response).then((answer) => resolve({ status: response.statusCode ?? 502, headers: response.rawHeaders, body: answer }), reject);
      });
      outward.once('error', reject);
      outward.end(body);
    });
  }

  /** A stream that stays open is handed through as it comes. */
  private stream(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    return new Promise((resolve, reject) => {
      const outward = request(`${this.link.target}${incoming.url}`, { method: 'GET', headers: incoming.headers }, (response) => {
        outgoing.writeHead(response.statusCode ?? 502, passedOn(response.rawHeaders));
        response.on('error', reject).on('close', resolve).pipe(outgoing);
      });
      outgoing.once('close', () => outward.destroy());
      outward.once('error', reject);
      outward.end();
    });
  }
}

/** The receiver did it, and the sender gets half an answer. */
function cutShort(answer: Answer, outgoing: ServerResponse): void {
  outgoing.writeHead(answer.status, { 'content-type': 'application/json', 'content-length': answer.body.length });
  outgoing.write(answer.body.subarray(0, Math.floor(answer.body.length / 2)), () => outgoing.destroy());
}

function passedOn(raw: readonly string[]): string[] {
  return raw.filter((_, index) => !OWN_HEADERS.has((raw[index - (index % 2)] ?? '').toLowerCase()));
}

async function bodyOf(message: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
