/** One subgraph behind HTTP, as small as node:http allows: POST anything for an answer, GET /calls for the number of questions so far. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Answering } from './answering.js';
import { executable, type SubgraphName } from './subgraphs.js';

export class Serving {
  private calls = 0;
  private readonly answering: Answering;
  private readonly server: Server;

  private constructor(readonly name: SubgraphName) {
    this.answering = new Answering(executable(name));
    this.server = createServer((request, response) => this.take(request, response));
    this.server.keepAliveTimeout = 120_000;
  }

  static async start(name: SubgraphName, port: number): Promise<Serving> {
    const serving = new Serving(name);
    await new Promise<void>((resolve, reject) => serving.server.once('error', reject).listen(port, '127.0.0.1', resolve));
    return serving;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/graphql`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private take(request: IncomingMessage, response: ServerResponse): void {
    if (request.method !== 'POST') return send(response, Buffer.from(JSON.stringify({ calls: this.calls })));
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      this.calls += 1;
      const body = parts.length === 1 ? (parts[0] as Buffer) : Buffer.concat(parts);
      const answer = this.answering.answer(body.toString());
      if (!(answer instanceof Promise)) return send(response, answer);
      answer.then((bytes) => send(response, bytes), (error: unknown) => send(response, Buffer.from(JSON.stringify({ errors: [{ message: String(error) }] }))));
    });
  }
}

function send(response: ServerResponse, body: Buffer): void {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length }).end(body);
}
