/** The address where Prometheus reads: a port of its own, so that nobody who may ask questions sees it. */
import { createServer, type Server, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import { CONTENT_TYPE } from './exposition.js';

const HEADERS_MS = 5_000;

export class MetricsListener {
  private constructor(private readonly server: Server) {}

  /** `write` gives the text. */
  static async open(host: string, port: number, write: () => Promise<string>): Promise<MetricsListener> {
    const server = createServer({ headersTimeout: HEADERS_MS, requestTimeout: HEADERS_MS }, (request, response) => {
      if (request.method !== 'GET' || request.url?.split('?')[0] !== '/metrics') return void response.writeHead(404).end();
      write().then((text) => answer(response, text), () => void response.writeHead(500).end());
    });
    server.listen(port, host);
    await once(server, 'listening');
    return new MetricsListener(server);
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}

function answer(response: ServerResponse, text: string): void {
  response.writeHead(200, { 'content-type': CONTENT_TYPE, 'cache-control': 'no-store' }).end(text);
}
