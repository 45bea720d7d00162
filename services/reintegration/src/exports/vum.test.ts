import 'reflect-metadata';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { unavailable } from '#kernel/faults.js';
import { loadRegisters } from '#kernel/registers.js';
import { SCOPES, type Viewer } from '#kernel/viewer.js';
import { readJobseekers } from '#law/vum/read-jobseekers.js';
import { readVacancies } from '#law/vum/read-vacancies.js';
import type { PartyClient, Question } from '#shell/party-client.js';
import type { ServiceParts } from '#shell/service-definition.js';
import { testDatabase, type TestDatabase } from '#shell/testing/test-database.js';
import { testLog } from '#shell/testing/test-log.js';
import { directoryCommands } from '../directory.js';
import type { Indication } from '../domain/indication.js';
import { reintegration } from '../service.js';
import { storeIndications } from '../store/indication.store.js';
import { vumExports } from './vum.js';
import { runExport } from '../testing/run-export.js';

const ON = '2014-03-03';
const registers = loadRegisters();
const [WAITS, WORKS, OUTSIDE, ELSEWHERE] = ['a', 'b', 'c', 'd'].map((letter) => letter.repeat(43)) as [string, string, string, string];
const caseWorker: Viewer = { subject: 'u', body: 'werk-en-inkomen', roles: ['CASE_WORKER'], scopes: SCOPES, purpose: 'wsw' };
const indication = (number: string, person: string, change: Partial<Indication> = {}): Omit<Indication, 'asOf'> => ({
  number, person, municipality: '0626', kind: 'WSW', category: 'MODERATE', appliedOn: '2012-01-01', decidedOn: '2012-02-01', validUntil: '2017-01-31', reindicationRequestedOn: null,
  adviceSupervisedEmployment: false, adaptations: ['LOW_STIMULI'], waitingSince: null, postcodeArea: '2251', ...change,
});
const place = (id: string, employer: object | null) => ({ id, function: 'Groen', postcodeArea: '2251', hoursPerWeekMin: '20.00', hoursPerWeekMax: '32.00', adaptations: [], supervisionHoursPerWeek: '2.00', availableFrom: ON, employer });

let database: TestDatabase;
let parts: ServiceParts;
let down: string | null;
let workForms: Readonly<Record<string, string>>;
let places: readonly object[];

/** What the companies answer, by what they are asked. */
async function ask(service: string, { query, variables }: Question): Promise<object> {
  if (service === down) throw unavailable(service);
  const ids = ((variables?.['entity'] ?? []) as { id: string }[]).map(({ id }) => id);
  if (query.includes('workplaces(')) return { _entities: [{ asOf: null, workplaces: { nodes: service === 'sw-leiden' ? places : [], pageInfo: { hasNextPage: false, endCursor: null } } }] };
  if (query.includes('hoursPerWeek')) return { _entities: ids.map((id) => ({ id, hoursPerWeek: '28.00', workForm: workForms[id] ?? null, until: null })) };
  return { _entities: [{ asOf: null }] };
}

async function offered(person: string, choice: string | null, chosenOn: string, recordedBy = 'werk-en-inkomen'): Promise<void> {
  await database.dataSource.query(
    `insert into offer (id, revision, profile, person, recorded_by, recorded_on, channel, choice, chosen, chosen_on) values (gen_random_uuid(), 1, gen_random_uuid(), $1, $2, '2013-01-02', 'CONVERSATION', $3, $4, $5)`,
    [person, recordedBy, choice, choice === 'YES' ? 'leiden:W:1' : null, chosenOn],
  );
}

beforeAll(async () => {
  database = await testDatabase(reintegration);
  parts = { name: 'reintegration', body: 'werk-en-inkomen', registers, dataSource: database.dataSource, reads: database.reads, parties: { ask } as unknown as PartyClient, log: testLog('reintegration') } as ServiceParts;
  const decisions = [indication('I-1', WAITS, { waitingSince: '2013-05-01' }), indication('I-2', WORKS), indication('I-3', OUTSIDE), indication('I-4', ELSEWHERE, { municipality: '0546', waitingSince: '2012-05-01' })];
  await storeIndications(database.dataSource.manager, decisions, `${ON}T00:00:00.000Z`);
  const employments = [WORKS, OUTSIDE].map((person, index) => ({ person, employment: `leiden:E:${index + 1}`, from: '2010-02-01', until: null }));
  await directoryCommands(parts)['announce-employments']?.({ id: 'c-1', from: 'sw-leiden', payload: { employments, total: 2 }, epoch: 0, businessDate: ON, requestId: 'r', viewer: null });
});
beforeEach(async () => {
  down = null;
  workForms = { 'leiden:E:1': 'INTERNAL', 'leiden:E:2': 'SECONDMENT_INDIVIDUAL' };
  places = [place('leiden:W:1', { id: 'leiden:H:1' }), place('leiden:W:2', null)];
  await database.dataSource.query('delete from offer');
});
afterAll(() => database.drop());

