import { describe, expect, it } from '@jest/globals';
import { parse, print, stripIgnoredCharacters } from 'graphql';
import { commandsInOrder, hasOpenConditions, isMutation } from './commands-in-order.js';

const shown = (text: string, variables: Record<string, unknown> = {}): string => stripIgnoredCharacters(print(commandsInOrder(parse(text), null, variables)).split('\nfragment')[0] ?? '');

describe('the commands of a mutation', () => {
  it('stand one after the other, as they are asked, whatever fragments they stand in', () => {
    expect(shown('mutation { a ...F c } fragment F on Mutation { ... on Mutation { b } d }')).toBe('mutation{a b d c}');
  });

  it('stand there once, with all that is asked of them', () => {
    expect(shown('mutation { a { x } b ... on Mutation { a { y } } }')).toBe('mutation{a{x y}b}');
  });

  it('stand there when the variables, or their defaults, say so', () => {
    const text = 'mutation ($also: Boolean!, $not: Boolean = true) { a ...F @include(if: $also) c @skip(if: $not) } fragment F on Mutation { b a }';
    expect(shown(text, { also: true })).toBe('mutation($also:Boolean!$not:Boolean=true){a b}');
    expect(shown(text, { also: false, not: false })).toBe('mutation($also:Boolean!$not:Boolean=true){a c}');
  });

  it('are open as long as a variable decides', () => {
    expect(hasOpenConditions(parse('mutation ($x: Boolean!) { a @skip(if: $x) }'))).toBe(true);
    expect(hasOpenConditions(parse('mutation ($x: Int) { a(x: $x) @skip(if: false) }'))).toBe(false);
    expect(isMutation(parse('{ a }'), null)).toBe(false);
  });
});
