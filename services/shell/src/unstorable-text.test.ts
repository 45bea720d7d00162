import { describe, expect, it } from '@jest/globals';
import { holdsUnstorableText } from './unstorable-text.js';

const NUL = String.fromCharCode(0);

describe('a question with U+0000', () => {
  it.each([
    ['in a variable', { query: '{ a }', variables: { b: [{ c: `x${NUL}` }] } }],
    ['as an escape of JSON', JSON.parse('{"query":"{ a }","variables":{"b":"\\u0000"}}') as object],
    ['in the name of a field of a variable', { query: '{ a }', variables: { [`b${NUL}`]: 1 } }],
    ['raw in the document', { query: `{ a(b: "${NUL}") }` }],
    ['as an escape in the document', { query: '{ a(b: "x\\u0000") }' }],
    ['as a braced escape in the document', { query: '{ a(b: { c: ["\\u{000}"] }) }' }],
  ])('is refused: %s', (_where, question) => expect(holdsUnstorableText(question)).toBe(true));

  it.each([
    ['ordinary text', { query: '{ a(b: "\\u0041") }', variables: { b: 'é', c: null, d: 1 } }],
    ['a text that only speaks of the escape', { query: '{ a(b: "\\\\u0000") c(d: """\\u0000""") }', variables: { b: '\\u0000' } }],
    ['what is no document', { query: '{ \\u0000' }],
    ['no document', {}],
  ])('is not %s', (_what, question) => expect(holdsUnstorableText(question)).toBe(false));

  it('is found below any depth', () => {
    let deep: unknown = NUL;
    for (let level = 0; level < 100_000; level += 1) deep = [deep];
    expect(holdsUnstorableText({ variables: { deep } })).toBe(true);
  });
});
