import 'reflect-metadata';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { graphql, type GraphQLSchema } from 'graphql';
import { Fault, HIDDEN_FIELD, HiddenField, unavailable } from '#kernel/faults.js';
import { rightsOf } from '#kernel/field-policy.js';
import { loadRegisters, type Registers } from '#kernel/registers.js';
import { type Role, type Viewer, SCOPES } from '#kernel/viewer.js';
import { Figures } from '#shell/figures/figures.js';
import { QuestionLedger } from '#shell/figures/question-ledger.js';
import { buildFederatedSchema } from '#shell/graph-schema.js';
import type { PartyClient, Question } from '#shell/party-client.js';
import { ReadSession } from '#shell/read-session.js';
import type { ServiceDefinition, ServiceParts, ShellRequest } from '#shell/service-definition.js';
import { testDatabase, type TestDatabase } from '#shell/testing/test-database.js';
import { companyAndPersonReferences } from './graph/directory.references.js';
import { directoryCommands, directoryEntities, directoryOrphans, directoryParts, directoryReport, directoryResolvers } from './directory.js';
import { reintegration } from './service.js';
import { KNOWN_PARAMETERS } from '#law/testing/known-parameters.js';
import { storeIndications } from './store/indication.store.js';

const on = '2014-03-03';
const resident = 'r'.repeat(43);
const stranger = 's'.repeat(43);
const company = (code: string, name: string) => ({ service: `sw-${code}`, body: `sw-${code}`, company: { code, name } });
const body = (id: string, name: string, kind: Registers['bodies'][number]['kind']) => ({ id, name, kind, oin: '00000099000000000000' });
const registers: Registers = {
  bodies: [body('werk-en-inkomen', 'Dienst', 'JOINT_SERVICE'), body('gm-0626', 'Voorschoten', 'MUNICIPALITY'), body('uwv', 'UWV', 'UWV'), body('sw-leiden', 'Leiden', 'SW_COMPANY'), body('sw-wassenaar', 'Wassenaar', 'JOINT_ARRANGEMENT')],
  parties: [{ service: 'reintegration', body: 'werk-en-inkomen' }, company('leiden', 'Leiden'), company('wassenaar', 'Wassenaar')],
  purposes: loadRegisters().purposes.filter(({ code }) => ['wsw', 'statistiek', 'beheer'].includes(code)),
  authority: [{ role: 'RESIDENCE_AUTHORITY', principal: 'gm-0626', actingBody: 'werk-en-inkomen', basis: 'Mandaat', from: '2012-01-01', until: null }],
  adaptations: [{ code: 'SEATED_WORK', text: 'Zittend werk' }],
  postcodeAreas: [{ area: '2251', lat: 52.13, lon: 4.45, municipality: '0626' }, { area: '2312', lat: 52.16, lon: 4.49, municipality: '0546' }],
  parameters: KNOWN_PARAMETERS, labourDisputes: [], representation: [],
};
const definition: ServiceDefinition = {
  name: 'reintegration', entities: directoryEntities, migrations: reintegration.migrations, wire: () => ({ context: (request) => request }),
  buildSchema: () => buildFederatedSchema({ resolvers: directoryResolvers, orphanedTypes: directoryOrphans(registers), references: companyAndPersonReferences(registers) }),
};
const place = { id: 'leiden:W:1', function: 'Inpakker', postcodeArea: '2312', hoursPerWeekMin: '24', hoursPerWeekMax: '32', adaptations: [{ code: 'SEATED_WORK' }], supervisionHoursPerWeek: '2.8', availableFrom: on, employer: { id: 'kvk:12345678' } };

const cell = (code: string, workForm: string, count: number) => ({ key: [code, workForm, '0626', '45-54', 'MODERATE'], count });

/** The companies of this test: Leiden answers, Wassenaar is down unless said otherwise. */
let wassenaar: ((question: Question) => object) | null = null;
function answersOf(code: string, question: Question): object {
  if (question.query.includes('cells')) return { asOf: `${on}T00:00:00.000Z`, cells: [cell(code, 'INTERNAL', 6), cell(code, 'SECONDMENT_GROUP', 40)] };
  if (question.query.includes('workplaces')) return { asOf: `${on}T00:00:00.000Z`, workplaces: { nodes: [{ ...place, id: `${code}:W:1` }], pageInfo: { hasNextPage: false, endCursor: null } } };
  if (question.query.includes('hoursPerWeekMin')) return place;
  if (question.query.includes('SwCompany')) return { asOf: `${on}T00:00:00.000Z` };
  return { id: 'leiden:E:9', hoursPerWeek: '28', workForm: 'INTERNAL', until: null };
}
async function ask(service: string, question: Question): Promise<object> {
  const answer = service === 'sw-leiden' ? answersOf('leiden', question) : wassenaar?.(question);
  if (!answer) throw unavailable(service);
  return { _entities: [answer] };
}

