/**
 * A connection that keeps the statements it was given prepared: the same text again is not parsed and planned again. Row policies make planning the larger half of a short
 * read. Guarantees: a statement without parameters goes as it is, and one connection keeps a bounded number; what comes after that goes unprepared, and answers the same.
 */
import { Client } from 'pg';

/** More than any service has; a text that is different each time must not fill the database's memory. */
const MOST = 200;

type Query = (...given: unknown[]) => unknown;

export class PreparingClient extends Client {
  private readonly names = new Map<string, string>();

  constructor(...given: ConstructorParameters<typeof Client>) {
    super(...given);
    const send = super.query.bind(this) as Query;
    this.query = ((text: unknown, values: unknown, ...rest: unknown[]) => {
      const name = typeof text === 'string' && Array.isArray(values) && values.length > 0 ? this.nameOf(text) : null;
      return name === null ? send(text, values, ...rest) : send({ name, text, values }, ...rest);
    }) as typeof this.query;
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
