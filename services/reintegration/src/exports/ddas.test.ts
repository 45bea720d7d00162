import 'reflect-metadata';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Fault, unavailable } from '#kernel/faults.js';
import { loadRegisters } from '#kernel/registers.js';
import { SCOPES, type Viewer } from '#kernel/viewer.js';
import { validateDelivery } from '#law/ddas/validate.js';
import { ExportRefusal } from '#shell/exports/export-definition.js';
import type { PartyClient, Question } from '#shell/party-client.js';
import type { ServiceDefinition, ServiceParts } from '#shell/service-definition.js';
import { testDatabase, type TestDatabase } from '#shell/testing/test-database.js';
import { testLog } from '#shell/testing/test-log.js';
import { ddasExports } from './ddas.js';
import { runExport } from '../testing/run-export.js';

const ON = '2014-03-03';
const registers = loadRegisters();
const [ANNA, BRAM] = ['a'.repeat(43), 'b'.repeat(43)];
const NUMBERS = /111222333|123456782/;
const caseWorker: Viewer = { subject: 'u', body: 'werk-en-inkomen', roles: ['CASE_WORKER'], scopes: SCOPES, purpose: 'levering-ddas' };
const client = (person: string, bsn: string) => ({ person, bsn, birthDate: '1970-01-01' });
const bare = {
  threatened: false, until: null, decidedOn: null, decision: null, planOn: null, settlementFiledOn: null, settlementGrantedOn: null, settlementRefusedOn: null, settlementWithdrawnOn: null,
  forcedSettlement: null, forcedSettlementAskedOn: null, solution: null, freeAmount: null, outflowOn: null, outflowReason: null, totalDebt: null, periods: [], debts: [],
};
const trajectory = (number: string, municipality: string, change: object = {}) => ({ ...bare, number, municipality, appliedOn: '2013-02-04', clients: [client(ANNA, '111222333')], ...change });
const OF_BRAM = { clients: [client(BRAM, '123456782')] };

const definition: ServiceDefinition = { name: 'reintegration', entities: [], migrations: [], wire: () => ({ context: (request) => request }), buildSchema: () => Promise.reject(new Error('no schema')) };
let database: TestDatabase;
let parts: ServiceParts;
let register: Record<string, object[]>;
let asked: { readonly service: string; readonly question: Question }[];

async function ask(service: string, question: Question): Promise<object> {
  asked.push({ service, question });
  const { municipality, after } = question.variables as { municipality: string; after: string | null };
  return { debtHelp: (register[municipality] ?? []).filter((one) => after === null || (one as { number: string }).number > after).slice(0, 200) };
}

beforeAll(async () => {
  database = await testDatabase(definition);
  parts = { name: 'reintegration', body: 'werk-en-inkomen', registers, dataSource: database.dataSource, reads: database.reads, parties: { ask } as unknown as PartyClient, log: testLog('reintegration') } as ServiceParts;
});
beforeEach(() => {
  asked = [];
  register = { '1916': [trajectory('81', '1916')], '0626': [trajectory('83', '0626', OF_BRAM)] };
});
afterAll(() => database.drop());

async function given(name: string, change: Record<string, string> = {}, viewer = caseWorker, requestId = 'r-1'): Promise<string> {
  return runExport(parts, ddasExports(parts), name, { parameters: { from: '2013-01-01', until: '2013-12-31', ...change }, viewer, businessDate: ON, requestId });
}

describe('the delivery of debt help', () => {
  it('has a levering for each municipality of the mandate that has trajectories, and is right by the model', async () => {
    const file = JSON.parse(await given('ddas')) as { leveringen: { aanleverende_organisatie: object; schuldhulptrajecten: { gemeentecode: string }[] }[] };
    expect(file.leveringen.map(({ schuldhulptrajecten }) => schuldhulptrajecten.map(({ gemeentecode }) => gemeentecode))).toEqual([['GM0626'], ['GM1916']]);
    expect(file.leveringen[0]?.aanleverende_organisatie).toMatchObject({ 'KvK-nummer': '99000001' });
    expect(validateDelivery(file)).toEqual({ faults: [], samenloop: [] });
    expect(JSON.stringify(file)).not.toContain(ANNA);
  });

  it('is of one municipality when that is asked', async () => {
    expect(await given('ddas', { municipality: '1916' })).toContain('GM1916');
    expect(asked.map(({ question }) => question.variables?.['municipality'])).toEqual(['1916']);
  });

  it('asks the register of its own body, page after page, and no company', async () => {
    register = { '1916': Array.from({ length: 450 }, (_, index) => trajectory(String(1000 + index), '1916', { clients: [client(String(index).padStart(43, 'p'), '111222333')], appliedOn: '2013-01-01', until: '2013-01-01', outflowOn: null })) };
    await given('ddas-verslag', { municipality: '1916' });
    expect(asked.map(({ service, question }) => [service, question.variables?.['after']])).toEqual([['benefits', null], ['benefits', '1199'], ['benefits', '1399']]);
  });
});

