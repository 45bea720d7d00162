/** One run of a plan: what it was asked with, and what it has so far. */
import type { GraphQLError } from 'graphql';
import type { Exchange } from '../../exchange.js';
import { ownOf, type Json } from './own.js';
import { Register } from './register.js';
import { SharedReads } from './shared-reads.js';
import type { Turn } from './turn.js';

export class Run {
  readonly tree: Json = Object.create(null) as Json;
  readonly errors: GraphQLError[] = [];
  readonly register: Register;
  readonly reads = new SharedReads();
  private readonly texts = new Map<string, string | null>();
  private readonly begun: (() => void)[] = [];

  constructor(
    readonly exchange: Exchange,
    readonly variables: Readonly<Record<string, unknown>>,
    /** By place of the plan. */
    identities: readonly (string | null)[],
    /** Null: this plan has few fetches, and does all that it can at once. */
    readonly turn: Turn | null = null,
  ) {
    this.register = new Register(identities);
  }

  /** For what waits until all that begin together have begun. */
  whenBegun(work: () => void): void {
    this.begun.push(work);
  }

  /** They have. */
  allBegun(): void {
    for (const work of this.begun.splice(0)) work();
  }

  /** JSON text; null for a variable without a value. */
  textOfVariable(name: string): string | null {
    const known = this.texts.get(name);
    if (known !== undefined) return known;
    const value = ownOf(this.variables, name);
    const text = value === undefined ? null : JSON.stringify(value);
    this.texts.set(name, text);
    return text;
  }
}
