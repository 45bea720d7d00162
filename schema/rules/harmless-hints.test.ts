import { describe, expect, it } from '@jest/globals';
import { inputOf } from '../check-input.js';
import { harmlessHints } from './harmless-hints.js';

describe('harmless-hints', () => {
  it('the hint that the directory and the companies share an interface is wanted', () => {
    const input = inputOf();
    expect(input.hints.map(({ code }) => code)).toContain('INCONSISTENT_INTERFACE_VALUE_TYPE_FIELD');
    expect(harmlessHints.check(input)).toEqual([]);
  });

  it('any other hint is refused with its first line', () => {
    const hints = [{ code: 'INCONSISTENT_ENUM_VALUE_FOR_INPUT_ENUM', message: 'Value "X" is missing\nmore' }];
    expect(harmlessHints.check({ ...inputOf(), hints })).toEqual(['INCONSISTENT_ENUM_VALUE_FOR_INPUT_ENUM: Value "X" is missing']);
  });
});
