import { describe, expect, it } from '@jest/globals';
import { BsnScalar, DateScalar, DecimalScalar, isCalendarDate, passesElevenTest } from './scalars.js';

describe('the eleven-test', () => {
  it.each(['111222333', '123456782', '012345672'])('passes %s', (text) => expect(passesElevenTest(text)).toBe(true));
  it.each(['123456789', '000000000', '12345678', '1234567820', 'abcdefghi', ''])('refuses %j', (text) => expect(passesElevenTest(text)).toBe(false));
});

describe('a scalar', () => {
  it('never repeats the value that it refuses', () => {
    for (const [scalar, value] of [[BsnScalar, '123456789'], [DateScalar, '2014-02-30'], [DecimalScalar, '1e5']] as const) {
      let message = 'accepted';
      try {
        scalar.parseValue(value);
      } catch (error) {
        message = (error as Error).message;
      }
      expect(message).not.toBe('accepted');
      expect(message).not.toContain(value);
    }
  });

  it('takes a decimal as text and refuses a float', () => {
    expect(DecimalScalar.parseValue('28.50')).toBe('28.50');
    expect(() => DecimalScalar.parseValue(28.5)).toThrow();
  });

  it.each([['2014-02-28', true], ['2014-02-29', false], ['2012-02-29', true], ['2014-2-1', false], ['20140201', false]])('knows whether %s is a day', (text, exists) => {
    expect(isCalendarDate(text)).toBe(exists);
  });
});
