/** Documents by their text: parsed once while they are in use, the same object for the same text, so that what is found out about one can be kept with it. */
import { GraphQLError, parse, type DocumentNode } from 'graphql';
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
    const document = this.read(text);
    this.known.set(text, document);
    return document;
  }

  private read(text: string): DocumentNode {
    try {
      return parse(text, { maxTokens: this.maxTokens });
    } catch (error) {
      // Two thousand brackets within each other are few tokens, and more than the parser's stack holds.
      throw error instanceof RangeError ? new GraphQLError('Syntax Error: Document nests too deep.') : error;
    }
  }
}
