/** Files that follow each other, against a real database: holds, persons and ids survive whatever a later file says. */
import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CompanyBench } from '#sw-contract/conformance/bench.js';
import { acceptedBy } from '#sw-contract/conformance/signing-request.js';
import type { ImportResult } from '#shell/import/run-import.js';
import { MARLOTTE, MELNARD, place, QUIKELT, ROSTER, sampleSubject, statistics, WIJMINA, WORKPLACES_HEADER } from '../sample-delivery.js';
import { statistics as supplied } from './delivered-statistics.store.js';
import { reportLines } from './report.store.js';

const AGREEMENT = '7a4e1c52-93d7-4f0c-8a43-6c1f4b7d9e20';
const HOLD = { agreement: AGREEMENT, workplace: 'wassenaar:W:3001', termsVersion: 1, from: '2014-04-01', until: null, hoursPerWeek: '24', function: 'Medewerker sortering' };
const CONFIRM = {
  ...HOLD, role: 'RECEIVING', employment: 'wassenaar:E:70001', workForm: 'SECONDMENT_INDIVIDUAL', secondmentFeePerHour: '6.50',
};
const OTHERS = [3002, 3003, 3004, 3005].map((number) => place(number, 'OPEN')).join('') + place(3006, 'GESLOTEN') + place(3007, 'BEZET');

let bench: CompanyBench;
const query = <T = object>(sql: string): Promise<T[]> => bench.parts.dataSource.query<T[]>(sql);
const statusOfPlace = async (): Promise<string | undefined> => (await query<{ status: string }>(`SELECT status FROM workplace_now WHERE id = '3001'`))[0]?.status;
const open = async (): Promise<string[]> =>
  (await query<{ text: string }>(`SELECT kind || ' ' || subject || ' ' || detail AS text FROM discrepancy WHERE resolved_on IS NULL ORDER BY 1`)).map((row) => row.text);

/** The same company, delivering other files. */
function deliver(files: Record<string, string>): Promise<ImportResult[]> {
  return CompanyBench.prototype.importAll.call(Object.assign(Object.create(bench) as CompanyBench, { subject: { ...sampleSubject, files } }));
}

beforeAll(async () => {
  bench = await CompanyBench.open(sampleSubject);
  await bench.importAll();
});
afterAll(() => bench.close());

describe('what is kept', () => {
  it('no BSN, no handicap code, no sex: there is not even a column', async () => {
    const columns = await query<{ column_name: string }>(`SELECT column_name FROM information_schema.columns WHERE table_schema = 'public'`);
    expect(columns.map((one) => one.column_name).filter((name) => /handicapcode|bsn|geslacht/.test(name))).toEqual([]);
    expect(JSON.stringify(await query('SELECT * FROM statistiek'))).not.toMatch(/990001|311|204/);
  });

  it('a first delivery without contradictions raises nothing', async () => {
    expect(await open()).toEqual([]);
  });
});

describe('the half-yearly statistics of a corrected file', () => {
  it('tell what that file says, and of nobody whom it leaves out', async () => {
    const persons = ['990001180', '990001209'].map((bsn) => bench.person(bsn));
    const scope = { everything: true, persons: [], payingMunicipalities: [], employments: [] };
    const told = async (): Promise<unknown> => {
      const answer = await supplied(bench.parts.dataSource.manager, scope, { halfYear: 20132, persons });
      return answer.employments.map(({ person, contract }) => [persons.indexOf(person), contract?.hoursPerWeek]).sort();
    };
    expect(await told()).toEqual([[0, '24'], [1, '36']]);
    await deliver({ 'statistiek-wsw-20132.txt': statistics({ ...MARLOTTE, uren_dienstbetrekking: '20' }, MELNARD, QUIKELT) });
    expect(await told()).toEqual([[0, '20']]);
    await deliver({ 'statistiek-wsw-20132.txt': statistics(MARLOTTE, WIJMINA, MELNARD, QUIKELT) });
    expect(await told()).toEqual([[0, '24'], [1, '36']]);
  });
});

describe('workplace files after a hold', () => {
  it('a file that calls the held place taken leaves the hold and raises a discrepancy, once', async () => {
    await bench.command('hold-workplace', HOLD);
    await deliver({ 'werkplekken-2014-w10.csv': WORKPLACES_HEADER + place(3001, 'BEZET') + OTHERS });
    expect(await statusOfPlace()).toBe('HELD');
    await deliver({ 'werkplekken-2014-w11.csv': WORKPLACES_HEADER + place(3001, 'BEZET') + OTHERS + place(3008, 'OPEN') });
    expect(await open()).toEqual(['WORKPLACE 3001 HELD_BUT_TAKEN']);
    expect(await reportLines(bench.parts.dataSource.manager)).toContain('WORKPLACE 3001: HELD_BUT_TAKEN, since 2014-03-09 (werkplekken-2014-w10.csv)');
  });

  it('a file that calls it open again closes the discrepancy, and the place still shows as held', async () => {
    await deliver({ 'werkplekken-2014-w12.csv': `${WORKPLACES_HEADER}${place(3001, 'OPEN')}${OTHERS}\n` });
    expect(await open()).toEqual([]);
    expect(await statusOfPlace()).toBe('HELD');
  });

  it('an older file is no witness and changes no row', async () => {
    const [result] = await deliver({ 'werkplekken-2014-w08.csv': WORKPLACES_HEADER + place(3001, 'GESLOTEN') });
    expect(result).toMatchObject({ updated: 0 });
    expect(await open()).toEqual([]);
  });

  it('a file that leaves the place out deletes nothing', async () => {
    await deliver({ 'werkplekken-2014-w13.csv': WORKPLACES_HEADER + OTHERS });
    expect(await statusOfPlace()).toBe('HELD');
    expect(await open()).toEqual(['WORKPLACE 3001 HELD_BUT_MISSING']);
  });

  it('a taken place that a file calls open after the start shows as taken', async () => {
    await bench.command('confirm-agreement', { ...CONFIRM, termsHash: await acceptedBy(bench, AGREEMENT, HOLD) });
    await deliver({ 'werkplekken-2014-w14.csv': `${WORKPLACES_HEADER}${place(3001, 'OPEN')}${OTHERS}\n\n` });
    expect(await statusOfPlace()).toBe('TAKEN');
    expect(await open()).toEqual(['WORKPLACE 3001 TAKEN_BUT_OPEN']);
  });
});

