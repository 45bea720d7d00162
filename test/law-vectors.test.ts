/**
 * The worked examples and test vectors of the domain, in one place and in its order: standard units, total, residency, two moves, the term of the Awb,
 * sixteen weeks back, the eleven-test, dates that are not whole, and what a configuration file makes of an article number. Each rule has tests of its own.
 */
import { readFileSync } from 'node:fs';
import { Big } from 'big.js';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { labourYearsOf, toHundredths, totalLabourYears } from '#law/labour-years/labour-years.js';
import { article7Cap } from '#law/money/article-7-cap.js';
import { clawback } from '#law/money/clawback.js';
import { clawbackNeutralUntil, monthlyAdvances, residencyFee, residencyFrom } from '#law/money/residency.js';
import { passesElevenTest } from '#law/persons/eleven-test.js';
import { recordFaults } from '#law/statistics/record-faults.js';
import { LAYOUT_2008 } from '#law/statistics/layout-2008.js';
import { readRecord, writeRecord } from '#law/statistics/wsw-record.js';
import { decisionTerm } from '#law/terms/decision-term.js';
import { reindicationRequestTerm } from '#law/terms/indication-terms.js';
import { inRepository } from '../local/paths.js';

const yearsOf = (hoursPerWeek: string, category: 'MODERATE' | 'SEVERE', monthEnds: number): Big =>
  labourYearsOf(Array.from({ length: monthEnds }, (_, month) => ({ monthEnd: `2012-${String(month + 1).padStart(2, '0')}-28`, hoursPerWeek, category, counts: true })), '36', '1.25');

describe('standard units', () => {
  it.each([
    ['36', 'MODERATE', 12, '1.00'], ['36', 'SEVERE', 12, '1.25'], ['28', 'SEVERE', 12, '0.97'], ['24', 'MODERATE', 12, '0.67'],
    ['32', 'MODERATE', 7, '0.52'], ['20', 'SEVERE', 6, '0.35'], ['9', 'MODERATE', 6, '0.13'],
  ] as const)('%s hours, %s, %i month ends: %s', (hours, category, monthEnds, expected) => {
    expect(toHundredths(yearsOf(hours, category, monthEnds))).toBe(expected);
  });

  it('are exact before they are rounded', () => {
    expect([yearsOf('28', 'SEVERE', 12).toFixed(4), yearsOf('32', 'MODERATE', 7).toFixed(4), yearsOf('20', 'SEVERE', 6).toFixed(4), yearsOf('9', 'MODERATE', 6).toFixed(3)]).toEqual(['0.9722', '0.5185', '0.3472', '0.125']);
  });

  it('of a college are rounded once: three of 0.335 are 1.01, and not three times 0.34', () => {
    const three = [1, 2, 3].map(() => new Big('0.335'));
    expect(totalLabourYears(three)).toBe('1.01');
    expect(three.reduce((sum, one) => sum.plus(toHundredths(one)), new Big(0)).toFixed(2)).toBe('1.02');
  });
});

describe('after a move of residence', () => {
  it.each([['2012-01-01', '2014-01-01'], ['2012-03-15', '2014-01-01'], ['2012-12-31', '2014-01-01'], ['2013-01-01', '2015-01-01']])('on %s the new municipality pays from %s', (on, from) => {
    expect(residencyFrom([{ on, from: '0626', to: '1916' }])).toEqual({ from, payer: '1916' });
  });

  it('on 15 March 2012 the former one is not cut until 31 December 2013', () => {
    expect(clawbackNeutralUntil('2012-03-15')).toBe('2013-12-31');
  });

  it('and a second one, a human decides with the literal reading before him: B pays A from 2014', () => {
    const answer = residencyFrom([{ on: '2012-05-01', from: 'A', to: 'B' }, { on: '2013-05-01', from: 'B', to: 'C' }]);
    expect(answer).toMatchObject({ human: [expect.stringMatching(/B betaalt vanaf 2014-01-01 aan A/), expect.any(String)] });
  });
});

