import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { BDFS } from '../bdfs/bdfs-table.js';
import { BUS } from '../bus/bus-table.js';
import { passesElevenTest } from '../persons/eleven-test.js';
import { SRG } from '../srg/srg-table.js';
import { normalValue } from './value-form.js';
import { headerOf, readRow, writeRow } from './value-row.js';
import type { ValueDomain, ValueRecord, ValueTable } from './value-table.js';

const digits = (from: number, to: number): fc.Arbitrary<string> => fc.array(fc.integer({ min: 0, max: 9 }), { minLength: from, maxLength: to }).map((all) => all.join(''));
const two = (value: number): string => String(value).padStart(2, '0');

/** A value of the range, in any width. */
function valueOf(domain: ValueDomain): fc.Arbitrary<string> {
  switch (domain.kind) {
    case 'year': return fc.integer({ min: 1900, max: 2099 }).map(String);
    case 'month': return fc.integer({ min: 1, max: 12 }).map(two);
    case 'date': return fc.tuple(fc.integer({ min: 1900, max: 2099 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 })).map(([year, month, day]) => `${year}${two(month)}${two(day)}`);
    case 'bsn': return fc.integer({ min: 990000000, max: 990009999 }).map(String).filter(passesElevenTest);
    case 'digits': return digits(domain.width, domain.width);
    case 'number': return fc.oneof(digits(1, domain.width), ...(domain.none === undefined ? [] : [fc.constant(domain.none)]));
    case 'signed': return fc.oneof(fc.tuple(fc.constantFrom('', '+', '-'), digits(1, domain.width)).map((all) => all.join('')), ...(domain.none === undefined ? [] : [fc.constant(domain.none)]));
    case 'text': return fc.string({ minLength: 1, maxLength: domain.most, unit: fc.constantFrom(...'aZ9 .,"\'-é') });
    case 'code': return fc.constantFrom(...Object.keys(domain.codes));
  }
}

function recordOf(table: ValueTable): fc.Arbitrary<ValueRecord> {
  return fc.record(Object.fromEntries(table.fields.map(({ name, domain }) => [name, fc.oneof(fc.constant(''), valueOf(domain))])));
}

describe.each([SRG, BUS, BDFS])('a row of $name', (table) => {
  it('written and read again has every value in its full width', () => {
    fc.assert(fc.property(recordOf(table), (record) => {
      const full = Object.fromEntries(table.fields.map(({ name, domain }) => [name, normalValue(domain, record[name]!)]));
      expect(readRow(table, writeRow(table, record))).toEqual({ record: full });
    }));
  });

  it('read and written again is the same line', () => {
    fc.assert(fc.property(recordOf(table), (record) => {
      const line = writeRow(table, record);
      const read = readRow(table, line);
      expect('record' in read && writeRow(table, read.record)).toBe(line);
    }));
  });

  it('has as many values as its header, and is refused with another number or a stray quote', () => {
    expect(headerOf(table).split(',')).toHaveLength(table.fields.length);
    expect(readRow(table, '2015,01')).toMatchObject({ faults: [{ field: 'record', rule: 'wrong-length' }] });
    expect(readRow(table, `20"15${','.repeat(table.fields.length - 1)}`)).toMatchObject({ faults: [{ rule: 'not-csv' }] });
  });

  it('is not written with a value outside its range or a field of another table', () => {
    expect(() => writeRow(table, { statistiekmaand: '13' })).toThrow('statistiekmaand has no value of its range');
    expect(() => writeRow(table, { handicapcode_1: '311' })).toThrow(RangeError);
  });
});
