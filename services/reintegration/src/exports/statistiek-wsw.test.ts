import 'reflect-metadata';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { unavailable } from '#kernel/faults.js';
import { loadRegisters } from '#kernel/registers.js';
import { SCOPES, type Viewer } from '#kernel/viewer.js';
import { LAYOUT_2008 } from '#law/statistics/layout-2008.js';
import { readRecord, type WswRecord } from '#law/statistics/wsw-record.js';
import { ExportRefusal } from '#shell/exports/export-definition.js';
import type { PartyClient, Question } from '#shell/party-client.js';
import type { ServiceDefinition, ServiceParts } from '#shell/service-definition.js';
import { testDatabase, type TestDatabase } from '#shell/testing/test-database.js';
import { testLog } from '#shell/testing/test-log.js';
import { directoryCommands, directoryEntities, directoryMigrations } from '../directory.js';
import type { Indication } from '../domain/indication.js';
import { storeIndications } from '../store/indication.store.js';
import { statisticsExports } from './statistiek-wsw.js';
import { runExport } from '../testing/run-export.js';

const ON = '2014-03-03';
const registers = loadRegisters();
const person = (letter: string): string => letter.repeat(43);
const [WORKER, WAITING, MOVED, ELSEWHERE, UNKNOWN] = ['a', 'b', 'c', 'd', 'e'].map(person) as [string, string, string, string, string];
const BSN: Readonly<Record<string, string>> = { [WORKER]: '990001271', [WAITING]: '990001052', [MOVED]: '990001064' };
const WORK = { payingMunicipality: '0626', contract: { from: '2010-02-01', until: null, hoursPerWeek: '28.00', paidPercentage: 100, secondment: 1 }, supervised: null, leavingReason: null, destination: null };
const indication = (number: string, of: string, changes: Partial<Indication> = {}): Omit<Indication, 'asOf'> => ({
  number, person: of, municipality: '0626', kind: 'WSW', category: 'MODERATE', appliedOn: '2009-09-01', decidedOn: '2010-01-04', validUntil: '2015-01-03', reindicationRequestedOn: null,
  adviceSupervisedEmployment: false, adaptations: [], waitingSince: null, postcodeArea: '2251', ...changes,
});

const definition: ServiceDefinition = {
  name: 'reintegration', entities: directoryEntities, migrations: directoryMigrations, wire: () => ({ context: (request) => request }), buildSchema: () => Promise.reject(new Error('no schema')),
};
/** What the bodies answer; a test may put another answer, or none, in its place. */
let leiden: (question: Question) => object;
let asked: { readonly service: string; readonly persons: readonly string[] }[];
let database: TestDatabase;
let parts: ServiceParts;

function residents(question: Question): object {
  return { found: personsOf(question).map((id) => (BSN[id] ? { id, bsn: BSN[id], birthDate: '1970-05-14', residence: { code: '0626' } } : { id, bsn: null, birthDate: null, residence: null })) };
}
const supplied = (known: boolean, persons: readonly string[]): object => ({ _entities: [{ employmentStatistics: { known, employments: persons.map((one) => ({ person: one, ...WORK })) } }] });
const personsOf = ({ variables }: Question): string[] => ((variables?.['persons'] as (string | { id: string })[]) ?? []).map((one) => (typeof one === 'string' ? one : one.id));

async function ask(service: string, question: Question): Promise<object> {
  asked.push({ service, persons: personsOf(question) });
  if (service === 'benefits') return residents(question);
  if (service === 'sw-leiden') return leiden(question);
  throw unavailable(service);
}

beforeAll(async () => {
  database = await testDatabase(definition);
  parts = { name: 'reintegration', body: 'werk-en-inkomen', registers, dataSource: database.dataSource, reads: database.reads, parties: { ask } as unknown as PartyClient, log: testLog('reintegration') } as ServiceParts;
  const decisions = [
    indication('I-1', WORKER), indication('I-2', WAITING, { waitingSince: '2013-01-15' }), indication('I-3', MOVED), indication('I-4', MOVED, { municipality: '1916', decidedOn: '2013-09-01' }),
    indication('I-5', ELSEWHERE, { municipality: '0546' }), indication('I-6', UNKNOWN),
  ];
  await storeIndications(database.dataSource.manager, decisions, `${ON}T00:00:00.000Z`);
  const employments = [WORKER, ELSEWHERE].map((one, index) => ({ person: one, employment: `leiden:E:${index + 1}`, from: '2010-02-01', until: null }));
  await directoryCommands(parts)['announce-employments']?.({ id: 'c-1', from: 'sw-leiden', payload: { employments, total: 2 }, epoch: 0, businessDate: ON, requestId: 'r', viewer: null });
});
beforeEach(() => {
  leiden = (question) => supplied(true, personsOf(question));
  asked = [];
});
afterAll(() => database.drop());

const caseWorker: Viewer = { subject: 'u', body: 'werk-en-inkomen', roles: ['CASE_WORKER'], scopes: SCOPES, purpose: 'levering-statistiek-wsw' };

