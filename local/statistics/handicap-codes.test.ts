import { describe, expect, it } from '@jest/globals';
import { LAYOUT_2008 } from '#law/statistics/layout-2008.js';
import { LAYOUT_2015 } from '#law/statistics/layout-2015.js';
import { readRecord, writeRecord } from '#law/statistics/wsw-record.js';
import { HandicapCodeFiller, readHandicapCodes } from './handicap-codes.js';

const FILE = 'bsn,handicapcode_1,handicapcode_2,handicapcode_3,geslacht\n990001271,311,204,,2\n990001052,101,,,1\n';
const old = (bsn: string): string => writeRecord(LAYOUT_2008, { periode: '20132', bsn, geboortedatum: '19700514', uren_dienstbetrekking: '28' });
const codesIn = (line: string): unknown => {
  const read = readRecord(line.length === LAYOUT_2015.positions ? LAYOUT_2015 : LAYOUT_2008, line);
  return 'record' in read ? [read.record.handicapcode_1, read.record.handicapcode_2, read.record.handicapcode_3, read.record.geslacht] : null;
};

describe('handicap codes of a local file', () => {
  it('are filled in by number, however the delivery is cut in parts', () => {
    const delivery = `${old('990001271')}\n${old('990001064')}\n`;
    for (let size = 1; size < 150; size += 37) {
      const filler = new HandicapCodeFiller(readHandicapCodes(FILE));
      const parts = delivery.match(new RegExp(`[^]{1,${size}}`, 'g')) ?? [];
      const lines = parts.map((part) => filler.fill(part)).join('').trimEnd().split('\n');
      filler.end();
      expect(lines.map(codesIn)).toEqual([['311', '204', '', undefined], ['', '', '', undefined]]);
      expect([filler.withoutCodes, filler.unused]).toEqual([1, 1]);
    }
  });

  it('change nothing else of a record', () => {
    const filler = new HandicapCodeFiller(readHandicapCodes(FILE));
    const read = readRecord(LAYOUT_2008, filler.fill(`${old('990001271')}\n`).trimEnd());
    expect(read).toMatchObject({ record: { periode: '20132', bsn: '990001271', geboortedatum: '19700514', uren_dienstbetrekking: '28' } });
  });

  it('go with the sex in the layout of 2015', () => {
    const filler = new HandicapCodeFiller(readHandicapCodes(FILE));
    expect(codesIn(filler.fill(`${writeRecord(LAYOUT_2015, { periode: '20151', bsn: '990001052' })}\n`).trimEnd())).toEqual(['101', '', '', '1']);
  });

  it('are not filled into half a delivery or into something else', () => {
    const filler = new HandicapCodeFiller(readHandicapCodes(FILE));
    filler.fill(old('990001271'));
    expect(() => filler.end()).toThrow('afgebroken');
    expect(() => filler.fill('\n<html>\n')).toThrow('geen record');
  });

  it.each([['no header', '990001271,311,,\n'], ['a number that is none', 'bsn,handicapcode_1\n99000127,311\n'], ['a code that is none', 'bsn,handicapcode_1\n990001271,3x1\n'], ['somebody twice', 'bsn,handicapcode_1\n990001271,311\n990001271,312\n']])('are refused from a file with %s', (_case, file) => {
    expect(() => readHandicapCodes(file)).toThrow();
    expect(() => readHandicapCodes(file)).not.toThrow(/\d{8}/);
  });
});
