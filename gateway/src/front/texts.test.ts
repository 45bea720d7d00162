import { describe, expect, it } from '@jest/globals';
import { GraphQLError } from 'graphql';
import { Texts } from './texts.js';

describe('documents by their text', () => {
  it('are the same object for the same text', () => {
    const texts = new Texts(100);
    expect(texts.parse('{ a }')).toBe(texts.parse('{ a }'));
  });

  it.each([['too many tokens', '{ a a a a a a a a a a a a }'], ['too deep', `{ a(b: ${'['.repeat(100_000)}`], ['no document', '{']])('are refused as documents: %s', (_why, text) => {
    expect(() => new Texts(text.includes('[') ? 200_000 : 10).parse(text)).toThrow(GraphQLError);
  });
});
