import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { anyDate, anyRule, suspensionsAround } from '../testing/arbitrary-terms.js';
import { addDays, daysBetween } from './calendar.js';
import { runTerm } from './forward-term.js';
import { tellTerm } from './moved-days.js';

const EIGHT_WEEKS = { length: 8, unit: 'weeks', article: 'Awb art. 4:13 lid 2' } as const;

describe('why a term ends when it does', () => {
  it('names ten suspended days and Ascension Day for the application of 4 March 2013', () => {
    const told = tellTerm(runTerm('2013-03-04', EIGHT_WEEKS, [{ from: '2013-03-12', until: '2013-03-22' }]), '2013-04-01');
    expect([told.statutoryLastDay, told.rawLastDay, told.lastDay]).toEqual(['2013-04-29', '2013-05-09', '2013-05-10']);
    expect(told.moved.filter((one) => one.reason === 'SUSPENSION').map((one) => one.day)).toEqual(Array.from({ length: 10 }, (_, index) => `2013-03-${12 + index}`));
    expect(told.moved.at(-1)).toEqual({ day: '2013-05-09', reason: 'HOLIDAY', article: 'Algemene termijnenwet art. 1 lid 1 en art. 3', text: 'Geen werkdag: Hemelvaartsdag.' });
  });

  it('names Saturday and Sunday each', () => {
    expect(tellTerm(runTerm('2013-03-02', EIGHT_WEEKS), '2013-03-02').moved.map((one) => one.reason)).toEqual(['SATURDAY', 'SUNDAY']);
  });

  it('names the day by which a short term was made longer', () => {
    const told = tellTerm(runTerm('2013-03-28', { length: 3, unit: 'days', article: 'art. 1' }), '2013-03-28');
    expect(told.moved.map((one) => [one.day, one.reason])).toEqual([['2013-03-31', 'SUNDAY'], ['2013-04-01', 'HOLIDAY'], ['2013-04-02', 'TOO_FEW_WORKING_DAYS']]);
  });

  it('has one reason for every day between the bare end and the end, whatever happened', () => {
    const anyTerm = anyDate.chain((from) => fc.tuple(fc.constant(from), suspensionsAround(from)));
    fc.assert(fc.property(anyTerm, anyRule, fc.integer({ min: 0, max: 200 }), ([from, suspensions], rule, after) => {
      const told = tellTerm(runTerm(from, rule, suspensions), addDays(from, after));
      expect(told.moved.length).toBe(daysBetween(told.statutoryLastDay, told.lastDay));
      expect(new Set(told.moved.map((one) => one.day)).size).toBe(told.moved.length);
    }));
  });
});