let database: TestDatabase;
let schema: GraphQLSchema;
let parts: ServiceParts;

beforeAll(async () => {
  database = await testDatabase(definition);
  schema = await definition.buildSchema(registers);
  parts = { name: 'reintegration', body: 'werk-en-inkomen', registers, dataSource: database.dataSource, parties: { ask } as unknown as PartyClient } as ServiceParts;
  await storeIndications(
    database.dataSource.manager,
    [
      { number: 'I-1', person: resident, municipality: '0626', kind: 'WSW', category: 'SEVERE', appliedOn: '2009-09-01', decidedOn: '2010-01-04', validUntil: '2014-06-30', reindicationRequestedOn: null, adviceSupervisedEmployment: true, adaptations: ['SEATED_WORK'], waitingSince: null, postcodeArea: '2251' },
      { number: 'I-2', person: stranger, municipality: '0546', kind: 'WSW', category: null, appliedOn: '2009-09-01', decidedOn: '2010-01-04', validUntil: null, reindicationRequestedOn: null, adviceSupervisedEmployment: null, adaptations: [], waitingSince: '2013-01-01', postcodeArea: '2312' },
    ],
    `${on}T00:00:00.000Z`,
  );
  const payload = { employments: [{ person: resident, employment: 'leiden:E:9', from: '2010-02-01', until: null }], total: 1 };
  await directoryCommands(parts)['announce-employments']?.({ id: 'c-1', from: 'sw-leiden', payload, epoch: 0, businessDate: on, requestId: 'r', viewer: null });
});

beforeEach(() => {
  wassenaar = null;
});
const open: ReadSession[] = [];
afterEach(() => Promise.all(open.splice(0).map((session) => session.close())));
afterAll(() => database.drop());

const caseWorker: Viewer = { subject: 'u', body: 'werk-en-inkomen', roles: ['CASE_WORKER'], scopes: SCOPES, purpose: 'wsw' };
const analyst: Viewer = { ...caseWorker, roles: ['ANALYST'], scopes: SCOPES, purpose: 'statistiek' };

async function run(viewer: Viewer, source: string, variables: Record<string, unknown> = {}) {
  const facts = { viewer, businessDate: on, requestId: 'r', deadline: Date.now() + 5_000, from: 'gateway' };
  const session = new ReadSession(database.reads, facts, parts);
  open.push(session);
  const request: ShellRequest = { ...facts, rights: rightsOf(viewer, registers.purposes), ticket: undefined, session };
  const { data, errors } = await graphql({ schema, source, variableValues: variables, contextValue: { ...request, directory: directoryParts(parts, new Figures(new QuestionLedger(database.dataSource, 1_000)), request) } });
  const codes = (errors ?? []).map(({ originalError }) => (originalError instanceof Fault ? originalError.code : originalError instanceof HiddenField ? HIDDEN_FIELD : String(originalError)));
  return { data: JSON.parse(JSON.stringify(data)) as Record<string, unknown> | null, codes };
}

