import { describe, expect, it } from '@jest/globals';
import { notBefore, onlyFor, onlyWith } from './value-rules.js';
import { doubtsOf, valueFaults } from './value-faults.js';
import type { ValueTable } from './value-table.js';

const TABLE: ValueTable = {
  name: 'trial',
  title: 'Proef',
  fields: [
    { item: '1', name: 'jaar', title: 'Jaar', domain: { kind: 'year' }, required: true },
    { item: '2', name: 'maand', title: 'Maand', domain: { kind: 'month' } },
    { item: '3', name: 'van', title: 'Van', domain: { kind: 'date' } },
    { item: '4', name: 'tot', title: 'Tot', domain: { kind: 'date' } },
    { item: '5', name: 'bsn', title: 'BSN', domain: { kind: 'bsn' } },
    { item: '6', name: 'gemeente', title: 'Gemeente', domain: { kind: 'digits', width: 4 } },
    { item: '7', name: 'bedrag', title: 'Bedrag', domain: { kind: 'signed', width: 4, none: '9999999' } },
    { item: '8', name: 'aantal', title: 'Aantal', domain: { kind: 'number', width: 2 } },
    { item: '9', name: 'nummer', title: 'Nummer', domain: { kind: 'text', most: 5 } },
    { item: '10', name: 'soort', title: 'Soort', domain: { kind: 'code', codes: { '01': 'een', '02': 'twee' } }, doubt: 'Niet zeker.' },
  ],
  rules: [notBefore('van', 'tot'), onlyWith('tot', 'van', 'Zonder begin.'), onlyFor('aantal', 'soort', ['01'], 'Alleen bij een.')],
};
const GOOD = { jaar: '2015', maand: '02', van: '20150201', tot: '20150228', bsn: '990001003', gemeente: '0629', bedrag: '-12', aantal: '3', nummer: 'a-1', soort: '01' };
const told = (change: Record<string, string>): string[] => valueFaults(TABLE, { ...GOOD, ...change }).map(({ field, rule }) => `${field}: ${rule}`);

describe('a record of a monthly statistic', () => {
  it('without a mistake has no fault, and neither has what is not filled or not applicable', () => {
    expect(told({})).toEqual([]);
    expect(valueFaults(TABLE, { jaar: '2015', bedrag: '9999999' })).toEqual([]);
  });

  it.each<[string, Record<string, string>, string]>([
    ['a year of two digits', { jaar: '15' }, 'jaar: not-a-year'],
    ['no year', { jaar: '' }, 'jaar: empty'],
    ['a thirteenth month', { maand: '13' }, 'maand: not-a-month'],
    ['a day that does not exist', { van: '20150229', tot: '' }, 'van: not-a-date'],
    ['a citizen service number that fails the eleven-test', { bsn: '990001004' }, 'bsn: bad-checksum'],
    ['a municipality of three digits', { gemeente: '629' }, 'gemeente: wrong-length'],
    ['an amount that does not fit', { bedrag: '+12345' }, 'bedrag: not-a-number'],
    ['an amount with cents', { bedrag: '12.50' }, 'bedrag: not-a-number'],
    ['a number that does not fit', { aantal: '100' }, 'aantal: not-a-number'],
    ['too long a text', { nummer: 'abcdef' }, 'nummer: not-text'],
    ['a line break in a text', { nummer: 'a\nb' }, 'nummer: not-text'],
    ['a code outside its list', { soort: '1' }, 'soort: unknown-code'],
    ['a field of another table', { loon: '1' }, 'loon: not-in-table'],
    ['an end before its start', { tot: '20150131' }, 'tot: end-before-start'],
    ['an end without a start', { van: '' }, 'tot: without-its-ground'],
    ['a value that is for another kind', { soort: '02' }, 'aantal: not-for-this-kind'],
  ])('%s is refused', (_case, change, fault) => {
    expect(told(change)).toEqual([fault]);
  });

  it('is judged by the rules that it can be judged by, and no fault tells a value', () => {
    const faults = valueFaults(TABLE, { ...GOOD, van: '20150230', bsn: '990001004' });
    expect(faults.map(({ field }) => field)).toEqual(['van', 'bsn']);
    expect(JSON.stringify(faults)).not.toMatch(/990001004|20150230/);
  });

  it('is told what is doubtful about the fields that it fills', () => {
    expect(doubtsOf(TABLE, GOOD)).toEqual([{ field: 'soort', text: 'Niet zeker.' }]);
    expect(doubtsOf(TABLE, { jaar: '2015' })).toEqual([]);
  });
});
