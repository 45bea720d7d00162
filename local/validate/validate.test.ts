import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SRG } from '#law/srg/srg-table.js';
import { LAYOUT_2008 } from '#law/statistics/layout-2008.js';
import { writeRecord, type WswRecord } from '#law/statistics/wsw-record.js';
import { headerOf, writeRow } from '#law/value-tables/value-row.js';
import { inRepository } from '../paths.js';
import { halfYearIn } from './judges.js';
import { linesOf } from './lines.js';

const WORKER: WswRecord = {
  periode: '20132', verantwoordelijke: '00629', bsn: '990001003', geboortedatum: '19640512', gemeente_inschrijving: '0629', besluit_doelgroep: '1', besluit_arbeidshandicap: '2', advies_werkvorm: '2',
  begin_dienstbetrekking: '20060201', detachering: '1', uren_dienstbetrekking: '36', loon_dienstbetrekking: '100',
};
const GOOD = writeRecord(LAYOUT_2008, WORKER);
const SHELTERED = {
  statistiekjaar: '2015', statistiekmaand: '03', statistiekcode: '10', gemeentecode: '1916', berichtgever: '1916', bsn: '990001003', type_voorziening: '05', begin_voorziening: '20150101', geslacht: '2',
};

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'schakel-validate-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function validate(format: string, name: string, text: string, ...options: string[]): { code: number | null; faults: string[]; told: string } {
  writeFileSync(join(folder, name), text);
  const { status, stdout, stderr } = spawnSync(process.execPath, [inRepository('dist/local/validate.js'), format, name, ...options], { encoding: 'utf8', env: { ...process.env, INIT_CWD: folder } });
  return { code: status, faults: stdout.split('\n').filter((line) => line !== ''), told: stderr };
}

describe('npm run validate', () => {
  it('finds nothing in a good delivery, and says when it is due', () => {
    expect(validate('statistiek-wsw', 'statistiek-wsw-20132.txt', `${GOOD}\r\n`)).toEqual({ code: 0, faults: [], told: '1 records, 0 fouten.\nIndeling van 2008; te leveren uiterlijk 2014-02-11.\n' });
  });

  it('tells each fault on a line of its own: line, number and name of the field, sentence, rule; never the value', () => {
    const wrong = writeRecord(LAYOUT_2008, { ...WORKER, bsn: '990001004', gemeente_inschrijving: '9999' });
    const { code, faults } = validate('statistiek-wsw', 'statistiek-wsw-20132.txt', `${GOOD}\n\n${wrong}\n${GOOD.slice(2)}\n`);
    expect(code).toBe(1);
    expect(faults).toEqual([
      '3: 3 bsn: Het burgerservicenummer voldoet niet aan de elfproef. [bad-checksum]',
      '3: 5 gemeente_inschrijving: Deze gemeentecode is niet bekend. [unknown-municipality]',
      '4: record: Een record heeft 139 posities; dit heeft er minder. [too-short]',
    ]);
  });

  it.each(['statistiek-wsw-20132.txt', 'statistiek-wsw-20132-0629.txt', '2013-20132.dat'])('reads the half-year in the name %s', (name) => {
    expect(halfYearIn(join('12345', name), undefined)).toBe(20132);
  });

  it('takes the half-year, the responsible municipality and a list of municipalities', () => {
    writeFileSync(join(folder, 'municipalities.txt'), '0629\n0014\n');
    const elsewhere = writeRecord(LAYOUT_2008, { ...WORKER, gemeente_inschrijving: '0014' });
    const options = ['--half-year', '20132', '--municipalities', 'municipalities.txt', '--responsible', '0629'];
    expect(validate('statistiek-wsw', 'levering.txt', `${elsewhere}\n`, ...options)).toMatchObject({ code: 0, faults: [] });
    expect(validate('statistiek-wsw', 'levering.txt', `${elsewhere}\n`, ...options.with(5, '1916')).faults).toEqual([expect.stringContaining('[other-responsible]')]);
  });

  it('holds a delivery against the one before it', () => {
    writeFileSync(join(folder, 'former.txt'), `${[WORKER, { ...WORKER, bsn: '990001180' }].map((one) => writeRecord(LAYOUT_2008, { ...one, periode: '20131' })).join('\n')}\n`);
    const { code, faults } = validate('statistiek-wsw', 'statistiek-wsw-20132.txt', `${GOOD}\n`, '--previous', 'former.txt');
    expect([code, faults]).toEqual([1, [expect.stringMatching(/^vorige levering 2: record: .*\[not-delivered-again\]$/)]]);
  });

  it('judges a monthly table, header first, and tells what is doubtful', () => {
    const row = writeRow(SRG, SHELTERED);
    const good = validate('srg', 'srg.csv', `${headerOf(SRG)}\n${row}\n`);
    expect(good).toMatchObject({ code: 0, faults: [] });
    expect(good.told).toContain('Te leveren uiterlijk 2015-04-28.\nLet op bij 10 geslacht: ');
    const bad = validate('srg', 'srg.csv', `jaar,maand\n${row}\n${row.replace('2015,03', '2015,04').replace(',05,', ',09,')}\n`);
    expect(bad).toMatchObject({ code: 1, faults: [expect.stringMatching(/^1: .*\[wrong-header\]$/), expect.stringMatching(/^3: 15 type_voorziening: .*\[unknown-code\]$/), expect.stringMatching(/^3: 2 statistiekmaand: .*\[other-month\]$/)] });
  });

  it.each<[string, string, string, string]>([
    ['another format', 'iwmo', 'file.txt', 'usage:'],
    ['a file whose half-year nobody knows', 'statistiek-wsw', 'levering.txt', 'which half-year?'],
    ['a half-year before the first text', 'statistiek-wsw', 'statistiek-wsw-20071.txt', 'no layout of the Statistiek Wsw for 20071'],
  ])('refuses %s and says why', (_case, format, name, told) => {
    const answer = validate(format, name, GOOD);
    expect(answer.code).toBe(2);
    expect(answer.told).toContain(told);
  });

  it('counts an empty file as no delivery', () => {
    expect(validate('bus', 'bus.csv', '')).toEqual({ code: 1, faults: [], told: 'Er staat geen record in het bestand.\n' });
  });
});

describe('a line of a delivery', () => {
  it('that never ends is refused', async () => {
    const file = join(folder, 'endless.txt');
    writeFileSync(file, `1\n${'0'.repeat(200_000)}`);
    await expect(async () => {
      for await (const line of linesOf(file)) expect(line).toEqual([1, '1']);
    }).rejects.toThrow('line 2 has more than 10000 characters');
  });
});
