import { describe, expect, it } from '@jest/globals';
import { Kind, parse, type DocumentNode } from 'graphql';
import { asksTooMuch } from './document-size.js';
import { repeatsTooOften } from './repeats.js';
import { valuesFit } from './value-size.js';

const bounds = { rootFields: 4, directivesOnOne: 2, directives: 5 };
const operationOf = (document: DocumentNode) => document.definitions.find((one) => one.kind === Kind.OPERATION_DEFINITION)!;
const times = (count: number, text: (n: number) => string): string => Array.from({ length: count }, (_, n) => text(n)).join(' ');

function fits(text: string): boolean {
  const document = parse(text);
  return !asksTooMuch(document, operationOf(document), bounds);
}

describe('how often a field stands in one place', () => {
  const repeated = (text: string): boolean => repeatsTooOften(parse(text), 3);

  it.each([
    ['aliases of one field', (n: number) => `a${n}: me { id }`],
    ['copies of one field', () => 'me { id }'],
    ['aliases of __typename', (n: number) => `a${n}: __typename`],
  ])('is bounded: %s', (_name, field) => {
    expect(repeated(`{ ${times(3, field)} }`)).toBe(false);
    expect(repeated(`{ ${times(4, field)} }`)).toBe(true);
    expect(repeated(`{ p { q { ${times(4, field)} } } }`)).toBe(true);
  });

  it('is the same through fragments', () => {
    const parts = 'fragment A on P { me { id } } fragment B on P { ... { me { id } } }';
    expect(repeated(`{ p { ...A ...A ...B } } ${parts}`)).toBe(false);
    expect(repeated(`{ p { ...A ...A ...B ...B } } ${parts}`)).toBe(true);
  });

  it('does not depend on what a field is called in the answer', () => {
    expect(repeated(`{ p { ${times(50, (n) => `b: x${n}`)} } }`)).toBe(false);
  });

  it('is told of a bomb without exploding it, and of a ring without turning it', () => {
    const levels = times(30, (n) => `fragment F${n} on Query { ...F${n + 1} ...F${n + 1} }`);
    expect(repeated(`{ ...F0 } ${levels} fragment F30 on Query { __typename }`)).toBe(true);
    expect(repeated('{ ...A } fragment A on Query { x ...B } fragment B on Query { x ...A }')).toBe(false);
  });
});

describe('the size of an operation', () => {
  it('bounds the fields at the root, and nothing below', () => {
    expect(fits(`{ ${times(4, (n) => `f${n}`)} }`)).toBe(true);
    expect(fits(`{ ...F ${times(4, (n) => `f${n}`)} } fragment F on Query { g }`)).toBe(false);
    expect(fits(`{ p { ${times(5, (n) => `f${n}`)} } }`)).toBe(true);
  });

  it('bounds directives, on one place and in all', () => {
    expect(fits('query @a { p @a @b { q @c @d } }')).toBe(true);
    expect(fits('{ p @a @b @c }')).toBe(false);
    expect(fits('query @a { p @a @b { q @c @d r @e } }')).toBe(false);
    expect(fits('{ ...F ...F } fragment F on Query { p @a @b q @c }')).toBe(false);
    expect(fits(`query ${times(3, () => '@a')} { p }`)).toBe(false);
  });
});

describe('the size of variables', () => {
  const nested = (depth: number): unknown => Array.from({ length: depth }).reduce<unknown>((inner) => [inner], 1);

  it('bounds how deep values lie, however deep that is', () => {
    expect(valuesFit({ a: nested(3) }, { depth: 4, values: 100 })).toBe(true);
    expect(valuesFit({ a: nested(4) }, { depth: 4, values: 100 })).toBe(false);
    expect(valuesFit({ a: nested(200_000) }, { depth: 4, values: 1_000_000 })).toBe(false);
  });

  it('bounds how many there are', () => {
    expect(valuesFit({ a: Array.from({ length: 50 }, () => ({})) }, { depth: 4, values: 52 })).toBe(true);
    expect(valuesFit({ a: Array.from({ length: 51 }, () => ({})) }, { depth: 4, values: 52 })).toBe(false);
    expect(valuesFit(undefined, { depth: 4, values: 5 })).toBe(true);
  });
});
