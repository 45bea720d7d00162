/** A file over /v1/, from the gateway to the service that makes it, on the running stack; and the command that fetches it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { LAYOUT_2008 } from '#law/statistics/layout-2008.js';
import { readRecord } from '#law/statistics/wsw-record.js';
import { eventually } from '../../local/demo/world.js';
import { getExport, runExport } from '../kit/exports.js';
import { rowsOf } from '../kit/imports.js';
import { as, logLines, url, whileHanging } from '../kit/stack.js';
import { makeTestFolder, removeTestFolder } from '../kit/test-folder.js';

let folder: string | null = null;
afterAll(() => (folder === null ? undefined : removeTestFolder(folder)));

interface Problem {
  readonly status: number;
  readonly code: string;
  readonly body?: string;
  readonly errors?: readonly { readonly name: string }[];
}
const FIGURES = '/sw-statistiek?by=COMPANY,CATEGORY';
const numberIn = (line: string): string => {
  const read = readRecord(LAYOUT_2008, line);
  return 'record' in read ? (read.record.bsn ?? '') : '';
};
const problemIn = async (response: Response): Promise<Problem> => (await response.json()) as Problem;

describe('the export of published figures', () => {
  it('holds exactly what the graph shows the same analyst', async () => {
    const response = await getExport('analyst', FIGURES);
    const text = await response.text();
    expect([response.status, response.headers.get('api-version'), response.headers.get('content-disposition')]).toEqual([200, '1.0.0', 'attachment; filename="sw-statistiek-laatste-kwartaal.csv"']);
    const { data } = await (await as('analyst')).query<{ swStatistics: { rows: { key: string[]; count: number | null; suppressed: boolean }[] } }>('{ swStatistics(by: [COMPANY, CATEGORY]) { rows { key count suppressed } } }');
    const rows = data!.swStatistics.rows.map(({ key, count, suppressed }) => [...key, count ?? '', suppressed].join(','));
    expect(text.trimEnd().split('\n')).toEqual(['company,category,count,suppressed', ...rows]);
    expect(rows.length).toBeGreaterThan(3);
  });

  it('is one line in the log of the gateway, without what stood in its address', async () => {
    const response = await getExport('analyst', `${FIGURES}&on=2013-12-31`);
    await response.text();
    const requestId = response.headers.get('x-request-id');
    const lineOf = () => Promise.resolve(logLines('gateway').find((one) => one['requestId'] === requestId && one['msg'] === 'request'));
    const line = await eventually(lineOf, (found) => found !== undefined, 'the line of a request');
    expect(line).toMatchObject({ operation: 'sw-statistiek', kind: 'export', body: 'werk-en-inkomen', roles: ['ANALYST'], purpose: 'statistiek', status: 200, codes: [] });
    expect(JSON.stringify(line)).not.toContain('2013-12-31');
  });

  it('is for no other role, and for no request without its purpose', async () => {
    for (const [user, purpose] of [['case-worker', undefined], ['placement-leiden', undefined], ['worker', undefined], ['analyst', null]] as const) {
      const response = await getExport(user, FIGURES, purpose);
      expect([response.status, (await problemIn(response)).code]).toEqual([403, 'FORBIDDEN']);
    }
  });

  it('tells all that is wrong with an address at once', async () => {
    const response = await getExport('analyst', '/sw-statistiek?by=BSN&municipality=x&bsn=990001271');
    const problem = await problemIn(response);
    expect([problem.status, problem.errors?.map(({ name }) => name)]).toEqual([400, ['by', 'municipality', 'bsn']]);
    expect(JSON.stringify(problem)).not.toContain('990001271');
  });

  it('is not made while a company is silent, which is named', async () => {
    const problem = await whileHanging('sw-leiden', async () => problemIn(await getExport('analyst', FIGURES)));
    expect(problem).toMatchObject({ status: 503, code: 'UNAVAILABLE', body: 'sw-leiden' });
  });
});

describe('a delivery about persons', () => {
  const WSW = '/statistiek-wsw?halfYear=20132&municipality=0626';

  it('is a line in the log of each body for everybody in it, under one request, and no number stands in a log', async () => {
    const response = await getExport('case-worker', WSW, 'levering-statistiek-wsw');
    const records = (await response.text()).trimEnd().split('\n');
    const requestId = response.headers.get('x-request-id');
    const numbers = new Set(records.map(numberIn));
    expect([response.status, numbers.has(''), numbers.size > 20]).toEqual([200, false, true]);
    const lines = await rowsOf<{ subject: string; activity: string }>('reintegration', `select data_subject_id as subject, processing_activity_id as activity from processing_log where request = $1`, [requestId]);
    expect(new Set(lines.map(({ subject }) => subject)).size).toBe(lines.length);
    expect([lines.length >= numbers.size, lines.every(({ activity }) => activity.endsWith('/levering-statistiek-wsw'))]).toEqual([true, true]);
    expect((await rowsOf('benefits', 'select 1 from processing_log where request = $1', [requestId])).length).toBeGreaterThan(0);
  });

  it('is not for an officer of a company, nor for another municipality than the mandate covers', async () => {
    expect((await getExport('placement-leiden', WSW, 'wsw')).status).toBe(403);
    expect((await getExport('case-worker', WSW, 'wsw')).status).toBe(403);
    expect((await getExport('case-worker', WSW.replace('0626', '0546'), 'levering-statistiek-wsw')).status).toBe(403);
  });
});

describe('the description of the exports', () => {
  it('names each that is in the list, for everybody', async () => {
    const { exports } = (await (await getExport('analyst', '')).json()) as { exports: { name: string }[] };
    const { paths } = (await (await fetch(`${url}/v1/openapi.json`)).json()) as { paths: Record<string, unknown> };
    expect(Object.keys(paths).sort()).toEqual(['/exports', '/openapi.json', ...exports.map(({ name }) => `/exports/${name}`)].sort());
    expect(exports.map(({ name }) => name)).toContain('sw-statistiek');
  });
});

describe('npm run export', () => {
  it('prints the file, or puts it under a name, and everything else on standard error', async () => {
    const printed = await runExport('sw-statistiek', '--by', 'COMPANY');
    expect(printed).toMatchObject({ code: 0, stdout: expect.stringMatching(/^company,count,suppressed\nleiden,/), stderr: expect.stringContaining('as analyst, for statistiek') });
    folder = makeTestFolder('export');
    const out = join(folder, 'figures.csv');
    expect(await runExport('sw-statistiek', '--by', 'COMPANY', '--out', out)).toMatchObject({ code: 0, stdout: '' });
    expect(readFileSync(out, 'utf8')).toBe(printed.stdout);
  });

  it('ends with 1 when it is refused, and says all that is wrong as it is typed', async () => {
    const refused = await runExport('sw-statistiek', '--by', 'BSN', '--work-form', 'NONE');
    expect(refused).toMatchObject({ code: 1, stdout: '', stderr: expect.stringMatching(/\(400\)[^]*--by: [^]*--work-form: /) });
    expect(await runExport('sw-statistiek', '--user', 'case-worker')).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining('(403)') });
  });

  it('ends with 2 when what was typed is wrong, and tells which exports there are', async () => {
    expect(await runExport('none')).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('sw-statistiek: ') });
    expect(await runExport('sw-statistiek', '--by')).toMatchObject({ code: 2 });
    expect(await runExport('--help')).toMatchObject({ code: 0, stdout: expect.stringContaining('--municipality 0626 (optional)') });
  });
});
