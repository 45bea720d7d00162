/**
 * One request, one read transaction: begin, tell the database who asks, read one after the other (a pg client answers one
 * question at a time), commit. Loaders read through it, so a long list costs a fixed number of statements.
 */
import type { DataSource, EntityManager, QueryRunner } from 'typeorm';
import { rowSettings, SET_FOR_TRANSACTION, settingValues, type AskingFacts, type House } from './row-security/session-settings.js';

export interface SessionFacts extends AskingFacts {
  readonly deadline: number;
}

export class ReadSession {
  private runner: QueryRunner | null = null;
  private tail: Promise<unknown> = Promise.resolve();
  private closed = false;
  /** Statements that `read` sent, without begin, settings and commit. */
  statements = 0;

  constructor(
    private readonly dataSource: DataSource,
    private readonly facts: SessionFacts,
    private readonly house: House,
  ) {}

  /** Runs `work` after all earlier reads of this request, inside its transaction. */
  read<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    const next = this.tail.then(async () => work(await this.manager()));
    this.tail = next.catch(() => undefined);
    return next;
  }

  /** Ends the transaction; called by the shell when the answer is complete and before it leaves. */
  async close(): Promise<void> {
    await this.tail;
    this.closed = true;
    const runner = this.runner;
    if (!runner) return;
    this.runner = null;
    try {
      await runner.commitTransaction();
    } finally {
      await runner.release();
    }
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
      await runner.startTransaction('READ COMMITTED');
      await runner.query('set transaction read only');
      await runner.query(SET_FOR_TRANSACTION, settingValues(rowSettings(this.facts, this.house), this.patience()));
    } catch (error) {
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
      if (args[0] !== 'COMMIT') this.statements += 1;
      return query(...args);
    }) as QueryRunner['query'];
  }
}
