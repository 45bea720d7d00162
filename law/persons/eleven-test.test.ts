import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { passesElevenTest } from './eleven-test.js';

describe('a citizen service number', () => {
  it.each(['111222333', '123456782', '012345672', '990001003'])('%s passes the eleven-test', (number) => {
    expect(passesElevenTest(number)).toBe(true);
  });

  it.each(['123456789', '000000000', '12345678', '1234567820', '12345678a', ''])('%s does not', (number) => {
    expect(passesElevenTest(number)).toBe(false);
  });

  it('with one digit changed never passes', () => {
    fc.assert(fc.property(fc.nat(8), fc.integer({ min: 1, max: 9 }), (place, shift) => {
      const digits = [...'123456782'];
      digits[place] = String((Number(digits[place]) + shift) % 10);
      expect(passesElevenTest(digits.join(''))).toBe(false);
    }));
  });
});
