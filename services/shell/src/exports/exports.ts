/**
 * The door of the exports: `GET /exports` lists them, `GET /exports/<name>?...` gives one out in parts, both to the gateway alone.
 * Guarantees: whoever is refused is refused before the first part; an export that breaks off ends without its end, so that nobody takes it for
 * whole; nothing is read for a client that has gone.
 */
import type { ServerResponse } from 'node:http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { textOfGet } from '#kernel/envelope.js';
import { whyNoExport } from '#kernel/export-policy.js';
import { Fault, forbidden, notFound, publicText } from '#kernel/faults.js';
import { TRACE_HEADER } from '#kernel/trace.js';
import type { Caller, Doors } from '../doors.js';
import { HTTP_OF_FAULT } from '../http-of-fault.js';
import { writePart } from '../part-writer.js';
import type { ServiceParts } from '../service-definition.js';
import { checkDefinitions } from './check-definitions.js';
import { ExportRefusal, type ExportDefinition } from './export-definition.js';
import { exportRequest } from './export-request.js';
import { readParameters } from './read-parameters.js';

/** Who takes nothing for so long is let go. */
const SLOW_MS = 60_000;
const FILE_NAME = /^[\w.-]{1,100}$/;

export class Exports {
  private readonly open = new Set<AbortController>();
  private readonly byName: ReadonlyMap<string, ExportDefinition>;

  constructor(
    private readonly parts: ServiceParts,
    private readonly doors: Doors,
    definitions: readonly ExportDefinition[],
  ) {
    checkDefinitions(definitions, parts.registers.purposes);
    this.byName = new Map(definitions.map((one) => [one.name, one]));
  }

  list(request: FastifyRequest, reply: FastifyReply): FastifyReply {
    if (!this.callerOf(request)) return reply.code(401).send();
    return reply.code(200).send({ exports: [...this.byName.values()].map(offerOf) });
  }

  async answer(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const caller = this.callerOf(request);
    if (!caller) return reply.code(401).send();
    const definition = this.byName.get((request.params as { name: string }).name);
    if (!definition) return this.refuse(reply, caller, notFound());
    const reason = whyNoExport(definition, caller.viewer, this.parts.registers.purposes);
    if (reason !== null) return this.refuse(reply, caller, forbidden(reason));
    const { parameters, problems } = readParameters(definition, new URL(request.url, 'http://service').searchParams);
    if (problems.length > 0) return this.refuse(reply, caller, new ExportRefusal(problems));
    return this.giveOut(caller, definition, parameters, request, reply);
  }

  /** Ends all at once: a service that stops does not wait for a long file. */
  stop(): void {
    for (const one of this.open) one.abort();
  }

  private callerOf({ headers, url }: FastifyRequest): Caller | null {
    return this.doors.gateway(headers, Buffer.from(textOfGet(url)));
  }

  private async giveOut(caller: Caller, definition: ExportDefinition, parameters: Readonly<Record<string, string>>, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const ending = new AbortController();
    const { signal } = ending;
    const lateness = setTimeout(() => ending.abort(), Math.max(0, caller.deadline - Date.now()));
    this.open.add(ending);
    reply.raw.on('close', () => ending.abort());
    const facts = { caller, definition, parameters, traceparent: request.headers[TRACE_HEADER], ending: signal };
    const began = performance.now();
    const parts = definition.run(exportRequest(this.parts, facts))[Symbol.asyncIterator]();
    try {
      const headers = headersOf(definition, parameters);
      const first = await parts.next();
      signal.throwIfAborted();
      reply.hijack();
      await this.write(first, parts, reply.raw, signal, headers);
      this.parts.logger.info({ requestId: caller.requestId, export: definition.name, ms: Math.round(performance.now() - began) }, 'export');
      return reply;
    } catch (error) {
      return this.stopped(error, signal, caller, definition, reply);
    } finally {
      clearTimeout(lateness);
      this.open.delete(ending);
      await parts.return?.().catch(() => undefined);
    }
  }

  private async write(first: IteratorResult<string>, parts: AsyncIterator<string>, response: ServerResponse, ending: AbortSignal, headers: Record<string, string>): Promise<void> {
    response.on('error', () => undefined);
    response.writeHead(200, headers);
    for (let part = first; !part.done; part = await parts.next()) {
      ending.throwIfAborted();
      if (part.value !== '') await writePart(response, part.value, ending, SLOW_MS);
    }
    ending.throwIfAborted();
    response.end();
  }

  private stopped(error: unknown, ending: AbortSignal, caller: Caller, { name }: ExportDefinition, reply: FastifyReply): FastifyReply {
    if (!reply.sent) return this.refuse(reply, caller, error);
    if (ending.aborted) this.parts.logger.info({ requestId: caller.requestId, export: name }, 'an export was not waited for');
    else this.parts.logger.error({ requestId: caller.requestId, export: name, err: error }, 'an export broke off');
    reply.raw.destroy();
    return reply;
  }

  private refuse(reply: FastifyReply, { requestId }: Caller, error: unknown): FastifyReply {
    if (error instanceof ExportRefusal) return reply.code(400).send({ code: 'BAD_USER_INPUT', message: publicText('BAD_USER_INPUT'), problems: error.problems });
    if (error instanceof Fault) return reply.code(HTTP_OF_FAULT[error.code]).send({ ...error.extensions, message: error.message });
    this.parts.logger.error({ requestId, err: error }, 'an export failed before its first part');
    return reply.code(500).send({ code: 'INTERNAL', message: publicText('INTERNAL') });
  }
}

/** What the gateway, and everybody after it, may know of an export. */
function offerOf({ name, title, description, purpose, roles, scopes, mediaType, parameters }: ExportDefinition): object {
  return { name, title, description, purpose, roles, scopes, mediaType, parameters };
}

function headersOf(definition: ExportDefinition, parameters: Readonly<Record<string, string>>): Record<string, string> {
  const file = definition.fileName(parameters);
  if (!FILE_NAME.test(file)) throw new TypeError(`export ${definition.name} names its file so that no header can hold it`);
  return { 'content-type': definition.mediaType, 'content-disposition': `attachment; filename="${file}"`, 'cache-control': 'no-store' };
}
