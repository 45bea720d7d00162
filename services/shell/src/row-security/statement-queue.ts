/** Collects the statements of one request that are asked in the same turn of the loop, and sends them together (statement-batch). */
import type { Carrier, Answer, Statement } from './statement-batch.js';
import { StatementBatch, valuesOf } from './statement-batch.js';

/** A connection of the readers' pool. */
export interface Connection extends Carrier {
  query(batch: StatementBatch): unknown;
}

export class StatementQueue {
  private waiting: Statement[] = [];

  constructor(private readonly connection: Connection) {}

  /** After all that were sent before it; a value that cannot be sent fails this one alone. */
  send(text: string, values: readonly unknown[] = []): Promise<Answer> {
    return new Promise((settle, fail) => {
      const statement = { text, values: valuesOf(values), settle, fail };
      if (this.waiting.push(statement) === 1) setImmediate(() => this.flush());
    });
  }

  private flush(): void {
    const statements = this.waiting;
    this.waiting = [];
    this.connection.query(new StatementBatch(statements, this.connection));
  }
}