describe('a company that is down', () => {
  it('keeps its id, code, name and body', async () => {
    const { data } = await run(caseWorker, '{ swCompany(code: "wassenaar") { __typename id code name body { id } } }');
    expect(data).toEqual({ swCompany: { __typename: 'WassenaarSwCompany', id: 'wassenaar:C:wassenaar', code: 'wassenaar', name: 'Wassenaar', body: { id: 'sw-wassenaar' } } });
  });

  it('is named by a search, which shows the places of the others with their reasons', async () => {
    const { data, codes } = await run(caseWorker, 'query($p: ID!) { workplaceOptions(person: $p) { sources { body { id } answered } options { workplace { __typename id company { code } } fits { code } misses { code } travelKilometres } } }', { p: resident });
    expect(codes).toEqual([]);
    expect(data).toEqual({
      workplaceOptions: {
        sources: [{ body: { id: 'sw-leiden' }, answered: true }, { body: { id: 'sw-wassenaar' }, answered: false }],
        options: [
          {
            workplace: { __typename: 'LeidenWorkplace', id: 'leiden:W:1', company: { code: 'leiden' } },
            fits: ['HOURS', 'TRAVEL', 'TRAVEL_TIME', 'ADAPTATIONS', 'SUPERVISION', 'WORK_FORM', 'CONTRACT', 'AVAILABLE_FROM'].map((code) => ({ code })),
            misses: [],
            travelKilometres: '5.6',
          },
        ],
      },
    });
  });

  it('is left out of the figures and said to be', async () => {
    const { data } = await run({ ...analyst, body: 'gm-0626' }, '{ swStatistics(by: [WORK_FORM]) { rows { key count suppressed } sources { body { id } answered } } }');
    expect(data).toMatchObject({ swStatistics: { rows: [{ count: null }, { count: null }], sources: [{ answered: true }, { body: { id: 'sw-wassenaar' }, answered: false }] } });
  });
});

it('figures of all companies are summed before anything is hidden', async () => {
  wassenaar = (question) => answersOf('wassenaar', question);
  const { data } = await run(analyst, '{ swStatistics(by: [WORK_FORM]) { dimensions rows { key count suppressed } suppressed } }');
  const rows = [{ key: ['INTERNAL'], count: 10, suppressed: false }, { key: ['SECONDMENT_GROUP'], count: 80, suppressed: false }];
  expect(data).toEqual({ swStatistics: { dimensions: ['WORK_FORM'], rows, suppressed: 0 } });
});

describe('figures stand still', () => {
  const of = (day: string) => run(analyst, `{ swStatistics(by: [COMPANY], where: { on: "${day}" }) { rows { count } } }`);

  it('they are of a quarter end that has passed, and of no other day', async () => {
    expect((await of('2013-09-30')).codes).toEqual([]);
    expect((await of('2013-10-01')).codes).toEqual(['BAD_USER_INPUT']);
    expect((await of('2014-03-31')).codes).toEqual(['BAD_USER_INPUT']);
  });

  it('a selection counts as a dimension: three are a table, four are not', async () => {
    const by = (dimensions: string) => run(analyst, `{ swStatistics(by: [${dimensions}], where: { municipality: "0626" }) { suppressed } }`);
    expect((await by('COMPANY, WORK_FORM')).codes).toEqual([]);
    expect((await by('COMPANY, WORK_FORM, CATEGORY')).codes).toEqual(['BAD_USER_INPUT']);
  });

  it('a selection asks every company for everybody, so that it is protected like the whole table', async () => {
    wassenaar = (question) => answersOf('wassenaar', question);
    const sliced = await run(analyst, '{ swStatistics(by: [WORK_FORM], where: { company: "leiden" }) { rows { key count } sources { answered } } }');
    expect(sliced.data).toEqual({ swStatistics: { rows: [{ key: ['INTERNAL'], count: null }, { key: ['SECONDMENT_GROUP'], count: null }], sources: [{ answered: true }, { answered: true }] } });
  });
});

