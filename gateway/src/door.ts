/**
 * The HTTP server as one door that can be closed without hurting anybody: whoever is inside gets his answer. Guarantees: once it is said that the
 * end comes, every answer tells its client to come on a new connection next time; once closed, no new connection, and no answer is cut off before the limit.
 */
import type { Server, ServerResponse } from 'node:http';
import { Server as NetServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

const LOOK_EVERY_MS = 20;
/** A request that was sent before its client could see the end. */
const ON_THEIR_WAY_MS = 250;

export class Door {
  private readonly inside = new Set<ServerResponse>();
  private ending = false;

  constructor(private readonly server: Server) {
    server.prependListener('request', (_request, response: ServerResponse) => this.enter(response));
  }

  /** Answers that have not left yet, streams included. */
  get inFlight(): number {
    return this.inside.size;
  }

  /** A client that keeps its connection would otherwise find it closed under its next request. */
  announceEnd(): void {
    this.ending = true;
    for (const response of this.inside) lastOfConnection(response);
  }

  /** No new connections. Those that are idle stay until everybody is out, so that a request that is on its way still finds us. */
  async close(): Promise<void> {
    this.announceEnd();
    // Right after the event loop took in who stood outside: whom the system has let in and we have not, it resets when we close.
    await new Promise((resolve) => setImmediate(resolve));
    NetServer.prototype.close.call(this.server);
  }

  /** Resolves when nobody is inside any more, or after `limitMs`, with how many there still are. */
  async empty(limitMs: number): Promise<number> {
    const began = Date.now();
    const waits = (): boolean => this.inside.size > 0 || Date.now() < began + ON_THEIR_WAY_MS;
    while (waits() && Date.now() < began + limitMs) await sleep(LOOK_EVERY_MS);
    this.server.closeIdleConnections();
    return this.inside.size;
  }

  cutOff(): void {
    this.server.closeAllConnections();
  }

  private enter(response: ServerResponse): void {
    this.inside.add(response);
    response.once('close', () => this.inside.delete(response));
    if (this.ending) lastOfConnection(response);
  }
}

function lastOfConnection(response: ServerResponse): void {
  if (!response.headersSent) response.setHeader('connection', 'close');
}
