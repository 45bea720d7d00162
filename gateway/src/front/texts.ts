/** Documents by their text: parsed once while they are in use, the same object for the same text, so that what is found out about one can be kept with it. */
import { parse, type DocumentNode } from 'graphql';
import { BoundedCache } from '../bounded-cache.js';

/** Characters in all; a parsed text takes up to a hundred times its length. */
const MOST = 1_000_000;
/** An empty document takes room too. */
const AT_LEAST = 500;

export class Texts {
  private readonly known = new BoundedCache<string, DocumentNode>(MOST, (text) => text.length + AT_LEAST);

  constructor(private readonly maxTokens: number) {}

  /** Throws a GraphQLError for what is no document, or is too long. */
  parse(text: string): DocumentNode {
    const known = this.known.get(text);
    if (known) return known;
    const document = parse(text, { maxTokens: this.maxTokens });
    this.known.set(text, document);
    return document;
  }
}
