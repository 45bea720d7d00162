import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { hasRepeatedNames } from './repeated-names.js';

describe('a name that is said twice', () => {
  it.each(['{"a":1,"a":1}', '{"a":1,"b":{"c":1,"c":2}}', '[{"a":1},{"b":1,"b":2}]', '{"a":1,"\\u0061":2}', '{"a" : 1,\n"a"\t:2}', '{"__proto__":1,"__proto__":2}'])('is found in %s', (text) => {
    expect(hasRepeatedNames(text)).toBe(true);
  });

  it.each(['{"a":"a","b":"a"}', '[{"a":1},{"a":2}]', '{"a":{"a":{"a":1}}}', '{"a":["a","a"]}', '{"a":"\\"a\\":1,\\"a\\":"}', '1', '"a"'])('is not found in %s', (text) => {
    expect(hasRepeatedNames(text)).toBe(false);
  });

  it('is found behind any white space, and no text at all makes the search fail', () => {
    expect(hasRepeatedNames(`{"a"${' '.repeat(500)}:1,"a":2}`)).toBe(true);
    fc.assert(fc.property(fc.string(), (text) => typeof hasRepeatedNames(`{"a":"${text}`) === 'boolean'));
  });

  it('is never found in what JSON.stringify wrote', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => !hasRepeatedNames(JSON.stringify(value))));
  });
});
