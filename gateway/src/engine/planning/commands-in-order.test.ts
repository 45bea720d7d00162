import { describe, expect, it } from '@jest/globals';
import { parse, print, stripIgnoredCharacters } from 'graphql';
import { commandsInOrder } from './commands-in-order.js';

const shown = (text: string): string => stripIgnoredCharacters(print(commandsInOrder(parse(text), null)).split('\nfragment')[0] ?? '');

describe('the commands of a mutation', () => {
  it('stand one after the other, as they are asked, whatever fragments they stand in', () => {
    expect(shown('mutation { a ...F c } fragment F on Mutation { ... on Mutation { b } d }')).toBe('mutation{a b d c}');
  });

  it('stand there once, with all that is asked of them', () => {
    expect(shown('mutation { a { x } b ... on Mutation { a { y } } }')).toBe('mutation{a{x y}b}');
  });
});
