import 'reflect-metadata';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { unavailable } from '#kernel/faults.js';
import { loadRegisters } from '#kernel/registers.js';
import { SCOPES, type Viewer } from '#kernel/viewer.js';
import { SRG } from '#law/srg/srg-table.js';
import { readRow } from '#law/value-tables/value-row.js';
import type { PartyClient, Question } from '#shell/party-client.js';
import type { ServiceDefinition, ServiceParts } from '#shell/service-definition.js';
import { testDatabase, type TestDatabase } from '#shell/testing/test-database.js';
import { testLog } from '#shell/testing/test-log.js';
import { directoryEntities, directoryMigrations } from '../directory.js';
import type { Trajectory } from '../domain/directory-ports.js';
import { storeTrajectories } from '../store/trajectory.store.js';
import { srgExports } from './srg.js';
import { runExport } from '../testing/run-export.js';

const ON = '2014-03-03';
const registers = loadRegisters();
const [ANNA, BRAM, MOVED] = ['a', 'b', 'c'].map((letter) => letter.repeat(43)) as [string, string, string];
const BSN: Readonly<Record<string, string>> = { [ANNA]: '990001271', [BRAM]: '990001052' };
const caseWorker: Viewer = { subject: 'u', body: 'werk-en-inkomen', roles: ['CASE_WORKER'], scopes: SCOPES, purpose: 'levering-srg' };
const trajectory = (number: string, person: string, change: Partial<Trajectory> = {}): Omit<Trajectory, 'asOf'> => ({
  number, person, municipality: '1916', instrument: 'Jobcoaching', programme: null, from: '2013-11-04', until: null, outcome: null, providerName: null, providerKind: null, ...change,
});
const definition: ServiceDefinition = {
  name: 'reintegration', entities: directoryEntities, migrations: directoryMigrations, wire: () => ({ context: (request) => request }), buildSchema: () => Promise.reject(new Error('no schema')),
};

let database: TestDatabase;
let parts: ServiceParts;
let answers: boolean;
let asked: string[][];

async function ask(_service: string, { variables }: Question): Promise<object> {
  if (!answers) throw unavailable('werk-en-inkomen');
  const ids = ((variables?.['persons'] ?? []) as { id: string }[]).map(({ id }) => id);
  asked.push(ids);
  return { found: ids.map((id) => ({ id, bsn: BSN[id] ?? null, birthDate: BSN[id] ? '1970-05-14' : null, residence: null })) };
}

beforeAll(async () => {
  database = await testDatabase(definition);
  parts = { name: 'reintegration', body: 'werk-en-inkomen', registers, dataSource: database.dataSource, reads: database.reads, parties: { ask } as unknown as PartyClient, log: testLog('reintegration') } as ServiceParts;
  const delivered = [
    trajectory('1', ANNA), trajectory('2', ANNA, { until: '2014-02-14', outcome: 'STOPPED_EARLY', instrument: 'Taaltraining' }), trajectory('3', BRAM, { instrument: 'Zomerkamp' }), trajectory('4', MOVED),
    trajectory('5', BRAM, { until: '2014-01-31' }), trajectory('6', BRAM, { from: '2014-03-01' }), trajectory('7', BRAM, { municipality: '0626' }), trajectory('8', BRAM, { municipality: '0546' }),
  ];
  await storeTrajectories(database.dataSource.manager, delivered, `${ON}T00:00:00.000Z`);
});
beforeEach(() => {
  answers = true;
  asked = [];
});
afterAll(() => database.drop());

async function given(name: string, change: Record<string, string> = {}, viewer = caseWorker, requestId = 'r-1'): Promise<string[]> {
  const text = await runExport(parts, srgExports(parts), name, { parameters: { month: '201402', municipality: '1916', ...change }, viewer, businessDate: ON, requestId });
  return text.trimEnd().split('\n');
}

describe('the provisions of a month', () => {
  it('are those of the municipality that ran on a day of it, one record each', async () => {
    const [, ...lines] = await given('srg');
    const records = lines.map((line) => {
      const read = readRow(SRG, line);
      return 'record' in read ? read.record : {};
    });
    expect(records.map((one) => [one['registratienummer'], one['bsn'], one['type_voorziening'], one['einde_voorziening'], one['reden_einde']])).toEqual([
      ['1', '990001271', '06', '', ''],
      ['2', '990001271', '99', '20140214', '2'],
      ['3', '990001052', '', '', ''],
    ]);
  });

  it('stand under a header, also when there are none', async () => {
    expect(await given('srg', { municipality: '0629' })).toEqual([SRG.fields.map(({ name }) => name).join(',')]);
    expect(asked).toEqual([]);
  });

  it('stand in the log of processings with everybody whom they are about', async () => {
    await given('srg', {}, caseWorker, 'logged');
    const lines = await database.dataSource.query<{ subject: string }[]>(`select data_subject_id as subject from processing_log where request = 'logged'`);
    expect(lines.map(({ subject }) => subject).sort()).toEqual([ANNA, BRAM, MOVED].map((one) => parts.log.pseudonym(one)).sort());
  });

  it('are not given without the register of residents', async () => {
    answers = false;
    await expect(given('srg')).rejects.toMatchObject({ code: 'UNAVAILABLE' });
  });
});

describe('the report', () => {
  it('says what is missing, what is doubtful and what nobody holds, without a number of anybody', async () => {
    const report = await given('srg-verslag');
    expect(report.map((one) => one.split(',').slice(0, 3).join(' '))).toEqual([
      'voorziening kenmerk regel', ' levering text-of-2015', '4 bsn not-in-register', '3 type_voorziening type-unknown', ' reden_einde doubtful',
      ' geslacht held-by-nobody', ' ladderpositie held-by-nobody', ' arbeidsvermogen held-by-nobody', ' levering aantal',
    ]);
    expect(report.join('\n')).not.toMatch(/99000\d{4}/);
  });
});

describe('who asks', () => {
  it('is refused a month that is not over and a municipality that is not his', async () => {
    await expect(given('srg', { month: '201403' })).rejects.toMatchObject({ problems: [{ parameter: 'month' }] });
    await expect(given('srg', { municipality: '0546' })).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('finds nothing for another purpose', async () => {
    expect(await given('srg', {}, { ...caseWorker, purpose: 'statistiek' })).toHaveLength(1);
  });
});
