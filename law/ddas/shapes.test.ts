import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { date, dateTime, isDate, list, may, must, oneOf, record, text, wholeEuros, yesOrNo } from './shapes.js';

const rules = (faults: readonly { rule: string }[]): string[] => faults.map(({ rule }) => rule);

describe('a day', () => {
  it('is one of the calendar, as the date library has it', () => {
    const known = (given: string): boolean => {
      try {
        return Temporal.PlainDate.from(given, { overflow: 'reject' }).toString() === given;
      } catch {
        return false;
      }
    };
    const two = (most: number) => fc.integer({ min: 0, max: most }).map((part) => String(part).padStart(2, '0'));
    fc.assert(fc.property(fc.integer({ min: 1600, max: 2400 }), two(13), two(32), (year, month, day) => expect(isDate(`${year}-${month}-${day}`)).toBe(known(`${year}-${month}-${day}`))), { numRuns: 2000 });
    expect(['2000-02-29', '1900-02-29', '2012-02-29', '2013-02-29'].map(isDate)).toEqual([true, false, true, false]);
  });

  it.each(['20130101', '2013-1-1', '2013-01-01T00:00:00Z', '', ' 2013-01-01'])('is not %j', (given) => expect(isDate(given)).toBe(false));
});

describe('a shape', () => {
  const shape = record({ naam: must(text), op: may(date), soort: may(oneOf(['a', 'b'])), lijst: may(list(wholeEuros, 1, 2)) });

  it('tells every fault of a value at once, each with its place', () => {
    expect(shape({ op: 'gisteren', soort: 'c', lijst: [1.5, -1, 2], extra: 1 }, 'x').map(({ path, rule }) => `${path} ${rule}`)).toEqual([
      'x onbekend-gegeven', 'x.naam verplicht', 'x.op datum', 'x.soort waardelijst', 'x.lijst aantal', 'x.lijst[0] hele-euros', 'x.lijst[1] hele-euros',
    ]);
  });

  it('takes null for nothing known nowhere: what is not known is left out', () => {
    expect(rules(shape({ naam: null, op: null }, ''))).toEqual(['tekst', 'datum']);
  });

  it('is not fooled by what an object has from elsewhere', () => {
    expect(rules(shape(JSON.parse('{"__proto__":{"naam":"x"}}'), ''))).toEqual(['onbekend-gegeven', 'verplicht']);
    expect(rules(yesOrNo('true', ''))).toEqual(['ja-nee']);
  });

  it.each([['2014-03-03T09:00:00Z', true], ['2014-03-03T09:00:00.123+01:00', true], ['2014-02-30T09:00:00Z', false], ['2014-03-03T24:00:00Z', false], ['2014-03-03', false]])('a moment %s: %s', (given, right) => {
    expect(dateTime(given, '').length === 0).toBe(right);
  });
});
