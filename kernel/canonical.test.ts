import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { canonicalJson, contentHash } from './canonical.js';

describe('canonical JSON', () => {
  it('sorts keys and writes no space', () => {
    expect(canonicalJson({ b: [1, 'x'], a: null })).toBe('{"a":null,"b":[1,"x"]}');
  });

  it('gives the same hash whatever the order of the keys', () => {
    const entries = fc.uniqueArray(fc.tuple(fc.string({ minLength: 1 }).filter((key) => key !== '__proto__'), fc.jsonValue()), { selector: ([key]) => key });
    fc.assert(fc.property(entries, (pairs) => {
      expect(contentHash(Object.fromEntries([...pairs].reverse()))).toBe(contentHash(Object.fromEntries(pairs)));
    }));
  });

  it('gives a field that is left out and one that is undefined the same hash, and null another', () => {
    expect(contentHash({ a: '1', b: undefined })).toBe(contentHash({ a: '1' }));
    expect(contentHash({ a: '1', b: null })).not.toBe(contentHash({ a: '1' }));
  });

  it('gives another hash when one character changes', () => {
    expect(contentHash({ hoursPerWeek: '28' })).not.toBe(contentHash({ hoursPerWeek: '29' }));
  });
});
