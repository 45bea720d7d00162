import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { anyDate, anyRule, suspensionsAround } from '../testing/arbitrary-terms.js';
import { addDays, isWorkingDay } from './calendar.js';
import { isGovernedByTermsAct, lastDayOf, runTerm, type TermRule } from './forward-term.js';

const rule = (length: number, unit: TermRule['unit']): TermRule => ({ length, unit, article: 'art. 1' });
const ends = (from: string, length: number, unit: TermRule['unit']): string => lastDayOf(runTerm(from, rule(length, unit)));

describe('a forward term', () => {
  it('does not count the day of the event, and rolls from a day off', () => {
    expect(ends('2013-03-04', 8, 'weeks')).toBe('2013-04-29');
    expect(ends('2014-03-21', 4, 'weeks')).toBe('2014-04-22');
  });

  it('ends at the end of a shorter month', () => {
    expect(runTerm('2015-01-31', rule(1, 'months')).rawLastDay).toBe('2015-02-28');
  });

  it.each([
    [90, 'days', true], [91, 'days', false], [12, 'weeks', true], [13, 'weeks', false], [16, 'weeks', false], [3, 'months', true], [4, 'months', false], [1, 'years', false],
  ] as const)('of %i %s is governed by the Algemene termijnenwet: %s (art. 4)', (length, unit, governed) => {
    expect(isGovernedByTermsAct(rule(length, unit))).toBe(governed);
  });

  it('of sixteen weeks stays on a Sunday', () => {
    expect(ends('2014-01-05', 16, 'weeks')).toBe('2014-04-27');
  });

  it('of three days holds two working days (art. 2): from the Thursday before Easter until Wednesday', () => {
    expect(ends('2013-03-28', 3, 'days')).toBe('2013-04-03');
    expect(ends('2013-03-28', 2, 'days')).toBe('2013-04-02');
  });

  it('leaves one day when a suspension begins on the Monday to which it had rolled', () => {
    const run = runTerm('2013-03-02', rule(8, 'weeks'), [{ from: '2013-04-29', until: '2013-05-02' }]);
    expect([run.statutoryLastDay, run.passed, lastDayOf(run)]).toEqual(['2013-04-27', ['2013-04-27', '2013-04-28'], '2013-05-02']);
  });

  it('never ends on a day off when it rolls, nor before the bare term', () => {
    fc.assert(fc.property(anyDate, anyRule, (from, given) => {
      const run = runTerm(from, given);
      const last = lastDayOf(run);
      expect(last >= run.statutoryLastDay).toBe(true);
      expect(isGovernedByTermsAct(given) ? isWorkingDay(last) : last === run.statutoryLastDay).toBe(true);
    }));
  });

  it('moves its raw end by one day for every suspended day begun before it', () => {
    fc.assert(fc.property(anyDate, anyRule, fc.nat(), fc.integer({ min: 1, max: 40 }), (from, given, seed, days) => {
      const bare = runTerm(from, given);
      const length = Math.round((Date.parse(bare.rawLastDay) - Date.parse(from)) / 86_400_000);
      const start = addDays(from, 1 + (seed % length));
      const shorter = runTerm(from, given, [{ from: start, until: addDays(start, days) }]);
      const longer = runTerm(from, given, [{ from: start, until: addDays(start, days + 1) }]);
      expect(shorter.rawLastDay).toBe(addDays(bare.rawLastDay, days));
      expect(longer.rawLastDay).toBe(addDays(shorter.rawLastDay, 1));
    }));
  });

  it('counts only suspensions that follow each other, after the event and before the end', () => {
    fc.assert(fc.property(anyDate.chain((from) => fc.tuple(fc.constant(from), suspensionsAround(from))), anyRule, ([from, suspensions], given) => {
      const { suspended, rawLastDay } = runTerm(from, given, suspensions);
      for (const [index, one] of suspended.entries()) {
        expect(one.from > from && (index === 0 || (suspended[index - 1]?.until ?? '9') <= one.from)).toBe(true);
        expect(one.until === null || one.until <= rawLastDay).toBe(true);
      }
    }));
  });
});
