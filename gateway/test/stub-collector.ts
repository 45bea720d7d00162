/** A collector of traces: takes OTLP/HTTP in JSON and remembers the spans. */
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ReceivedSpan {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly name: string;
  readonly kind: number;
  readonly startTimeUnixNano: string;
  readonly endTimeUnixNano: string;
  readonly attributes: readonly { readonly key: string; readonly value: Readonly<Record<string, unknown>> }[];
  readonly links?: readonly { readonly traceId: string; readonly spanId: string }[];
}

interface ExportRequest {
  readonly resourceSpans: readonly { readonly scopeSpans: readonly { readonly spans: readonly ReceivedSpan[] }[] }[];
}

export class StubCollector {
  readonly spans: ReceivedSpan[] = [];
  readonly texts: string[] = [];
  readonly headers: IncomingHttpHeaders[] = [];
  /** What each request is answered; the last one again and again. */
  statuses: number[] = [200];
  private constructor(private readonly server: Server) {}

  static async start(): Promise<StubCollector> {
    const server = createServer();
    const stub = new StubCollector(server);
    server.on('request', (request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const status = (stub.statuses.length > 1 ? stub.statuses.shift() : stub.statuses[0]) ?? 200;
        stub.headers.push(request.headers);
        if (status === 200) stub.take(Buffer.concat(chunks).toString('utf8'));
        response.writeHead(status, { 'content-type': 'application/json' }).end('{}');
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return stub;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/v1/traces`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise<void>((resolve) => this.server.close(() => resolve()));
  }

  private take(text: string): void {
    this.texts.push(text);
    for (const { scopeSpans } of (JSON.parse(text) as ExportRequest).resourceSpans) for (const { spans } of scopeSpans) this.spans.push(...spans);
  }
}
