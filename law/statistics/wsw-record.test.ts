import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { LAYOUT_2008 } from './layout-2008.js';
import { LAYOUT_2015 } from './layout-2015.js';
import { onlyFieldsOf, readRecord, writeRecord, type WswRecord } from './wsw-record.js';
import type { Layout } from './wsw-field.js';

const LAYOUTS = [LAYOUT_2008, LAYOUT_2015];
const digits = (length: number): fc.Arbitrary<string> => fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }).map((all) => all.join(''));
const someValue = (width: number): fc.Arbitrary<string> => fc.oneof(fc.constant(''), fc.constant('0'.repeat(width)), fc.nat(width).chain(digits));
const someRecord = (layout: Layout): fc.Arbitrary<WswRecord> => fc.record(Object.fromEntries(layout.fields.map(({ name, width }) => [name, someValue(width)])));

describe.each(LAYOUTS)('a record of layout $name', (layout) => {
  it('read and written again is the same line, whatever digits it has', () => {
    fc.assert(fc.property(digits(layout.positions), (line) => {
      const read = readRecord(layout, line);
      expect('record' in read && writeRecord(layout, read.record)).toBe(line);
    }));
  });

  it('written and read again has every value, in its full width, and nothing for zeros', () => {
    fc.assert(fc.property(someRecord(layout), (record) => {
      const full = Object.fromEntries(layout.fields.map(({ name, width }) => [name, /^0*$/.test(record[name] ?? '') ? '' : record[name]!.padStart(width, '0')]));
      expect(readRecord(layout, writeRecord(layout, record))).toEqual({ record: full });
    }));
  });

  it('has a field of its own for each position', () => {
    fc.assert(fc.property(fc.nat(layout.positions - 1), (place) => {
      const read = readRecord(layout, `${'0'.repeat(place)}7${'0'.repeat(layout.positions - place - 1)}`);
      expect('record' in read && Object.values(read.record).filter((value) => value !== '')).toHaveLength(1);
    }));
  });

  it('is not written with a value that is too wide or no digits', () => {
    expect(() => writeRecord(layout, { uren_dienstbetrekking: '100' })).toThrow('uren_dienstbetrekking does not fit in 2 digits');
    expect(() => writeRecord(layout, { uren_dienstbetrekking: '7.5' })).toThrow(RangeError);
  });

  it('is refused in another length, and tells every field with anything but digits, without the value', () => {
    expect(readRecord(layout, '1'.repeat(layout.positions - 1))).toMatchObject({ faults: [{ field: 'record', rule: 'too-short' }] });
    expect(readRecord(layout, '1'.repeat(layout.positions + 1))).toMatchObject({ faults: [{ field: 'record', rule: 'too-long' }] });
    const read = readRecord(layout, `x${'1'.repeat(layout.positions - 2)}y`);
    expect(read).toMatchObject({ faults: [{ field: 'periode', rule: 'not-digits' }, { field: 'bestemming_uitstroom', rule: 'not-digits' }] });
  });
});

describe('a record for both layouts', () => {
  const record = { periode: '20132', betalende_gemeente: '0629', geslacht: '2', instroom_wachtlijst: '20100101' };

  it('cannot be written with a field that the layout does not have', () => {
    expect(() => writeRecord(LAYOUT_2008, record)).toThrow('betalende_gemeente does not stand in layout 2008');
    expect(() => writeRecord(LAYOUT_2015, record)).toThrow('instroom_wachtlijst does not stand in layout 2015');
    expect(writeRecord(LAYOUT_2008, { periode: '20132', geslacht: '' })).toHaveLength(139);
  });

  it('can be brought to the fields of one layout', () => {
    expect(writeRecord(LAYOUT_2008, onlyFieldsOf(LAYOUT_2008, record))).toMatch(/^20132/);
    expect(onlyFieldsOf(LAYOUT_2015, record)).toMatchObject({ geslacht: '2', betalende_gemeente: '0629' });
    expect(onlyFieldsOf(LAYOUT_2015, record)).not.toHaveProperty('instroom_wachtlijst');
  });
});
