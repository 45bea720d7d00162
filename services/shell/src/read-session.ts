/**
 * One request, one read transaction: begin, tell the database who asks, read, write down whose data were read, commit. Loaders read through it, so a long list costs
 * a fixed number of statements. What is asked in one turn goes to the database together (row-security/statement-batch): the beginning with the first reads, the log with the commit.
 * The reads stand in a part of the transaction that can only read; what is written after it is the log and nothing else (processing-log/).
 */
import { type DataSource, type EntityManager, QueryResult, type QueryRunner } from 'typeorm';
import type { RequestLog } from './processing-log/processing-log.js';
import { ONLY_READING, rowSettings, SET_FOR_TRANSACTION, settingValues, START_READING, type AskingFacts, type House } from './row-security/session-settings.js';
import type { Answer } from './row-security/statement-batch.js';
import { type Connection, StatementQueue } from './row-security/statement-queue.js';
import { asShared } from './row-security/under-door.js';

export interface SessionFacts extends AskingFacts {
  readonly deadline: number;
}

interface Transaction {
  readonly runner: QueryRunner;
  readonly queue: StatementQueue;
  readonly alone: EntityManager;
  /** For reads that others go beside. */
  readonly shared: EntityManager;
  readonly hasBegun: Promise<boolean>;
}

export class ReadSession {
  private opening: Promise<Transaction> | null = null;
  /** The last read that goes alone. */
  private tail: Promise<unknown> = Promise.resolve();
  /** Reads that go together, since then. */
  private beside: Promise<unknown>[] = [];
  private closed = false;
  /** Statements that were read by, without begin, settings, log and commit. */
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

  /** Runs `work` after all earlier reads of this request, inside its transaction; no other read runs meanwhile. */
  read<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    const next = Promise.all([this.tail, ...this.beside]).then(async () => work((await this.transaction()).alone));
    this.beside = [];
    this.tail = next.catch(() => undefined);
    return next;
  }

  /** Runs `work` beside others of its kind, inside the transaction: for SELECTs that change nothing of how the others read, so no passing door (under-door refuses it). */
  together<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    const next = this.tail.then(async () => work((await this.transaction()).shared));
    this.beside.push(next.catch(() => undefined));
    return next;
  }

  /** Ends the transaction; called by the shell when the answer is complete and before it leaves. When it throws, no answer may leave: nothing was written down. */
  async close(): Promise<void> {
    if (this.closed) return;
    await Promise.all([this.tail, ...this.beside]);
    this.closed = true;
    const transaction = await this.standing();
    if (!transaction) return;
    try {
      await this.end(transaction.queue);
    } catch (error) {
      await transaction.queue.send('ROLLBACK').catch(() => undefined);
      throw error;
    } finally {
      await transaction.runner.release();
    }
  }

  /** Also when a read failed: going back to before the reads mends the transaction, and gives the right to write back. The readers' door shows and takes no row of a log. */
  private async end(queue: StatementQueue): Promise<void> {
    const lines = this.log?.lines() ?? null;
    const writing = lines === null ? [] : [queue.send('rollback to savepoint reading'), queue.send(`set local schakel.door = 'system'`), queue.send(lines.text, lines.values)];
    await Promise.all([...writing, queue.send('COMMIT')]);
  }

  /** The one that was read in; where none began, a new one if anything is to be written down. */
  private async standing(): Promise<Transaction | null> {
    const opened = this.opening && (await this.opening.catch(() => null));
    if (opened && (await opened.hasBegun)) return opened;
    if (opened) await opened.queue.send('ROLLBACK').catch(() => undefined).then(() => opened.runner.release());
    return this.log?.isEmpty === false ? this.open() : null;
  }

  private transaction(): Promise<Transaction> {
    if (this.closed) return Promise.reject(new Error('a read came after the end of its request'));
    this.opening ??= this.open();
    return this.opening;
  }

  /** Sends the beginning, which goes with what is asked next and takes it along where it fails. */
  private async open(): Promise<Transaction> {
    const runner = this.dataSource.createQueryRunner();
    const queue = new StatementQueue((await runner.connect()) as Connection);
    const settings = settingValues(rowSettings(this.facts, this.house), this.patience());
    const beginning = [queue.send(START_READING), queue.send(SET_FOR_TRANSACTION, settings), ...ONLY_READING.map((text) => queue.send(text))];
    runner.query = ((text: string, values?: unknown[], structured?: boolean) => this.counted(queue.send(text, values), structured === true)) as QueryRunner['query'];
    const hasBegun = Promise.all(beginning).then(() => true, () => false);
    // Before the other one, which the runner takes for its own.
    const alone = runner.manager;
    return { runner, queue, hasBegun, alone, shared: asShared(this.dataSource.createEntityManager(runner)) };
  }

  /** No statement outlives the deadline of the request: nobody waits for its answer. */
  private patience(): string {
    return `${Math.max(50, Math.ceil(this.facts.deadline - Date.now()))}ms`;
  }

  /** As TypeORM wants an answer. */
  private async counted(sent: Promise<Answer>, structured: boolean): Promise<unknown> {
    this.statements += 1;
    const { rows } = await sent;
    if (!structured) return rows;
    return Object.assign(new QueryResult<unknown>(), { raw: rows, records: rows });
  }
}
