/** Of one run: what was asked already or is under way, so that nothing is asked twice. Lives as long as the run: nothing is shared between requests. */
import type { EntitiesReply, Reply } from './reply.js';

/** Which entity of which reply. */
export interface Reading {
  readonly reply: Promise<EntitiesReply>;
  readonly index: number;
}

export class SharedReads {
  private readonly entities = new Map<number, Map<string, Reading>>();
  private readonly roots = new Map<number, Promise<Reply>>();

  /** By representation. `question`: the number of the subgraph, document and variables. */
  entitiesOf(question: number): Map<string, Reading> {
    const known = this.entities.get(question);
    if (known) return known;
    const fresh = new Map<string, Reading>();
    this.entities.set(question, fresh);
    return fresh;
  }

  rootOf(question: number, ask: () => Promise<Reply>): Promise<Reply> {
    const known = this.roots.get(question);
    if (known) return known;
    const reply = ask();
    this.roots.set(question, reply);
    return reply;
  }
}