describe('rosters after an agreement', () => {
  it('a roster that leaves a worker out keeps his employment and name, and is reported', async () => {
    await deliver({ 'rooster-2014-03.csv': ROSTER.split('\n').filter((line) => !line.startsWith('70003')).join('\n') });
    expect(await open()).toContain('EMPLOYMENT 70003 NOT_IN_ROSTER');
    expect(await query(`SELECT worker_name FROM employment_now WHERE id = '70003'`)).toEqual([{ worker_name: 'Melnard Ribbelvoort' }]);
  });

  it('a roster that knows another hirer than the agreement is a discrepancy; the one that agrees is the same placement', async () => {
    await deliver({ 'rooster-2014-04.csv': `${ROSTER}\n` });
    expect(await open()).toContain(`PLACEMENT a-${AGREEMENT} HIRER_DIFFERS`);
    const agreed = '70001,990001180,Marlotte Bobberema,3001,99000201,Bollenloods Het Gele Veld,Medewerker sortering,,24,6.50,2014-04-01,';
    await deliver({ 'rooster-2014-05.csv': ROSTER.replace(/^70001.*$/m, agreed) });
    expect(await open()).toEqual(['WORKPLACE 3001 TAKEN_BUT_OPEN']);
    const placements = await query<{ id: string }>(`SELECT id FROM placement_now WHERE employment = '70001'`);
    expect(placements.map((one) => one.id)).toEqual([`a-${AGREEMENT}`]);
  });

  it('a worker whom the statistics do not know is reported and gets no employment', async () => {
    await deliver({ 'rooster-2014-06.csv': `${ROSTER}70009,990001003,Brelino Zwalkenveld,,,,Medewerker inpak,,20,,2013-05-01,\n` });
    expect(await open()).toContain('ROSTER_LINE 70009 WORKER_NOT_IN_STATISTICS');
    expect(await query(`SELECT 1 FROM employment WHERE id = '70009'`)).toEqual([]);
  });
});

describe('half-years that follow each other', () => {
  const periode = '20141';

  it('the later half-year counts, ids stay, and who is left out is reported and kept', async () => {
    await deliver({ 'statistiek-wsw-20141.txt': statistics({ ...MARLOTTE, periode, uren_dienstbetrekking: '28' }, { ...WIJMINA, periode }, { ...MELNARD, periode }) });
    expect(await query(`SELECT hours_per_week, last_period FROM employment WHERE id = '70001'`)).toEqual([{ hours_per_week: '28.00', last_period: 20141 }]);
    expect(await open()).toContain('EMPLOYMENT 70004 NOT_IN_STATISTICS');
    expect(await query(`SELECT until_date FROM employment WHERE id = '70004'`)).toEqual([{ until_date: null }]);
  });

  it('an earlier half-year that comes late undoes nothing', async () => {
    await deliver({ 'statistiek-wsw-20131.txt': statistics({ ...MARLOTTE, periode: '20131', uren_dienstbetrekking: '12' }) });
    expect(await query(`SELECT hours_per_week FROM employment WHERE id = '70001'`)).toEqual([{ hours_per_week: '28.00' }]);
  });

  it('a stay after the end of the last one is a second employment; the report counts records over persons', async () => {
    const [result] = await deliver({
      'statistiek-wsw-20142.txt': statistics(
        { ...QUIKELT, periode: '20142', einde_begeleid_werken: '20140131', reden_ontslag: '7', bestemming_uitstroom: '03' },
        { ...QUIKELT, periode: '20142', begin_begeleid_werken: '20140901' },
      ),
    });
    expect(result).toMatchObject({ accepted: 2, duplicates: 1 });
    const rows = await query<{ id: string; until: string | null }>(`SELECT id, until_date::text AS until FROM employment WHERE person = '${bench.person('990001064')}' ORDER BY from_date`);
    expect(rows).toEqual([{ id: '70004', until: '2014-01-31' }, { id: expect.stringMatching(/^s-[0-9a-f]{16}$/), until: null }]);
    expect(await reportLines(bench.parts.dataSource.manager)).toContain('half-year 20142: 2 records about 1 persons');
  });
});