async function given(name: string, { halfYear = '20132', municipality = '0626', viewer = caseWorker, requestId = 'r-1' } = {}): Promise<string> {
  return runExport(parts, statisticsExports(parts), name, { parameters: { halfYear, municipality }, viewer, businessDate: ON, requestId });
}

function recordsIn(file: string): WswRecord[] {
  return file.trimEnd().split('\n').map((line) => {
    const read = readRecord(LAYOUT_2008, line);
    if (!('record' in read)) throw new Error('a line of the file cannot be read');
    return read.record;
  });
}

describe('the file of a half-year', () => {
  it('has who worked and who waited, each with what his municipality and the paying side supply', async () => {
    const records = recordsIn(await given('statistiek-wsw'));
    expect(records.map(({ bsn, instroom_wachtlijst, begin_dienstbetrekking, uren_dienstbetrekking }) => [bsn, instroom_wachtlijst, begin_dienstbetrekking, uren_dienstbetrekking])).toEqual([
      ['990001271', '', '20100201', '28'],
      ['990001052', '20130115', '', ''],
    ]);
  });

  it('leaves who moved to the municipality that took the last decision', async () => {
    expect(recordsIn(await given('statistiek-wsw', { municipality: '1916' })).map(({ bsn, verantwoordelijke }) => [bsn, verantwoordelijke])).toEqual([['990001064', '01916']]);
  });

  it('asks a company of nobody but who has an employment there, and no company that has none', async () => {
    await given('statistiek-wsw');
    expect(asked.filter(({ service }) => service.startsWith('sw-')).map(({ service, persons }) => [service, persons])).toEqual([['sw-leiden', []], ['sw-leiden', [WORKER]]]);
  });

  it('stands in the log of processings with everybody of whom anything was read', async () => {
    await given('statistiek-wsw', { requestId: 'logged' });
    const lines = await database.dataSource.query<{ subject: string; activity: string }[]>(
      `select data_subject_id as subject, processing_activity_id as activity from processing_log where request = 'logged'`,
    );
    expect(lines.map(({ subject }) => subject).sort()).toEqual([WORKER, WAITING, MOVED, UNKNOWN].map((one) => parts.log.pseudonym(one)).sort());
    expect(new Set(lines.map(({ activity }) => activity)).size).toBe(1);
  });
});

describe('a delivery that is not whole', () => {
  it('is not made: a company that is down ends it before the first part, named', async () => {
    leiden = () => {
      throw unavailable('sw-leiden');
    };
    await expect(given('statistiek-wsw')).rejects.toMatchObject({ code: 'UNAVAILABLE', extensions: { body: 'sw-leiden' } });
    expect(asked.filter(({ service }) => service === 'sw-leiden')).toHaveLength(3);
  });

  it('is not made either when a company knows nothing of the half-year', async () => {
    leiden = () => supplied(false, []);
    await expect(given('statistiek-wsw')).rejects.toMatchObject({ code: 'UNAVAILABLE', message: expect.stringContaining('nog niets geleverd') });
  });

  it('is asked again when a company misses one question', async () => {
    let missed = false;
    leiden = (question) => {
      if (personsOf(question).length === 0 || missed) return supplied(true, personsOf(question));
      missed = true;
      throw unavailable('sw-leiden');
    };
    expect(recordsIn(await given('statistiek-wsw'))).toHaveLength(2);
  });
});

describe('who asks', () => {
  it('is refused what is no half-year of the regulation, and one that is not over', async () => {
    await expect(given('statistiek-wsw', { halfYear: '19972' })).rejects.toBeInstanceOf(ExportRefusal);
    await expect(given('statistiek-wsw', { halfYear: '20141' })).rejects.toMatchObject({ problems: [{ parameter: 'halfYear', reason: 'Dit halfjaar is nog niet voorbij.' }] });
    expect(asked).toEqual([]);
  });

  it('is refused a municipality that his body does not act for', async () => {
    await expect(given('statistiek-wsw', { municipality: '0546' })).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('finds nobody under another purpose, whatever the door let through', async () => {
    expect(await given('statistiek-wsw', { viewer: { ...caseWorker, purpose: 'statistiek' } })).toBe('');
  });
});

describe('the report', () => {
  it('says what the file lacks, without a number of anybody', async () => {
    leiden = () => supplied(true, []);
    const report = await given('statistiek-wsw-verslag');
    expect(report.split('\n').map((line) => line.split(',').slice(0, 3).join(' ')).filter((line) => line !== '')).toEqual([
      'record kenmerk regel', '0 handicapcode_1 held-by-nobody', '0 record not-supplied', '0 record not-in-register', '0 levering aantal',
    ]);
    expect(report).toContain('2 records');
    expect(report).not.toMatch(/\d{9}/);
  });

  it('names the record, the field and the rule of each fault', async () => {
    leiden = (question) => ({ _entities: [{ employmentStatistics: { known: true, employments: personsOf(question).map((one) => ({ person: one, ...WORK, contract: { ...WORK.contract, secondment: null } })) } }] });
    expect(await given('statistiek-wsw-verslag')).toContain('1,detachering,secondment-missing,');
  });
});
