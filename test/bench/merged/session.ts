/** One request, one transaction: reads one after the other, then a row per person whose data were read, then the commit; only then does the answer leave. */
import { randomUUID } from 'node:crypto';
import { Pool, types, type PoolClient } from 'pg';
import type { Asking } from './viewer.js';

/** Dates as they are written: YYYY-MM-DD. */
const DATE = 1082;
types.setTypeParser(DATE, (text) => text);

const LOG = `insert into access_log (request, actor, body, roles, action, subject, activity) select $1, $2, $3, $4, $5, unnest($6::text[]), $7`;

export function openPool(connectionString: string, max: number): Pool {
  return new Pool({ connectionString, max });
}

export class Session {
  readonly request = randomUUID();
  /** Statements that read; begin, log and commit are not counted, as at the services. */
  statements = 0;
  private client: Promise<PoolClient> | null = null;
  private tail: Promise<unknown> = Promise.resolve();
  private readonly subjects = new Set<string>();

  constructor(
    private readonly pool: Pool,
    readonly asking: Asking,
    private readonly action: string,
    private readonly prepared: boolean,
  ) {}

  /** `name`: of the statement; its text is always the same, so that a connection can keep it prepared. */
  async read<R>(name: string, text: string, values: readonly unknown[]): Promise<R[]> {
    this.client ??= this.begin();
    const client = await this.client;
    this.statements += 1;
    const query = { text, values: [...values] };
    const next = this.tail.then(() => client.query(this.prepared ? { name, ...query } : query));
    this.tail = next.catch(() => undefined);
    return (await next).rows as R[];
  }

  processed(persons: Iterable<string>): void {
    for (const person of persons) this.subjects.add(person);
  }

  async close(): Promise<void> {
    const client = await this.client;
    if (!client) return;
    await this.tail;
    try {
      if (this.subjects.size > 0) await this.writeLog(client);
      await client.query('commit');
      client.release();
    } catch (error) {
      client.release(true);
      throw error;
    }
  }

  private async writeLog(client: PoolClient): Promise<void> {
    const { viewer } = this.asking;
    await client.query({ name: 'log', text: LOG, values: [this.request, viewer.subject, viewer.body, viewer.roles, this.action, [...this.subjects].sort(), viewer.purpose] });
  }

  private async begin(): Promise<PoolClient> {
    const client = await this.pool.connect();
    await client.query('begin isolation level read committed');
    return client;
  }
}
