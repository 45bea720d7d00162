/** The exports of a stub: a test says what is offered and how it is given out, and sees who asked. */
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';

export interface AskedExport {
  readonly address: string;
  readonly headers: IncomingHttpHeaders;
}

type GivesOut = (response: ServerResponse, asked: AskedExport) => void;

const whole: GivesOut = (response) => void response.writeHead(200, { 'content-type': 'text/html', 'content-disposition': 'attachment; filename="cijfers-2013.csv"' }).end('a,b\n1,2\n');

export class StubExports {
  readonly asked: AskedExport[] = [];
  listed = 0;
  offered: unknown = { exports: [] };
  givesOut: GivesOut = whole;
  /** While true nobody is answered. */
  away = false;

  answer(request: IncomingMessage, response: ServerResponse): void {
    if (this.away) return void response.socket?.destroy();
    const asked = { address: request.url ?? '', headers: request.headers };
    if (request.url !== '/exports') {
      this.asked.push(asked);
      return this.givesOut(response, asked);
    }
    this.listed += 1;
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(this.offered));
  }

  reset(): void {
    this.asked.length = 0;
    this.givesOut = whole;
    this.away = false;
  }
}

/** How a service refuses. */
export const refusing = (status: number, content: object | string): GivesOut => (response) => void response.writeHead(status, { 'content-type': 'application/json' }).end(typeof content === 'string' ? content : JSON.stringify(content));