describe('who may see what', () => {
  const OPTIONS = 'query($p: ID!) { workplaceOptions(person: $p) { options { workplace { id } } } }';

  it('a person outside the scope is NOT_FOUND like one who does not exist; one inside is found', async () => {
    expect((await run(caseWorker, OPTIONS, { p: stranger })).codes).toEqual(['NOT_FOUND']);
    expect((await run(caseWorker, OPTIONS, { p: 'x'.repeat(43) })).codes).toEqual(['NOT_FOUND']);
    expect((await run(caseWorker, OPTIONS, { p: resident })).codes).toEqual([]);
  });

  it('without a purpose a search for a person is hidden, with one it is not', async () => {
    expect((await run({ ...caseWorker, purpose: null }, OPTIONS, { p: resident })).codes).toEqual([HIDDEN_FIELD]);
    expect((await run(caseWorker, OPTIONS, { p: resident })).codes).toEqual([]);
  });

  it.each<Role>(['CASE_WORKER', 'PLACEMENT_OFFICER', 'WIJKTEAM', 'WORKER', 'OPERATOR'])('figures are FORBIDDEN for %s and open to an analyst', async (role) => {
    const query = '{ swStatistics(by: [COMPANY]) { suppressed } trajectoryStatistics(by: [INSTRUMENT]) { suppressed } }';
    expect((await run({ ...analyst, roles: [role] }, query)).codes).toContain('FORBIDDEN');
    expect((await run(analyst, query)).codes).toEqual([]);
  });

  it('an entity reached by its id is hidden from an analyst, and shows the case worker his rows', async () => {
    const query = 'query($r: [_Any!]!) { _entities(representations: $r) { ... on Person { id indications { id } employments { id company { name } } } } }';
    const variables = { r: [{ __typename: 'Person', id: resident }] };
    expect(await run(analyst, query, variables)).toEqual({ data: { _entities: [null] }, codes: [HIDDEN_FIELD] });
    const employments = [{ id: 'leiden:E:9', company: { name: 'Leiden' } }];
    expect((await run(caseWorker, query, variables)).data).toEqual({ _entities: [{ id: resident, indications: [{ id: 'I-1' }], employments }] });
  });

  it('candidates are shown to a placement officer by profile only, and to an analyst not at all', async () => {
    const query = '{ candidateOptions(workplace: "leiden:W:1") { options { profile hoursPerWeek workForms fits { code } } sources { body { id } answered } } }';
    const shown = await run({ ...caseWorker, body: 'sw-leiden', roles: ['PLACEMENT_OFFICER'] }, query);
    expect(shown.codes).toEqual([]);
    const fits = (...codes: string[]) => codes.map((code) => ({ code }));
    const profile = expect.stringMatching(/^[0-9a-f-]{36}$/);
    expect(shown.data).toEqual({
      candidateOptions: {
        options: [
          { profile, hoursPerWeek: '28', workForms: ['INTERNAL', 'SECONDMENT_INDIVIDUAL', 'SECONDMENT_GROUP', 'SUPERVISED_EMPLOYMENT'], fits: fits('HOURS', 'TRAVEL', 'TRAVEL_TIME', 'ADAPTATIONS', 'SUPERVISION', 'WORK_FORM', 'CONTRACT', 'AVAILABLE_FROM') },
          { profile, hoursPerWeek: null, workForms: ['INTERNAL', 'SECONDMENT_INDIVIDUAL', 'SECONDMENT_GROUP'], fits: fits('TRAVEL', 'TRAVEL_TIME', 'ADAPTATIONS', 'SUPERVISION', 'WORK_FORM', 'AVAILABLE_FROM') },
        ],
        sources: [{ body: { id: 'sw-leiden' }, answered: true }, { body: { id: 'sw-wassenaar' }, answered: false }, { body: { id: 'werk-en-inkomen' }, answered: true }],
      },
    });
    expect((await run(caseWorker, query.replace('(', '(first: 51, '))).codes).toEqual(['BAD_USER_INPUT']);
    expect((await run(analyst, query)).codes).toEqual([HIDDEN_FIELD]);
  });
});

it('the tasks of the joint service name the last day and the article', async () => {
  const { data } = await run(caseWorker, '{ tasks { totalCount nodes { kind person { id } dueOn daysLeft article } } }');
  const task = { kind: 'REINDICATION', person: { id: resident }, dueOn: '2014-03-10', daysLeft: 7, article: 'Besluit uitvoering sociale werkvoorziening art. 6 lid 1' };
  expect(data).toEqual({ tasks: { totalCount: 1, nodes: [task] } });
});

it('the viewer learns for whom he acts and which purposes he may name', async () => {
  const { data } = await run(caseWorker, '{ businessDate me { subject body { id } roles purposes { code fields } onBehalfOf { id } } }');
  expect(data).toEqual({ businessDate: on, me: { subject: 'u', body: { id: 'werk-en-inkomen' }, roles: ['CASE_WORKER'], purposes: [{ code: 'wsw', fields: expect.arrayContaining(['bsn', 'employments']) }], onBehalfOf: [{ id: 'gm-0626' }] } });
});

it('an announcement sent twice counts once', async () => {
  const payload = { employments: [{ person: resident, employment: 'leiden:E:9', from: '2010-02-01', until: null }], total: 1 };
  const again = await directoryCommands(parts)['announce-employments']?.({ id: 'c-1', from: 'sw-leiden', payload, epoch: 0, businessDate: on, requestId: 'r', viewer: null });
  expect(again).toEqual({ announced: 1 });
  expect((await directoryReport(parts)).split('\n')[1]?.trim().split(/\s+/)).toEqual(['sw-leiden', '1', '1', '1', '1', 'yes', '0']);
});
