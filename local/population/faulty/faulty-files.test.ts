import { describe, expect, it } from '@jest/globals';
import { passesElevenTest } from '../bsn.js';
import { Delivered } from '../testing/delivered.js';
import type { ExpectedFault } from './faulty-files.js';

const delivered = new Delivered();
const { faults } = JSON.parse(delivered.text('faulty/expected-faults.json')) as { faults: ExpectedFault[] };

describe('files with faults', () => {
  it('every line but the header and the first good one has exactly one expected fault', () => {
    const files = [...new Set(faults.map((one) => one.file))];
    expect(files).toHaveLength(9);
    for (const file of files) {
      const lines = delivered.lines(`faulty/${file}`).map((_, index) => index + 1);
      const first = file.endsWith('.csv') ? 3 : 2;
      expect(faults.filter((one) => one.file === file).map((one) => one.line)).toEqual(lines.filter((line) => line >= first));
    }
  });

  it('the good line is a line of the delivered file, so that importing it changes nothing', () => {
    for (const file of new Set(faults.map((one) => one.file))) {
      const line = delivered.lines(`faulty/${file}`)[file.endsWith('.csv') ? 1 : 0];
      expect(delivered.lines(file)).toContain(line);
    }
  });

  it('covers length, code, date, eleven-test, municipality and order of dates', () => {
    const classes = new Set(faults.map((one) => one.valueClass));
    expect([...classes].sort()).toEqual([
      'bad-checksum', 'empty', 'end-before-start', 'not-a-date', 'not-a-decimal', 'too-long', 'too-short', 'unknown-code', 'unknown-reference', 'wrong-length',
    ]);
  });

  it('a number that must fail the eleven-test does fail it', () => {
    const { file, line } = faults.find((one) => one.valueClass === 'bad-checksum' && one.file.endsWith('clients.csv')) ?? { file: '', line: 0 };
    const bsn = delivered.lines(`faulty/${file}`)[line - 1]?.split(',')[1] ?? '';
    expect(bsn).toMatch(/^99\d{7}$/);
    expect(passesElevenTest(bsn)).toBe(false);
  });

  it('a spoilt position of the statistics keeps the record at 139 digits', () => {
    const lines = delivered.lines('faulty/sw-wassenaar/statistiek-wsw-20132.txt').map((line) => line.length);
    expect(lines).toEqual([139, 139, 139, 139, 139, 139, 130, 141]);
  });
});