async function given(name: string, viewer = caseWorker, requestId = 'r-1'): Promise<string> {
  return runExport(parts, vumExports(parts), name, { parameters: {}, viewer, businessDate: ON, requestId });
}
const seekers = async (name: string, viewer?: Viewer) => readJobseekers(JSON.parse(await given(name, viewer))).jobseekers;

describe('the first step', () => {
  it('gives who waits and who works inside a firm, of the own colleges, and nobody who is out already', async () => {
    expect((await seekers('vum-werkzoekenden')).map(({ hoursMax }) => hoursMax)).toEqual([null, 28]);
  });

  it('names nobody', async () => {
    const text = await given('vum-werkzoekenden');
    for (const secret of [WAITS, WORKS, 'I-1', '2251', 'LOW_STIMULI', 'rikkelarm']) expect(text).not.toContain(secret);
    expect(JSON.parse(text)).toMatchObject({ maximumAantalResultatenBereikt: false });
  });

  it('stands in the log of processings with whom it was about', async () => {
    await given('vum-werkzoekenden', caseWorker, 'logged');
    const lines = await database.dataSource.query<{ subject: string }[]>(`select data_subject_id as subject from processing_log where request = 'logged'`);
    expect(lines.map(({ subject }) => subject).sort()).toEqual([WAITS, WORKS, OUTSIDE].map((one) => parts.log.pseudonym(one)).sort());
  });

  it('is not given when a company does not answer', async () => {
    down = 'sw-leiden';
    await expect(given('vum-werkzoekenden')).rejects.toMatchObject({ code: 'UNAVAILABLE', extensions: { body: 'sw-leiden' } });
  });

  it('gives nothing to a body that is no authority of residence, or for another purpose', async () => {
    expect(await seekers('vum-werkzoekenden', { ...caseWorker, body: 'sw-leiden' })).toEqual([]);
    expect(await seekers('vum-werkzoekenden', { ...caseWorker, purpose: 'statistiek' })).toEqual([]);
  });
});

describe('the second step', () => {
  it('gives the detail of who said yes, under the number of the first step', async () => {
    await offered(WORKS, 'YES', '2014-02-01');
    const text = await given('vum-werkzoekenden-detail');
    const [first] = (await seekers('vum-werkzoekenden')).slice(-1);
    expect(readJobseekers(JSON.parse(text)).jobseekers.map(({ id }) => id)).toEqual([first?.id]);
    expect(text).toContain('rikkelarme werkplek');
    expect(text).toContain('Dienst Werk en Inkomen');
  });

  it.each([
    ['said no', [['NO', '2014-02-01']]],
    ['wants to talk', [['TALK_TO_ME', '2014-02-01']]],
    ['said yes and then no', [['YES', '2014-02-01'], ['NO', '2014-02-10']]],
    ['said yes too long ago', [['YES', '2013-11-01']]],
    ['did not answer', []],
  ] as const)('gives nothing of who %s', async (_answer, answers) => {
    for (const [choice, on] of answers) await offered(WORKS, choice, on);
    expect(await seekers('vum-werkzoekenden-detail')).toEqual([]);
  });

  it('gives nothing of a yes to another body', async () => {
    await offered(WORKS, 'YES', '2014-02-01', 'gm-0546');
    expect(await seekers('vum-werkzoekenden-detail')).toEqual([]);
  });
});

describe('the vacancies', () => {
  it('are the free places at employers, without the employer', async () => {
    const text = await given('vum-vacatures');
    expect(readVacancies(JSON.parse(text)).vacancies.map(({ id }) => id)).toEqual(['leiden:W:1']);
    expect(text).not.toContain('leiden:H:1');
  });

  it('are a hundred at most, and say that there are more', async () => {
    places = Array.from({ length: 101 }, (_, index) => place(`leiden:W:${index}`, { id: 'leiden:H:1' }));
    const read = readVacancies(JSON.parse(await given('vum-vacatures')));
    expect([read.vacancies.length, read.more]).toEqual([100, true]);
  });
});
