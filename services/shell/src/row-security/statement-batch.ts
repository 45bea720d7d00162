/**
 * Statements that travel together: one write, one answer, one turn of both programs, however many they are. PostgreSQL runs them one after the other, in this order.
 * Guarantees: when one fails, none after it ran, and those are rejected for the same reason; an answer reaches its own statement and no other.
 */
import type { Submittable } from 'pg';
import utils from 'pg/lib/utils.js';

export interface Column {
  readonly name: string;
  readonly parse: (text: string) => unknown;
}

/** One statement of a batch, as a connection knows it. */
export interface Known {
  /** Empty: not kept. */
  readonly name: string;
  /** Of the database's answer; null until it was prepared and answered once. */
  columns: readonly Column[] | null;
  /** A statement that failed may be prepared or not: its name is given back before it is used again. */
  inDoubt: boolean;
}

export interface Answer {
  readonly rows: Readonly<Record<string, unknown>>[];
  /** Rows read or changed; null for what has none. */
  readonly count: number | null;
  readonly command: string;
}

export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
  settle(answer: Answer): void;
  fail(error: unknown): void;
}

/** What a batch needs of the connection that it goes over. */
export interface Carrier {
  knownInBatch(text: string): Known;
  getTypeParser(type: number, format: 'text'): (text: string) => unknown;
}

interface Sent {
  readonly statement: Statement;
  readonly known: Known;
  columns: readonly Column[] | null;
  readonly rows: Record<string, unknown>[];
}

interface FieldsMessage {
  readonly fields: readonly { readonly name: string; readonly dataTypeID: number }[];
}

/** Of pg's connection what goes over the wire, message by message; its own statements, cursors and streams are made of the same. */
interface Wire {
  readonly stream: { cork(): void; uncork(): void };
  parse(message: { readonly name: string; readonly text: string }): void;
  bind(message: { readonly statement: string; readonly values: readonly unknown[] }): void;
  describe(message: { readonly type: 'P'; readonly name: string }): void;
  execute(message: object): void;
  close(message: { readonly type: 'S'; readonly name: string }): void;
  sync(): void;
}

export class StatementBatch implements Submittable {
  /** The first one that has no answer yet. */
  private next = 0;
  private sent: Sent[] = [];
  private answers: Answer[] = [];

  constructor(
    private readonly statements: readonly Statement[],
    private readonly carrier: Carrier,
  ) {}

  submit(connection: object): void {
    const wire = connection as Wire;
    const named = new Set<string>();
    wire.stream.cork();
    try {
      for (const statement of this.statements) this.send(wire, statement, named);
      wire.sync();
    } finally {
      wire.stream.uncork();
    }
  }

  handleRowDescription({ fields }: FieldsMessage): void {
    this.current().columns = fields.map(({ name, dataTypeID }) => ({ name, parse: this.carrier.getTypeParser(dataTypeID, 'text') }));
  }

  handleDataRow({ fields }: { readonly fields: readonly (string | null)[] }): void {
    const { columns, rows } = this.current();
    const row: Record<string, unknown> = {};
    for (const [index, { name, parse }] of (columns ?? []).entries()) {
      const text = fields[index] ?? null;
      row[name] = text === null ? null : parse(text);
    }
    rows.push(row);
  }

  handleCommandComplete({ text }: { readonly text: string }): void {
    const { known, columns, rows } = this.current();
    known.columns ??= columns ?? [];
    const [command = '', ...numbers] = text.split(' ');
    this.answers.push({ rows, command, count: numbers.length > 0 ? Number(numbers.at(-1)) : null });
    this.next += 1;
  }

  /** Also called for a connection that broke, or was broken before anything was sent. */
  handleError(error: unknown): void {
    const failed = this.sent[this.next];
    if (failed) Object.assign(failed.known, { columns: null, inDoubt: failed.known.name !== '' });
    this.settleAnswered();
    for (const statement of this.statements.slice(this.next)) statement.fail(error);
    this.next = this.statements.length;
  }

  handleReadyForQuery(): void {
    this.settleAnswered();
  }

  private settleAnswered(): void {
    for (const [index, answer] of this.answers.entries()) this.statements[index]?.settle(answer);
    this.answers = [];
  }

  private current(): Sent {
    const sent = this.sent[this.next];
    if (!sent) throw new Error('the database answered a statement that was not sent');
    return sent;
  }

  /** Prepared once per connection, and then known by what its answer looks like. */
  private send(wire: Wire, statement: Statement, named: Set<string>): void {
    const known = this.carrier.knownInBatch(statement.text);
    const isPrepared = known.name !== '' && (known.columns !== null || named.has(known.name));
    if (!isPrepared) {
      if (known.inDoubt) wire.close({ type: 'S', name: known.name });
      known.inDoubt = false;
      wire.parse({ name: known.name, text: statement.text });
      named.add(known.name);
    }
    wire.bind({ statement: known.name, values: statement.values });
    if (known.columns === null) wire.describe({ type: 'P', name: '' });
    wire.execute({});
    this.sent.push({ statement, known, columns: known.columns, rows: [] });
  }
}

/** As the connection writes it: dates, lists and the like become text here, so that one that cannot fails alone. */
export function valuesOf(values: readonly unknown[]): unknown[] {
  return values.map((value) => utils.prepareValue(value));
}
