/** The stream of changes of a stub: a test says what changed, breaks it off, and sees who opened it. */
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';

export class StubNews {
  private readonly listeners = new Set<ServerResponse>();
  private readonly told: { seq: number; agreement: string; version: number }[] = [];
  readonly openedBy: { headers: IncomingHttpHeaders; after: number }[] = [];
  /** While true nobody is let in. */
  away = false;

  open(request: IncomingMessage, response: ServerResponse): void {
    if (this.away) return void response.socket?.destroy();
    const after = Number(new URL(request.url ?? '', 'http://stub').searchParams.get('after'));
    this.openedBy.push({ headers: request.headers, after });
    response.writeHead(200).write(`${JSON.stringify({ head: this.told.length, oldest: 1 })}\n`);
    for (const line of this.told.slice(after)) response.write(`${JSON.stringify(line)}\n`);
    this.listeners.add(response);
    response.on('close', () => this.listeners.delete(response));
  }

  get listening(): number {
    return this.listeners.size;
  }

  changed(agreement: string): number {
    const line = { seq: this.told.length + 1, agreement, version: 1 };
    this.told.push(line);
    for (const response of this.listeners) response.write(`${JSON.stringify(line)}\n`);
    return line.seq;
  }

  breakOff(): void {
    for (const response of this.listeners) response.destroy();
  }
}
