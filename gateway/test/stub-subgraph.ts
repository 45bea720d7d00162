/** A small subgraph over real HTTP that answers what a test tells it to, and remembers what it was asked. */
import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { ServerTls } from '#kernel/tls.js';
import { StubExports } from './stub-exports.js';
import { StubNews } from './stub-news.js';
import { underAliases } from './under-aliases.js';

export interface Asked {
  readonly headers: IncomingHttpHeaders;
  /** The JSON text as it came. */
  readonly text: string;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

export type Reply = object | ((response: ServerResponse) => void);
type Behaviour = (asked: Asked) => Reply;

/** Never answers. */
export const silence = (): Reply => () => undefined;

export class StubSubgraph {
  readonly asked: Asked[] = [];
  behaviour: Behaviour = () => ({ data: {} });
  readonly news = new StubNews();
  readonly exports = new StubExports();
  private constructor(
    private readonly server: Server,
    private readonly scheme: 'http' | 'https',
  ) {}

  /** `tls`: under a certificate, hearing nobody without one. */
  static async start(tls: ServerTls | null = null): Promise<StubSubgraph> {
    const server: Server = tls ? createTlsServer({ ...tls }) : createServer();
    const stub = new StubSubgraph(server, tls ? 'https' : 'http');
    server.on('request', (request, response) => {
      if (request.url === '/readyz') return void response.end('ready');
      if (request.url?.startsWith('/streams/')) return stub.news.open(request, response);
      if (request.url?.startsWith('/exports')) return stub.exports.answer(request, response);
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => stub.answer(Buffer.concat(chunks).toString('utf8'), request.headers, response));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return stub;
  }

  get url(): string {
    return `${this.scheme}://127.0.0.1:${(this.server.address() as AddressInfo).port}/graphql`;
  }

  reset(): void {
    this.asked.length = 0;
    this.exports.reset();
    this.behaviour = () => ({ data: {} });
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise<void>((resolve) => this.server.close(() => resolve()));
  }

  private answer(text: string, headers: IncomingHttpHeaders, response: ServerResponse): void {
    const { query, variables } = JSON.parse(text) as { query: string; variables?: Record<string, unknown> };
    const asked = { headers, text, query, variables: variables ?? {} };
    this.asked.push(asked);
    const reply = this.behaviour(asked);
    if (typeof reply === 'function') return void (reply as (response: ServerResponse) => void)(response);
    const data = 'data' in reply ? { data: underAliases(reply.data, query) } : {};
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ ...reply, ...data }));
  }
}
