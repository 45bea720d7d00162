import { describe, expect, it } from '@jest/globals';
import { LAYOUT_2008, LAYOUT_2015, writeStatistics2008, writeStatistics2015 } from './statistics-layout.js';

const width = (layout: readonly (readonly [string, number])[]): number => layout.reduce((total, [, positions]) => total + positions, 0);

describe('layout of the Statistiek Wsw', () => {
  it('until 2014 a record has 29 fields in 139 positions', () => {
    expect([LAYOUT_2008.length, width(LAYOUT_2008)]).toEqual([29, 139]);
  });

  it('from 2015 a record has 28 fields in 126 positions', () => {
    expect([LAYOUT_2015.length, width(LAYOUT_2015)]).toEqual([28, 126]);
  });

  it('the order of the 2008 fields is that of the annex: number 3 is the BSN, 16 to 18 the waiting list, 29 the destination', () => {
    expect([3, 16, 18, 19, 24, 29].map((number) => LAYOUT_2008[number - 1]?.[0])).toEqual([
      'bsn', 'instroom_wachtlijst', 'reden_uitstroom_wachtlijst', 'begin_dienstbetrekking', 'begin_begeleid_werken', 'bestemming_uitstroom',
    ]);
  });

  it('the 2015 fields add payer and sex, and end in destination 28', () => {
    expect([3, 4, 6, 18, 23, 28].map((number) => LAYOUT_2015[number - 1]?.[0])).toEqual([
      'betalende_gemeente', 'bsn', 'geslacht', 'begin_dienstbetrekking', 'begin_begeleid_werken', 'bestemming_uitstroom',
    ]);
  });

  it('what does not apply is zeros, and numbers are filled up from the left', () => {
    const line = writeStatistics2008([{ periode: '20132', bsn: '990001003', uren_dienstbetrekking: '8' }]);
    expect(line).toBe(`2013200000990001003${'0'.repeat(91)}08${'0'.repeat(27)}\n`);
  });

  it('one record is one line', () => {
    expect(writeStatistics2015([{ periode: '20152' }, { periode: '20152' }]).split('\n').map((line) => line.length)).toEqual([126, 126, 0]);
  });

  it('a value that is wider than its field, or no digits, is refused', () => {
    expect(() => writeStatistics2008([{ uren_dienstbetrekking: '100' }])).toThrow(RangeError);
    expect(() => writeStatistics2008([{ uren_dienstbetrekking: '7.5' }])).toThrow(RangeError);
  });
});
