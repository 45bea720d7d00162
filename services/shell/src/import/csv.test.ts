import { describe, expect, it } from '@jest/globals';
import { endNotBeforeStart, parseCsv, type CsvFormat } from './csv.js';
import { bsn, code, decimal, isoDate, legacyDate, municipality, optional, personNumber, text } from './fields.js';
import type { ImportFacts } from './format.js';

const facts: ImportFacts = { pseudonym: (number) => `p-${number.length}`, municipalities: new Set(['1916']), adaptations: new Set(), bodies: new Set() };
const columns = { number: text({ max: 3 }), bsn: personNumber, municipality, kind: code(['A', 'B']), from: isoDate, until: optional(isoDate), hours: decimal({ min: 0, max: 36 }) };
const format: CsvFormat<typeof columns> = { columns, cross: (record) => endNotBeforeStart(record.from, record.until, 'until') };
const header = 'number,bsn,municipality,kind,from,until,hours\n';
const read = (line: string): ReturnType<typeof parseCsv<typeof columns>> => parseCsv(`${header}${line}\n`, format, facts);
const classes = (line: string): string[] => read(line).flatMap((one) => ('faults' in one ? one.faults.map((fault) => `${fault.field}:${fault.valueClass}`) : ['accepted']));

describe('a delivered CSV line', () => {
  it('is read, its number turned into a person id at once', () => {
    expect(read('1,111222333,1916,A,2014-01-01,,28.50')).toEqual([
      { line: 2, record: { number: '1', bsn: 'p-9', municipality: '1916', kind: 'A', from: '2014-01-01', until: null, hours: '28.50' } },
    ]);
  });

  it('tells all its faults at once, and no value', () => {
    const line = '1234,123456789,9999,C,2014-02-30,x,40';
    expect(classes(line)).toEqual(['number:too-long', 'bsn:bad-checksum', 'municipality:unknown-code', 'kind:unknown-code', 'from:not-a-date', 'until:not-a-date', 'hours:out-of-range']);
    expect(JSON.stringify(read(line))).not.toContain('123456789');
  });

  it('is refused when it ends before it starts, and taken when it ends on the day it starts', () => {
    expect(classes('1,111222333,1916,A,2014-02-02,2014-02-01,1')).toEqual(['until:end-before-start']);
    expect(classes('1,111222333,1916,A,2014-02-02,2014-02-02,1')).toEqual(['accepted']);
  });

  it('names a column that the file lacks', () => {
    const [line] = parseCsv('number\n1\n', { columns: { number: text({ max: 3 }), bsn } }, facts);
    expect(line).toEqual({ line: 2, faults: [{ field: 'bsn', valueClass: 'missing-column', reason: 'the column is missing' }] });
  });

  it('reads a legacy date, zero meaning none', () => {
    expect(legacyDate('20140303', facts)).toEqual({ value: '2014-03-03' });
    expect(legacyDate('0', facts)).toEqual({ value: null });
    expect(legacyDate('20140231', facts)).toMatchObject({ fault: 'not-a-date' });
  });
});
