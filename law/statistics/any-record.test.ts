import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DeliveryChecks } from './delivery-checks.js';
import { LAYOUT_2008 } from './layout-2008.js';
import { LAYOUT_2015 } from './layout-2015.js';
import { recordFaults } from './record-faults.js';
import { KINDS, person, type Kind } from './testing/people.js';
import { FIELD_NAMES } from './wsw-field.js';
import { onlyFieldsOf, writeRecord, type WswRecord } from './wsw-record.js';

const ALL_KINDS = Object.keys(KINDS) as Kind[];
/** Every kind, every person with all his records. */
const everybody = ALL_KINDS.flatMap((kind, n) => person(kind, n, '20132')).map((record) => writeRecord(LAYOUT_2008, onlyFieldsOf(LAYOUT_2008, record)));

/** A good line with one digit changed, or no line at all. */
const anyLine = fc.oneof(fc.string(), fc.tuple(fc.nat(15), fc.nat(138)).map(([which, place]) => everybody[which % everybody.length]!.split('').with(place, '9').join('')));
const someText = fc.oneof(fc.string({ maxLength: 12 }), fc.bigInt({ min: 0n, max: 9999999999n }).map(String), fc.constantFrom('', '0', '00000000', '20130230', '99999999', '19000101', '-1', '１２'));
const anyRecord: fc.Arbitrary<WswRecord> = fc.record(Object.fromEntries(FIELD_NAMES.map((name) => [name, someText])), { requiredKeys: [] });

describe('any record at all', () => {
  it.each([LAYOUT_2008, LAYOUT_2015])('is judged by layout $name without breaking the judge, and told in fields and rules', (layout) => {
    fc.assert(fc.property(anyRecord, (record) => {
      const faults = recordFaults(layout, record);
      expect(faults.every(({ field, rule, text }) => FIELD_NAMES.includes(field as never) && /^[a-z0-9-]+$/.test(rule) && text.endsWith('.'))).toBe(true);
      const numbers = Object.values(record).filter((value) => /\d{5,}/.test(value ?? ''));
      expect(faults.filter(({ text }) => numbers.some((value) => text.includes(value!)))).toEqual([]);
    }), { numRuns: 150 });
  });

  it('line by line too, also of lines that are no record', () => {
    fc.assert(fc.property(fc.array(anyLine, { maxLength: 5 }), (lines) => {
      const checks = new DeliveryChecks(LAYOUT_2008, 20132);
      const faults = [...lines.flatMap((line, index) => checks.addLine(index + 1, line)), ...checks.end()];
      expect(faults.every(({ record }) => record >= 1 && record <= lines.length)).toBe(true);
    }));
  });
});

describe('a delivery without a fault', () => {
  it('has none in any order of its records', () => {
    fc.assert(fc.property(fc.shuffledSubarray(everybody, { minLength: everybody.length }), (lines) => {
      const checks = new DeliveryChecks(LAYOUT_2008, 20132);
      expect([...lines.flatMap((line, index) => checks.addLine(index + 1, line)), ...checks.end()]).toEqual([]);
    }));
  });

  it('has one when one of its records is there again', () => {
    fc.assert(fc.property(fc.nat(everybody.length - 1), fc.nat(everybody.length), (which, at) => {
      const checks = new DeliveryChecks(LAYOUT_2008, 20132);
      const lines = everybody.toSpliced(at, 0, everybody[which]!);
      const faults = [...lines.flatMap((line, index) => checks.addLine(index + 1, line)), ...checks.end()];
      expect(faults.map(({ rule }) => rule)).toEqual(['duplicate']);
    }));
  });
});
