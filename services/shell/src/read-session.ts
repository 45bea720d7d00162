/**
 * One request, one read transaction: begin, tell the database who asks, read one after the other (a pg client answers one
 * question at a time), write down whose data were read, commit. Loaders read through it, so a long list costs a fixed number of statements.
 * The reads stand in a part of the transaction that can only read; what is written after it is the log and nothing else (processing-log/).
 */
import type { DataSource, EntityManager, QueryRunner } from 'typeorm';
import type { RequestLog } from './processing-log/processing-log.js';
import { beginReading, rowSettings, type AskingFacts, type House } from './row-security/session-settings.js';

export interface SessionFacts extends AskingFacts {
  readonly deadline: number;
}

export class ReadSession {
  private runner: QueryRunner | null = null;
  private tail: Promise<unknown> = Promise.resolve();
  private closed = false;
  private counting = true;
  /** Statements that `read` sent, without begin, settings, log and commit. */
  statements = 0;

  constructor(
    private readonly dataSource: DataSource,
    private readonly facts: SessionFacts,
    private readonly house: House,
    /** Null only where nobody is answered, as in the test of a store. */
    readonly log: RequestLog | null = null,
  ) {}

  /** Called where rows about these persons leave a store: a line in the log of processings, once. */
  processed(persons: Iterable<string>): void {
    this.log?.processed(persons);
  }

  /** The client named these persons and is not shown them. */
  refused(persons: Iterable<string>): void {
    this.log?.refused(persons);
  }

  /** Runs `work` after all earlier reads of this request, inside its transaction. */
  read<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    const next = this.tail.then(async () => work(await this.manager()));
    this.tail = next.catch(() => undefined);
    return next;
  }

  /** Ends the transaction; called by the shell when the answer is complete and before it leaves. When it throws, no answer may leave: nothing was written down. */
  async close(): Promise<void> {
    if (this.closed) return;
    await this.tail;
    this.closed = true;
    const runner = this.runner ?? (this.log?.isEmpty === false ? await this.begin() : null);
    if (!runner) return;
    this.runner = null;
    try {
      await this.writeLog(runner);
      await runner.query('COMMIT');
    } catch (error) {
      await runner.query('ROLLBACK').catch(() => undefined);
      throw error;
    } finally {
      await runner.release();
    }
  }

  /** Also when a read failed: going back to before the reads mends the transaction, and gives the right to write back. The readers' door shows and takes no row of a log. */
  private async writeLog(runner: QueryRunner): Promise<void> {
    if (!this.log || this.log.isEmpty) return;
    this.counting = false;
    await runner.query(`rollback to savepoint reading; set local schakel.door = 'system'`);
    await this.log.write(runner.manager);
  }

  private async manager(): Promise<EntityManager> {
    if (this.closed) throw new Error('a read came after the end of its request');
    this.runner ??= await this.begin();
    return this.runner.manager;
  }

  private async begin(): Promise<QueryRunner> {
    const runner = this.dataSource.createQueryRunner();
    await runner.connect();
    try {
      await runner.query(beginReading(rowSettings(this.facts, this.house), this.patience()));
    } catch (error) {
      await runner.query('ROLLBACK').catch(() => undefined);
      await runner.release();
      throw error;
    }
    this.count(runner);
    return runner;
  }

  /** No statement outlives the deadline of the request: nobody waits for its answer. */
  private patience(): string {
    return `${Math.max(50, Math.ceil(this.facts.deadline - Date.now()))}ms`;
  }

  private count(runner: QueryRunner): void {
    const query = runner.query.bind(runner);
    runner.query = ((...args: Parameters<QueryRunner['query']>) => {
      if (this.counting && args[0] !== 'COMMIT') this.statements += 1;
      return query(...args);
    }) as QueryRunner['query'];
  }
}
