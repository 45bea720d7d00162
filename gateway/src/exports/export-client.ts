/** HTTP to the exports of a service: sealed over the address, no redirects, parts handed on as they come. */
import { randomUUID } from 'node:crypto';
import type { Readable } from 'node:stream';
import { Agent, request } from 'undici';
import { z } from 'zod';
import { ENVELOPE_HEADER, sealEnvelope, textOfGet } from '#kernel/envelope.js';
import { Fault, isFaultCode, unavailable } from '#kernel/faults.js';
import type { Logger } from '#kernel/log.js';
import type { ClientTls } from '#kernel/tls.js';
import { TRACE_HEADER, traceparentOf } from '#kernel/trace.js';
import type { Viewer } from '#kernel/viewer.js';
import { publicError } from '../steps/public-error.js';
import type { ExportService } from './offer.js';
import { InvalidParameters } from './problem.js';

const LIST_MS = 1_000;
const MAX_LIST = 256 * 1024;
const MAX_REFUSAL = 64 * 1024;
/** Until the first part, and between two. */
const PATIENCE_MS = 60_000;
/** The whole of it; a statutory file of a large region takes minutes. */
const EXPORT_MS = 30 * 60_000;
const FILE_NAME = /^attachment; filename="([\w.-]{1,100})"$/;

const NOBODY: Viewer = { subject: 'gateway', body: 'gateway', roles: [], scopes: [], purpose: null };
const refusalSchema = z.object({
  code: z.string(),
  message: z.string().max(400),
  body: z.string().regex(/^[\w-]{1,60}$/).optional(),
  problems: z.array(z.object({ parameter: z.string().regex(/^(?:\?|[A-Za-z][A-Za-z0-9]{0,39})$/), reason: z.string().max(400) })).max(100).optional(),
});

export interface AskedExport {
  readonly service: ExportService;
  /** Below the host: path and query. */
  readonly address: string;
  readonly viewer: Viewer;
  readonly requestId: string;
  readonly leaving: AbortSignal;
}

export interface OpenedExport {
  readonly fileName: string | null;
  readonly body: Readable;
}

export class ExportClient {
  private readonly agent: Agent;

  constructor(
    private readonly businessDate: () => string,
    private readonly logger: Logger,
    tls: ClientTls = {},
  ) {
    this.agent = new Agent({ keepAliveTimeout: 10_000, connect: { timeout: 1_000, ...tls } });
  }

  async list(service: ExportService): Promise<unknown> {
    const headers = this.headers(service, '/exports', NOBODY, randomUUID(), LIST_MS);
    const response = await request(new URL('/exports', service.origin), { dispatcher: this.agent, headers, signal: AbortSignal.timeout(LIST_MS) });
    const text = await bounded(response.body, MAX_LIST);
    if (response.statusCode !== 200) throw new Error('refused');
    return JSON.parse(text);
  }

  /** Throws the fault that the service refused with; UNAVAILABLE when it does not answer. */
  async open({ service, address, viewer, requestId, leaving }: AskedExport): Promise<OpenedExport> {
    const headers = this.headers(service, address, viewer, requestId, EXPORT_MS);
    const asked = { dispatcher: this.agent, headers, headersTimeout: PATIENCE_MS, bodyTimeout: PATIENCE_MS, signal: leaving };
    const response = await request(service.origin + address, asked).catch((error: unknown) => this.silent(service, requestId, error));
    if (response.statusCode !== 200) throw await this.refusal(service, requestId, response.statusCode, response.body);
    const named = FILE_NAME.exec(String(response.headers['content-disposition']));
    return { fileName: named?.[1] ?? null, body: response.body };
  }

  close(): Promise<void> {
    return this.agent.destroy();
  }

  private headers(service: ExportService, address: string, viewer: Viewer, requestId: string, patienceMs: number): Record<string, string> {
    const facts = { viewer, businessDate: this.businessDate(), requestId, deadline: Date.now() + patienceMs };
    return { [ENVELOPE_HEADER]: sealEnvelope(facts, service.name, textOfGet(address), service.key), [TRACE_HEADER]: traceparentOf(requestId) };
  }

  private silent(service: ExportService, requestId: string, error: unknown): never {
    this.logger.warn({ requestId, subgraph: service.name, reason: error instanceof Error ? error.name : 'unknown' }, 'a service did not give an export out');
    throw silenceOf(service);
  }

  private async refusal(service: ExportService, requestId: string, status: number, body: Readable): Promise<Fault> {
    const parsed = refusalSchema.safeParse(await bounded(body, MAX_REFUSAL).then((text): unknown => JSON.parse(text)).catch(() => null));
    this.logger.info({ requestId, subgraph: service.name, status }, 'a service refused an export');
    if (!parsed.success || !isFaultCode(parsed.data.code)) return silenceOf(service);
    const { code, message, body: silent, problems } = parsed.data;
    if (problems) return new InvalidParameters(problems.map(({ parameter, reason }) => ({ parameter, reason: outward(service, code, reason) })));
    return new Fault(code, outward(service, code, message), silent === undefined ? {} : { body: silent });
  }
}

/** What a service says, without what may not leave. */
function outward({ name }: ExportService, code: string, message: string): string {
  return publicError({ message, extensions: { code, serviceName: name } }, null).message;
}

export function silenceOf({ body }: ExportService): Fault {
  return unavailable(body.id, `${body.name} antwoordt niet; de levering is niet gemaakt.`);
}

async function bounded(body: Readable, most: number): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > most) throw new Error('too long');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
