/**
 * A connection that keeps the statements it was given prepared: the same text again is not parsed and planned again. Row policies make planning the larger half of a short
 * read. Guarantees: one connection keeps a bounded number; what comes after that goes unprepared, and answers the same.
 */
import { Client } from 'pg';
import type { Known } from './statement-batch.js';

/** More than any service has; a text that is different each time must not fill the database's memory. */
const MOST = 200;

type Query = (...given: unknown[]) => unknown;

export class PreparingClient extends Client {
  private readonly names = new Map<string, string>();
  private readonly inBatches = new Map<string, Known>();

  constructor(...given: ConstructorParameters<typeof Client>) {
    super(...given);
    const send = super.query.bind(this) as Query;
    this.query = ((text: unknown, values: unknown, ...rest: unknown[]) => {
      const name = typeof text === 'string' && Array.isArray(values) && values.length > 0 ? this.nameOf(text) : null;
      return name === null ? send(text, values, ...rest) : send({ name, text, values }, ...rest);
    }) as typeof this.query;
  }

  /** What is known of a text that is sent in a batch, under names of its own. */
  knownInBatch(text: string): Known {
    const known = this.inBatches.get(text);
    if (known) return known;
    const isKept = this.inBatches.size < MOST;
    const fresh: Known = { name: isKept ? `b${this.inBatches.size}` : '', columns: null, inDoubt: false };
    if (isKept) this.inBatches.set(text, fresh);
    return fresh;
  }

  private nameOf(text: string): string | null {
    const known = this.names.get(text);
    if (known !== undefined) return known;
    if (this.names.size >= MOST) return null;
    const name = `s${this.names.size}`;
    this.names.set(text, name);
    return name;
  }
}
