import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { anyDate, anyRule } from '../testing/arbitrary-terms.js';
import { daysBetween } from './calendar.js';
import { backwardTerm } from './backward-term.js';

const SIXTEEN_WEEKS = { length: 16, unit: 'weeks', article: 'Besluit uitvoering sw art. 6 lid 1' } as const;

describe('a term counted back (Algemene termijnenwet art. 1(2))', () => {
  it('of sixteen weeks before 30 June 2014 ends on Monday 10 March', () => {
    expect(backwardTerm('2014-06-30', SIXTEEN_WEEKS)).toMatchObject({ lastDay: '2014-03-10', fallsOn: null, lastWorkingDay: '2014-03-10' });
  });

  it('stays on a Sunday, and says which working day comes before', () => {
    expect(backwardTerm('2014-06-29', SIXTEEN_WEEKS)).toMatchObject({ lastDay: '2014-03-09', fallsOn: { name: 'zondag' }, lastWorkingDay: '2014-03-07' });
  });

  it('never rolls: it is as long as the law says, wherever it falls', () => {
    fc.assert(fc.property(anyDate, fc.integer({ min: 1, max: 30 }), (before, length) => {
      expect(daysBetween(backwardTerm(before, { length, unit: 'weeks', article: 'art. 1' }).lastDay, before)).toBe(length * 7);
    }));
    fc.assert(fc.property(anyDate, anyRule, (before, rule) => {
      const { lastDay, lastWorkingDay, fallsOn } = backwardTerm(before, rule);
      expect(lastWorkingDay <= lastDay && (fallsOn === null) === (lastDay === lastWorkingDay)).toBe(true);
    }));
  });
});
