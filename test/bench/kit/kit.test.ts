import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { canonicalJson } from './canonical-json.js';
import { withPart } from './performance-page.js';

describe('canonical JSON', () => {
  it('is the same for the same value in another order, and keeps the order of lists', () => {
    expect(canonicalJson({ b: [{ y: 1, x: 2 }, 0], a: null })).toBe(canonicalJson({ a: null, b: [{ x: 2, y: 1 }, 0] }));
    expect(canonicalJson([1, 2])).not.toBe(canonicalJson([2, 1]));
  });

  it('says the whole value', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)))));
  });
});

describe('the page of performance', () => {
  const page = 'By hand.\n<!-- measured: one -->\nold\n<!-- end: one -->\nAlso by hand.\n';

  it('gets a measured part in place of the one before, and keeps what was written by hand', () => {
    const next = withPart(page, 'one', '\nnew\n\n');
    expect(next).toBe(page.replace('old', 'new'));
    expect(withPart(next, 'one', 'new')).toBe(next);
  });

  it('has no part that nobody gave a place', () => {
    expect(() => withPart(page, 'two', 'new')).toThrow('<!-- measured: two -->');
  });
});
