/** HTTP to one subgraph: kept-alive connections, no redirects, a bounded answer, a deadline. Every failure is one kind: no usable answer. */
import { Pool } from 'undici';
import type { ClientTls } from '#kernel/tls.js';
import type { SubgraphAnswer, SubgraphError } from './subgraph.js';

const MAX_ANSWER_BYTES = 16 * 1024 * 1024;
const CONNECTIONS = 32;

/** Says in one word why; never the address. */
export class NoAnswer extends Error {
  constructor(readonly reason: 'timeout' | 'connection' | 'status' | 'too-large' | 'not-graphql') {
    super(`no usable answer: ${reason}`);
    this.name = 'NoAnswer';
  }
}

export class SubgraphClient {
  private readonly pool: Pool;
  private readonly path: string;

  constructor(url: string, tls: ClientTls = {}) {
    const { origin, pathname, search } = new URL(url);
    this.path = pathname + search;
    this.pool = new Pool(origin, { connections: CONNECTIONS, keepAliveTimeout: 10_000, connect: { timeout: 1000, ...tls } });
  }

  /** `body` is JSON text. Throws NoAnswer. */
  async post(body: string, headers: Readonly<Record<string, string>>, timeoutMs: number): Promise<SubgraphAnswer> {
    const signal = AbortSignal.timeout(Math.max(1, timeoutMs));
    try {
      const response = await this.pool.request({ method: 'POST', path: this.path, headers: { 'content-type': 'application/json', accept: 'application/json', ...headers }, body, signal });
      const text = await readBounded(response.body);
      return parsed(text, response.statusCode);
    } catch (error) {
      if (error instanceof NoAnswer) throw error;
      throw new NoAnswer(signal.aborted ? 'timeout' : 'connection');
    }
  }

  close(): Promise<void> {
    return this.pool.destroy();
  }
}

async function readBounded(body: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > MAX_ANSWER_BYTES) throw new NoAnswer('too-large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** A GraphQL answer counts with any status of its own; a redirect, a page or an empty body does not. */
function parsed(text: string, status: number): SubgraphAnswer {
  if (status >= 300 && status < 400) throw new NoAnswer('status');
  const answer = parseObject(text);
  if (!answer || (!('data' in answer) && !Array.isArray(answer['errors']))) throw new NoAnswer(status === 200 ? 'not-graphql' : 'status');
  return { data: isRecord(answer['data']) ? answer['data'] : null, errors: errorsOf(answer['errors']) };
}

function parseObject(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : null;
  } catch {
    return null;
  }
}

function errorsOf(value: unknown): SubgraphError[] | undefined {
  if (!Array.isArray(value) || value.length === 0) return undefined;
  return value.filter(isRecord).map(({ message, path, extensions }) => ({
    message: typeof message === 'string' ? message : '',
    path: Array.isArray(path) ? path.filter((part) => typeof part === 'string' || typeof part === 'number') : undefined,
    extensions: isRecord(extensions) ? extensions : undefined,
  }));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