describe('a delivery with a fault', () => {
  beforeEach(() => {
    register = { '1916': [trajectory('81', '1916'), trajectory('82', '1916', { decision: 'ADMITTED' })] };
  });

  it('is not given out', async () => {
    await expect(given('ddas')).rejects.toBeInstanceOf(ExportRefusal);
  });

  it('is told of in the report, by the number of the source', async () => {
    const report = await given('ddas-verslag');
    expect(report.split('\n').slice(0, 4).map((line) => line.split(',').slice(0, 3).join(' '))).toEqual([
      'traject gegeven regel', '82 "leveringen[0].schuldhulptrajecten[1].intake.beschikkingsdatum" beschikking-datum', '82 "leveringen[0].schuldhulptrajecten[1]" een-traject-tegelijk', ' levering aantal',
    ]);
  });
});

describe('who asks', () => {
  it.each([[{ from: '2013-02-30' }, 'from'], [{ until: '2012-12-31' }, 'until'], [{ until: '2014-03-04' }, 'until']])('is refused %j', async (change, parameter) => {
    await expect(given('ddas', change)).rejects.toMatchObject({ problems: [{ parameter }] });
    expect(asked).toEqual([]);
  });

  it('is refused a municipality that his body does not act for', async () => {
    await expect(given('ddas', { municipality: '0546' })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(given('ddas', {}, { ...caseWorker, body: 'sw-leiden' })).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('hears that the register does not answer, and gets nothing', async () => {
    const down = { ...parts, parties: { ask: () => Promise.reject(unavailable('werk-en-inkomen')) } as unknown as PartyClient };
    const asked = { parameters: { from: '2013-01-01', until: '2013-12-31' }, viewer: caseWorker, businessDate: ON, requestId: 'r' };
    await expect(runExport(down, ddasExports(down), 'ddas', asked)).rejects.toBeInstanceOf(Fault);
  });
});

describe('a citizen service number', () => {
  it('stands in the file and in nothing that is kept: not in the log of processings, which knows everybody by his pseudonym', async () => {
    expect(await given('ddas', {}, caseWorker, 'logged')).toMatch(NUMBERS);
    const tables = await database.dataSource.query<{ name: string }[]>(`select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`);
    for (const { name } of tables) expect(JSON.stringify(await database.dataSource.query(`select * from ${name}`))).not.toMatch(NUMBERS);
    const lines = await database.dataSource.query<{ subject: string }[]>(`select data_subject_id as subject from processing_log where request = 'logged' order by 1`);
    expect(lines.map(({ subject }) => subject)).toEqual([ANNA, BRAM].map((one) => parts.log.pseudonym(one)).sort());
  });

  it('stands in no report and in no error, also when the register answers something strange', async () => {
    register = { '1916': [trajectory('81', '1916', { clients: [client(ANNA, '111222333'), client(ANNA, '111222333')] })] };
    expect(await given('ddas-verslag')).not.toMatch(NUMBERS);
    const told: unknown = await given('ddas').catch((error: unknown) => error);
    register = { '1916': [trajectory('81', '1916', { appliedOn: 'gisteren' })] };
    const strange: unknown = await given('ddas').catch((error: unknown) => error);
    for (const error of [told, strange]) expect(`${String(error)} ${JSON.stringify(error)} ${(error as Error).stack}`).not.toMatch(NUMBERS);
    expect(strange).toMatchObject({ code: 'UNAVAILABLE' });
  });
});
