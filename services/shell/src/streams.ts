/**
 * What a service tells the gateway as it happens: `GET /streams/<name>?after=<number>` answers lines of JSON until the client goes.
 * An empty line every few seconds says that the stream lives; a client that does not read is let go, and asks again from where it was.
 */
import type { ServerResponse } from 'node:http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from '#kernel/log.js';
import type { Doors } from './doors.js';
import { writePart } from './part-writer.js';
import type { StreamHandler } from './service-definition.js';

const HEARTBEAT_MS = 5_000;
const SLOW_MS = 10_000;
const AFTER = /^\d{1,15}$/;
/** The envelope of a stream is sealed over what a GET carries: nothing. */
const NO_BODY = Buffer.alloc(0);

export class Streams {
  private readonly open = new Set<AbortController>();

  constructor(
    private readonly doors: Doors,
    private readonly handlers: Readonly<Record<string, StreamHandler>>,
    private readonly logger: Logger,
  ) {}

  async answer(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const caller = this.doors.gateway(request.headers, NO_BODY);
    if (!caller) return reply.code(401).send();
    const { name } = request.params as { name: string };
    const { after } = request.query as { after?: string };
    const handler = Object.hasOwn(this.handlers, name) ? this.handlers[name] : undefined;
    if (!handler) return reply.code(404).send();
    if (after === undefined || !AFTER.test(after)) return reply.code(400).send();
    reply.hijack();
    this.logger.info({ requestId: caller.requestId, stream: name, after: Number(after) }, 'stream opened');
    await this.run(handler, Number(after), reply.raw);
    return reply;
  }

  /** Ends all streams at once: a service that stops does not wait for who listens. */
  stop(): void {
    for (const one of this.open) one.abort();
  }

  private async run(handler: StreamHandler, after: number, response: ServerResponse): Promise<void> {
    const ending = new AbortController();
    const heartbeat = setInterval(() => response.write('\n'), HEARTBEAT_MS);
    this.open.add(ending);
    response.on('close', () => ending.abort());
    response.on('error', () => ending.abort());
    response.writeHead(200, { 'content-type': 'application/x-ndjson', 'cache-control': 'no-store' }).flushHeaders();
    try {
      for await (const line of handler(after, ending.signal)) await writePart(response, `${JSON.stringify(line)}\n`, ending.signal, SLOW_MS);
    } catch (error) {
      if (!ending.signal.aborted) this.logger.warn({ err: error }, 'a stream broke off');
    } finally {
      clearInterval(heartbeat);
      this.open.delete(ending);
      response.destroy();
    }
  }
}
