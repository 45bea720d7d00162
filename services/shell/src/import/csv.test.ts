import { describe, expect, it } from '@jest/globals';
import { endNotBeforeStart, parseCsv, type CsvFormat } from './csv.js';
import { bsn, code, decimal, isoDate, legacyDate, localNumber, municipality, optional, personNumber, text } from './fields.js';
import type { ImportFacts } from './format.js';
import { UnreadableFile } from './unreadable-file.js';

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

  it('of an older delivery lacks the columns that came later, which are empty; a line that lacks what its header has is refused', () => {
    const later: CsvFormat<{ number: typeof columns.number; until: typeof columns.until }> = { columns: { number: columns.number, until: columns.until }, added: ['until'] };
    expect(parseCsv('number\n1\n', later, facts)).toEqual([{ line: 2, record: { number: '1', until: null } }]);
    expect(parseCsv('number,until\n1\n', later, facts)).toEqual([{ line: 2, faults: [{ field: 'until', valueClass: 'missing-column', reason: 'the column is missing' }] }]);
  });

  it('may have quotes, delimiters and quoted quotes', () => {
    const [line] = parseCsv('name,other\r\n"Plofstra, ""Piet""",x\r\n', { columns: { name: text({ max: 40 }), other: text({ max: 3 }) } }, facts);
    expect(line).toEqual({ line: 2, record: { name: 'Plofstra, "Piet"', other: 'x' } });
  });

  it.each([
    ['a stray quote', '1,111222333"x,1916,A,2014-01-01,,1', 'record:not-csv'],
    ['a quote that is never closed', '1,"111222333,1916,A,2014-01-01,,1', 'record:not-csv'],
    ['text after a closing quote', '1,111222333,"1916"x,A,2014-01-01,,1', 'record:not-csv'],
    ['a field too many', '1,111222333,1916,A,2014-01-01,,1,111222333', 'record:too-long'],
    ['a zero byte in a text', '\u00001\u0000,111222333,1916,A,2014-01-01,,1', 'number:not-text'],
  ])('with %s is refused, tells no value, and the next one goes on', (_what, wrong, fault) => {
    expect(classes(`${wrong}\n2,111222333,1916,A,2014-01-01,,1`)).toEqual([fault, 'accepted']);
    expect(read(`${wrong}\n2,111222333,1916,A,2014-01-01,,1`)).toMatchObject([{ line: 2 }, { line: 3 }]);
    expect(JSON.stringify(read(wrong))).not.toContain('111222333');
  });

  it.each(['', '\n1,2\n', 'a"b,c\n1,2\n'])('cannot be told without a row of column names: %j', (content) => {
    expect(() => parseCsv(content, format, facts)).toThrow(UnreadableFile);
  });

  it('has a number of its own only in the letters that ids have', () => {
    const rule = localNumber({ max: 4 });
    expect(['1042', 'A-1', '', '12345', '1:2', ' 1'].map((given) => ('fault' in rule(given, facts) ? 'refused' : 'taken'))).toEqual(['taken', 'taken', 'refused', 'refused', 'refused', 'refused']);
  });

  it('has a day from 1900 to 2999, as every system can hold it', () => {
    expect(['1900-01-01', '2999-12-31', '1899-12-31', '9999-12-31', '0000-01-01'].map((day) => 'value' in isoDate(day, facts))).toEqual([true, true, false, false, false]);
  });

  it('reads a legacy date, zero meaning none', () => {
    expect(legacyDate('20140303', facts)).toEqual({ value: '2014-03-03' });
    expect(legacyDate('0', facts)).toEqual({ value: null });
    expect(legacyDate('20140231', facts)).toMatchObject({ fault: 'not-a-date' });
  });
});
