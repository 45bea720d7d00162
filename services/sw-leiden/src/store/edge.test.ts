/** The edge of this company against a real database: SQL and TypeScript agree, and a delivery changes only what it may. */
import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CompanyBench } from '#sw-contract/conformance/bench.js';
import type { ImportResult } from '#shell/import/run-import.js';
import { dateOfNumber } from '../domain/legacy-date.js';
import { hoursOfPercentage } from '../domain/part-time.js';
import { DIENSTVERBAND, sampleSubject, WERKPLEK } from '../sample-delivery.js';
import { sqlDate, sqlHours } from './edge-sql.js';
import { reportLines } from './report.store.js';

const AGREEMENT = '0f3b5d0e-5a35-4d9b-9c5e-2f6d8f0a1b11';
const HOLD = { agreement: AGREEMENT, workplace: 'leiden:W:2001', termsVersion: 1, from: '2014-04-01', until: null, hoursPerWeek: '24', function: 'Medewerker textiel' };

let bench: CompanyBench;
const query = <T>(sql: string): Promise<T[]> => bench.parts.dataSource.query<T[]>(sql);

/** The same company, delivering other files. */
function deliver(files: Record<string, string>): Promise<ImportResult[]> {
  return CompanyBench.prototype.importAll.call(Object.assign(Object.create(bench) as CompanyBench, { subject: { ...sampleSubject, files } }));
}

beforeAll(async () => {
  bench = await CompanyBench.open(sampleSubject);
  await bench.importAll();
});
afterAll(() => bench.close());

describe('the mapping', () => {
  it('SQL makes the same hours of every percentage as TypeScript', async () => {
    const rows = await query<{ pct: string; hours: string }>(`SELECT pct::text, ${sqlHours('pct')}::text AS hours FROM (SELECT n / 100.0::numeric AS pct FROM generate_series(1, 10000) n) p`);
    expect(rows).toHaveLength(10_000);
    expect(rows.filter((row) => hoursOfPercentage(row.pct) !== row.hours)).toEqual([]);
  });

  it('SQL makes the same dates of numbers as TypeScript, none included', async () => {
    const rows = await query<{ n: number; day: string | null }>(`SELECT n, ${sqlDate('n')}::text AS day FROM unnest(ARRAY[0, 20120229, 20131231]) n`);
    expect(rows.map((row) => row.day)).toEqual(rows.map((row) => dateOfNumber(row.n)));
  });
});

describe('a delivery', () => {
  it('keeps no BSN', async () => {
    expect(JSON.stringify(await query('SELECT * FROM dienstverband JOIN werknemer USING (wnr)'))).not.toMatch(/99000\d{4}/);
  });

  it('does not overwrite a reservation, and its word counts again after the release', async () => {
    await bench.command('hold-workplace', HOLD);
    await deliver({ 'WERKPLEK-20140310.csv': WERKPLEK.replace('20140315;V', '20140315;B') });
    expect(await query('SELECT status, levstatus FROM werkplek WHERE wpnr = 2001')).toEqual([{ status: 'R', levstatus: 'B' }]);
    expect(await reportLines(bench.parts.dataSource.manager)).toContain('calls taken or closed (reservation kept): 1 (2001)');
    await bench.command('release-workplace', { agreement: AGREEMENT, workplace: HOLD.workplace });
    expect(await query('SELECT status FROM werkplek WHERE wpnr = 2001')).toEqual([{ status: 'B' }]);
  });

  it('closes no row that it leaves out: the report names it', async () => {
    await deliver({ 'DIENSTVERBAND-20140401.csv': DIENSTVERBAND.split('\n').filter((line) => !line.startsWith('40003')).join('\n') });
    expect(await query('SELECT einddat FROM dienstverband WHERE dvnr = 40003')).toEqual([{ einddat: 0 }]);
    expect(await reportLines(bench.parts.dataSource.manager)).toContain('no longer names (kept): 1 (40003)');
  });

  it('moves the date of the last change only when something changed', async () => {
    const last = 'SELECT max(mutts)::text AS at FROM dienstverband';
    const before = await query(last);
    await deliver({ 'DIENSTVERBAND-20140402.csv': `${DIENSTVERBAND}\n` });
    expect(await query(last)).toEqual(before);
    await deliver({ 'DIENSTVERBAND-20140403.csv': DIENSTVERBAND.replace(';77.78;', ';88.89;') });
    expect(await query(last)).not.toEqual(before);
  });
});

describe('a line that is refused', () => {
  const header = DIENSTVERBAND.split('\n')[0] ?? '';
  const good = '40009;990001003;Brelino Zwalkenveld;19680514;B;77.78;20090901;0;0626;gm-0626;M;100;;;;0;0;0';

  it.each([
    ['a BSN that fails the eleven-test', good.replace('990001003', '990001004'), 'BSN', 'bad-checksum'],
    ['a date that does not exist', good.replace('19680514', '19680231'), 'GEBDAT', 'not-a-date'],
    ['a birth date of zero', good.replace('19680514', '0'), 'GEBDAT', 'empty'],
    ['a work form that is not delivered', good.replace(';B;', ';NB;'), 'WERKVORM', 'unknown-code'],
    ['a percentage with a comma', good.replace('77.78', '77,78'), 'DTPCT', 'not-a-decimal'],
    ['a percentage above 100', good.replace('77.78', '100.01'), 'DTPCT', 'out-of-range'],
    ['a municipality that nobody knows', good.replace(';0626;', ';9999;'), 'BETGEM', 'unknown-code'],
    ['an employer that is no body', good.replace('gm-0626', 'gm-9999'), 'FORMWG', 'unknown-code'],
    ['an end before the start', good.replace(';0;0626', ';20090831;0626'), 'EINDDAT', 'end-before-start'],
    ['a reason for leaving of somebody who did not leave', good.replace(/;0;0$/, ';8;7'), 'ONTSLAG', 'out-of-range'],
    ['a former form without its last day', good.replace(';100;;;;', ';100;B;100;100;'), 'VEINDDAT', 'empty'],
    ['a number in the range of the federation', good.replace('40009', '900000'), 'DVNR', 'out-of-range'],
  ])('%s', async (_case, line, field, valueClass) => {
    const [result] = await deliver({ 'DIENSTVERBAND-fout.csv': `${header}\n${line}\n` });
    expect(result).toMatchObject({ delivered: 1, accepted: 0, refused: 1 });
    const [fault] = await query<object>('SELECT line, field, value_class FROM import_quarantine ORDER BY id DESC LIMIT 1');
    expect(fault).toEqual({ line: 2, field, value_class: valueClass });
  });

  it('the second line with one number, and a place at an unknown employer; the others go on', async () => {
    const [employments] = await deliver({ 'DIENSTVERBAND-dubbel.csv': `${header}\n${good}\n${good}\n` });
    expect(employments).toMatchObject({ accepted: 1, refused: 1 });
    const [places] = await deliver({ 'WERKPLEK-onbekend.csv': WERKPLEK.replace('2003;99000102', '2003;99000999') });
    expect(places).toMatchObject({ accepted: 6, refused: 1 });
  });
});