describe('the worked example of money', () => {
  it('gives a fee of 25,220.00 a year for 0.97 labour years at 26,000 each, in advances of 2,101.67 that sum to it', () => {
    expect(residencyFee('2600000', '100', toHundredths(yearsOf('28', 'SEVERE', 12)))).toBe('25220.00');
    const advances = monthlyAdvances('25220.00');
    expect([advances.length, advances[0]]).toEqual([12, '2101.67']);
    expect(advances.reduce((sum, one) => sum.plus(one), new Big(0)).toFixed(2)).toBe('25220.00');
  });

  it('caps supervised employment at 24,500 and 31,000, and takes back 68,900 for 97.35 of 100', () => {
    expect(article7Cap('2600000', '100', 'MODERATE', '1.25', '1500')).toBe('24500.00');
    expect(article7Cap('2600000', '100', 'SEVERE', '1.25', '1500')).toBe('31000.00');
    expect(clawback('100', '97.35', '2600000')).toBe('68900.00');
  });
});

describe('the term of the Awb', () => {
  const received = { receivedOn: '2013-03-04', decidedOn: null };

  it('of an application of Monday 4 March 2013 ends on Monday 29 April', () => {
    expect(decisionTerm({ ...received, suspensions: [] }, '2013-03-04').lastDay).toBe('2013-04-29');
  });

  it.each([['2013-03-22', 10, '2013-05-09', '2013-05-10'], ['2013-03-25', 13, '2013-05-12', '2013-05-13']])(
    'suspended from 12 March until it was complete on %s, %i days, ends raw on %s and in law on %s',
    (until, days, raw, last) => {
      const term = decisionTerm({ ...received, suspensions: [{ from: '2013-03-12', until }] }, '2013-04-15');
      expect([term.elapsed.grossDays - term.elapsed.netDays, term.rawLastDay, term.lastDay]).toEqual([days, raw, last]);
    },
  );

  it('is no forward term where it counts back: an indication until 30 June 2014 is asked again by Monday 10 March, wherever that falls', () => {
    expect(reindicationRequestTerm('2014-06-30').lastDay).toBe('2014-03-10');
    expect(reindicationRequestTerm('2014-06-28').lastDay).toBe('2014-03-08'); // a Saturday
  });
});

describe('the eleven-test', () => {
  it.each([['111222333', true], ['123456782', true], ['012345672', true], ['123456789', false], ['000000000', false]])('of %s: %s', (number, passes) => {
    expect(passesElevenTest(number)).toBe(passes);
  });
});

describe('a date of the statistics', () => {
  const line = (begin: string): string => writeRecord(LAYOUT_2008, { periode: '20132', begin_dienstbetrekking: begin });

  it('of zeros does not apply, which is neither a day nor unknown', () => {
    const read = readRecord(LAYOUT_2008, line(''));
    expect(line('')).toContain('00000000');
    expect('record' in read && (read.record.begin_dienstbetrekking ?? '')).toBe('');
  });

  it.each(['20120000', '20120300'])('that is not whole, %s, is told and never taken for a first of the month', (begin) => {
    const faults = recordFaults(LAYOUT_2008, { periode: '20132', begin_dienstbetrekking: begin });
    expect(faults).toContainEqual(expect.objectContaining({ field: 'begin_dienstbetrekking', rule: 'not-a-date' }));
  });
});

describe('a value like 2:20', () => {
  it('is a number to base sixty for an old reader of YAML, and stands nowhere unquoted in what we give to one', () => {
    expect(parse('article: 2:20', { version: '1.1' })).toEqual({ article: 140 });
    const unquoted = /^\s*(?:- |[\w-]+: )\d+:[0-5]?\d(?::|\s|$)/;
    expect('  - 2:20').toMatch(unquoted);
    expect(readFileSync(inRepository('docker-compose.yml'), 'utf8').split('\n').filter((line) => unquoted.test(line))).toEqual([]);
  });
});
