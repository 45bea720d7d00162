/** The half-yearly delivery of a municipality over the whole stack: five systems, one file, judged as CBS would, and the report beside it. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { DeliveryChecks } from '#law/statistics/delivery-checks.js';
import { LAYOUT_2008 } from '#law/statistics/layout-2008.js';
import { readRecord, type WswRecord } from '#law/statistics/wsw-record.js';
import { getExport, runExport } from '../kit/exports.js';
import { whileHanging } from '../kit/stack.js';
import { makeTestFolder, removeTestFolder } from '../kit/test-folder.js';

let folder: string | null = null;
afterAll(() => (folder === null ? undefined : removeTestFolder(folder)));

const PURPOSE = 'levering-statistiek-wsw';
const addressOf = (municipality: string, halfYear = '20132', name = 'statistiek-wsw'): string => `/${name}?halfYear=${halfYear}&municipality=${municipality}`;

async function delivered(municipality: string): Promise<string[]> {
  const response = await getExport('case-worker', addressOf(municipality), PURPOSE);
  expect(response.status).toBe(200);
  return (await response.text()).trimEnd().split('\n');
}

function read(line: string): WswRecord {
  const found = readRecord(LAYOUT_2008, line);
  if (!('record' in found)) throw new Error('a line of the delivery cannot be read');
  return found.record;
}

describe('the Statistiek Wsw of the second half of 2013', () => {
  it.each(['1916', '0629', '0626'])('of %s is sound: every record by itself and all of them together', async (municipality) => {
    const lines = await delivered(municipality);
    const checks = new DeliveryChecks(LAYOUT_2008, 20132, { responsible: municipality });
    const faults = [...lines.flatMap((line, index) => checks.addLine(index + 1, line)), ...checks.end()];
    expect(faults.slice(0, 5)).toEqual([]);
    expect(lines.length).toBeGreaterThan(40);
  });

  it('has workers of more than one company, and people who wait', async () => {
    const records = (await delivered('0626')).map(read);
    const [worker] = records.filter(({ bsn }) => bsn === '990001271');
    expect(worker).toMatchObject({ gemeente_inschrijving: '0626', uren_dienstbetrekking: '28', besluit_arbeidshandicap: '2', handicapcode_1: '' });
    expect(records.some((one) => one.begin_begeleid_werken !== '')).toBe(true);
    expect(records.some((one) => one.instroom_wachtlijst !== '' && one.uitstroom_wachtlijst === '')).toBe(true);
  });

  it('names nobody in its report, and says what nobody here holds', async () => {
    const text = await (await getExport('case-worker', addressOf('0629', '20132', 'statistiek-wsw-verslag'), PURPOSE)).text();
    expect(text).toMatch(/^record,kenmerk,regel,toelichting\n0,handicapcode_1,held-by-nobody,/);
    expect(text).not.toMatch(/\d{9}/);
    expect(text).toMatch(/0,levering,aantal,"\d+ records\."\n$/);
  });
});

describe('the delivery', () => {
  it('is for a case worker, of a municipality that his service acts for, of a half-year that is over and that every company has told of', async () => {
    const status = async (user: string, path: string, purpose = PURPOSE): Promise<number> => (await getExport(user, path, purpose)).status;
    expect(await status('placement-leiden', addressOf('0626'))).toBe(403);
    expect(await status('case-worker', addressOf('0626'), 'wsw')).toBe(403);
    expect(await status('case-worker', addressOf('0546'))).toBe(403);
    expect(await status('case-worker', addressOf('0626', '20141'))).toBe(400);
    expect(await status('case-worker', addressOf('0629', '20122'))).toBe(503);
  });

  it('is not made while a company is silent, which is named', async () => {
    const problem = await whileHanging('sw-wassenaar', async () => (await getExport('case-worker', addressOf('0629'), PURPOSE)).json());
    expect(problem).toMatchObject({ status: 503, code: 'UNAVAILABLE', body: 'sw-wassenaar' });
  });

  it('gets handicap codes from a file of whoever fetches it, and from nobody else', async () => {
    folder = makeTestFolder('codes');
    const [codes, out] = [join(folder, 'codes.csv'), join(folder, 'wsw.txt')];
    writeFileSync(codes, 'bsn,handicapcode_1,handicapcode_2,handicapcode_3\n990001271,311,204,\n');
    const ran = await runExport('statistiek-wsw', '--half-year', '20132', '--municipality', '0626', '--out', out, '--handicap-codes', codes);
    expect(ran).toMatchObject({ code: 0, stdout: '' });
    const records = readFileSync(out, 'utf8').trimEnd().split('\n').map(read);
    expect(records.filter((one) => one.handicapcode_1 !== '').map(({ bsn, handicapcode_1, handicapcode_2 }) => [bsn, handicapcode_1, handicapcode_2])).toEqual([['990001271', '311', '204']]);
    expect(ran.stderr).not.toMatch(/\d{9}/);
  });
});
