/** Debt help to the CBS, provisions of a month, and the profiles of the exchange, over the whole stack as a case worker fetches them. */
import { describe, expect, it } from '@jest/globals';
import { validateDelivery } from '#law/ddas/validate.js';
import { SRG } from '#law/srg/srg-table.js';
import { valueFaults } from '#law/value-tables/value-faults.js';
import { readRow } from '#law/value-tables/value-row.js';
import { readJobseekers } from '#law/vum/read-jobseekers.js';
import { readVacancies } from '#law/vum/read-vacancies.js';
import { getExport } from '../kit/exports.js';
import { logLines, whileHanging } from '../kit/stack.js';

const DDAS = '?from=2011-01-01&until=2014-02-28';
const SRG_OF = '?month=201402&municipality=1916';

async function text(path: string, purpose: string): Promise<string> {
  const response = await getExport('case-worker', path, purpose);
  expect(response.status).toBe(200);
  return response.text();
}
const status = async (user: string, path: string, purpose: string): Promise<number> => (await getExport(user, path, purpose)).status;

describe('the delivery of debt help', () => {
  it('is right by the model, with a levering for each of the three municipalities and couples in it', async () => {
    const file = JSON.parse(await text(`/ddas${DDAS}`, 'levering-ddas')) as { leveringen: { schuldhulptrajecten: { gemeentecode: string; client: object[] }[] }[] };
    expect(validateDelivery(file)).toEqual({ faults: [], samenloop: [] });
    expect(file.leveringen.map(({ schuldhulptrajecten }) => schuldhulptrajecten[0]?.gemeentecode)).toEqual(['GM0626', 'GM0629', 'GM1916']);
    expect(file.leveringen.flatMap(({ schuldhulptrajecten }) => schuldhulptrajecten).some(({ client }) => client.length === 2)).toBe(true);
  });

  it('leaves no number of anybody in a log of any process', async () => {
    const numbers = new Set((await text(`/ddas${DDAS}`, 'levering-ddas')).match(/(?<="Burgerservicenummer":")\d{9}/g) ?? []);
    expect(numbers.size).toBeGreaterThan(50);
    const kept = ['gateway', 'reintegration', 'benefits'].flatMap((service) => JSON.stringify(logLines(service)).match(/\b\d{9}\b/g) ?? []);
    expect(kept.filter((one) => numbers.has(one))).toEqual([]);
  });

  it('has its report beside it', async () => {
    const report = await text(`/ddas-verslag${DDAS}&municipality=0629`, 'levering-ddas');
    expect(report).toMatch(/^traject,gegeven,regel,toelichting\n,levering,aantal,"\d+ trajecten\."\n/);
    expect(report).not.toMatch(/\d{9}/);
  });

  it('is for a case worker and this purpose, and is not made without the register', async () => {
    expect(await status('placement-leiden', `/ddas${DDAS}`, 'levering-ddas')).toBe(403);
    expect(await status('case-worker', `/ddas${DDAS}`, 'schuldhulp')).toBe(403);
    expect(await status('case-worker', `/ddas${DDAS}&municipality=0546`, 'levering-ddas')).toBe(403);
    expect(await status('case-worker', '/ddas?from=2014-02-30&until=2014-02-01', 'levering-ddas')).toBe(400);
    expect(await whileHanging('benefits', () => status('case-worker', `/ddas${DDAS}`, 'levering-ddas'))).toBe(503);
  });
});

describe('the provisions of a month', () => {
  it('are each right by the table', async () => {
    const [, ...lines] = (await text(`/srg${SRG_OF}`, 'levering-srg')).trimEnd().split('\n');
    const faults = lines.flatMap((line) => {
      const read = readRow(SRG, line);
      return 'record' in read ? valueFaults(SRG, read.record) : read.faults;
    });
    expect(faults).toEqual([]);
    expect(lines.length).toBeGreaterThan(500);
  });

  it('have their report, without a number of anybody', async () => {
    const report = await text(`/srg-verslag${SRG_OF}`, 'levering-srg');
    expect(report).toContain('held-by-nobody');
    expect(report).not.toMatch(/\d{9}/);
  });
});

describe('the exchange', () => {
  it('gives profiles of workers without who they are, and nothing of who did not say yes', async () => {
    const first = await text('/vum-werkzoekenden', 'wsw');
    const { jobseekers, faults, more } = readJobseekers(JSON.parse(first));
    expect([jobseekers.length > 20, jobseekers.length <= 100, faults, typeof more]).toEqual([true, true, [], 'boolean']);
    expect(first).not.toMatch(/\b\d{9}\b|SEVERE|MODERATE/);
    const detail = readJobseekers(JSON.parse(await text('/vum-werkzoekenden-detail', 'wsw'))).jobseekers;
    expect(detail.length).toBeLessThan(jobseekers.length);
  });

  it('gives the free places at employers of all companies', async () => {
    const { vacancies, faults } = readVacancies(JSON.parse(await text('/vum-vacatures', 'wsw')));
    expect(faults).toEqual([]);
    expect(vacancies.length).toBeGreaterThan(10);
  });
});
