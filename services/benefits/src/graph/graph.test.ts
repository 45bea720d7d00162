import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { graphql, type GraphQLSchema } from 'graphql';
import { rightsOf } from '#kernel/field-policy.js';
import { loadRegisters } from '#kernel/registers.js';
import { type Viewer, SCOPES } from '#kernel/viewer.js';
import type { ServiceParts, Wired } from '#shell/service-definition.js';
import type { TestDatabase } from '#shell/testing/test-database.js';
import { benefitsService } from '../service.js';
import { ANNA, BRAM, CEES, FACTS, ON, sessionOn, smallRegister } from '../testing/small-register.js';

let database: TestDatabase;
let schema: GraphQLSchema;
let wired: Wired;
const registers = loadRegisters();
beforeAll(async () => {
  database = await smallRegister();
  schema = await benefitsService.buildSchema(registers);
  const parts = { registers, body: 'werk-en-inkomen', dataSource: database.dataSource, pseudonym: FACTS.pseudonym, settings: { SCHAKEL_FIGURES_BUDGET: 100 } };
  wired = benefitsService.wire(parts as unknown as ServiceParts);
});
afterAll(() => database.drop());

const caseWorker: Viewer = { subject: 'case-worker', body: 'werk-en-inkomen', roles: ['CASE_WORKER'], scopes: SCOPES, purpose: 'wsw' };
const placementOfficer: Viewer = { subject: 'placement', body: 'sw-leiden', roles: ['PLACEMENT_OFFICER'], scopes: SCOPES, purpose: 'wsw' };

async function ask(viewer: Viewer, source: string, variables: Record<string, unknown> = {}) {
  const session = sessionOn(database, viewer);
  const request = { viewer, rights: rightsOf(viewer, registers.purposes), businessDate: ON, requestId: 'test', deadline: Date.now() + 10_000, from: 'gateway', ticket: undefined, session };
  const { data, errors } = await graphql({ schema, source, variableValues: variables, contextValue: wired.context(request) });
  const statements = session.statements;
  await session.close();
  return { data: JSON.parse(JSON.stringify(data ?? null)) as unknown, codes: (errors ?? []).map((error) => error.extensions['code']), statements };
}

const DOSSIER = `id bsn name { full } birthDate residence { code name } representatives { id kind } applications { id dueOn daysLeft netDays suspensions { from } source { asOf fresh } } benefits { id monthlyAmount source { asOf } }`;
const person = (fields = DOSSIER) => `query ($id: ID!) { person(id: $id) { ${fields} } }`;
const entity = `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Person { ${DOSSIER} debtTrajectories { id } } } }`;

describe('a person', () => {
  it('is shown to a case worker of his municipality, with who acts for him today', async () => {
    const { data, codes } = await ask(caseWorker, person(), { id: ANNA });
    expect(codes).toEqual([]);
    expect(data).toMatchObject({
      person: {
        id: ANNA,
        bsn: '111222333',
        residence: { code: '1916', name: 'Leidschendam-Voorburg' },
        representatives: [{ id: 'benefits:R:91', kind: 'MENTOR' }],
        benefits: [{ id: 'benefits:B:41', monthlyAmount: '900.33', source: { asOf: '2014-03-03T00:00:00.000Z' } }],
      },
    });
  });

  it('is not found alike when he is hidden and when he does not exist', async () => {
    const hidden = await ask(caseWorker, person(), { id: CEES });
    const absent = await ask(caseWorker, person(), { id: 'nobody' });
    expect([hidden.data, hidden.codes]).toEqual([{ person: null }, ['NOT_FOUND']]);
    expect([absent.data, absent.codes]).toEqual([hidden.data, hidden.codes]);
  });

  it('is found by his number under the same scope', async () => {
    const query = 'query ($bsn: BSN!) { personByBsn(bsn: $bsn) { id } }';
    expect((await ask(caseWorker, query, { bsn: '123456782' })).data).toEqual({ personByBsn: { id: BRAM } });
    expect((await ask(caseWorker, query, { bsn: '012345672' })).codes).toEqual(['NOT_FOUND']);
  });

  it('is refused to who names no purpose', async () => {
    expect((await ask({ ...caseWorker, purpose: null }, person(), { id: ANNA })).codes).toEqual(['UNAUTHORIZED_FIELD_OR_TYPE']);
  });

  it('that another service refers to is refused field by field to who may not see him, and filled for who may', async () => {
    const r = [{ __typename: 'Person', id: ANNA }];
    const nothing = { bsn: null, name: null, birthDate: null, residence: null, representatives: null, applications: null, benefits: null, debtTrajectories: null };
    const hidden = await ask(placementOfficer, entity, { r });
    expect(hidden).toMatchObject({ data: { _entities: [{ id: ANNA, ...nothing }] }, codes: Object.keys(nothing).map(() => 'UNAUTHORIZED_FIELD_OR_TYPE') });
    const absent = await ask(placementOfficer, entity, { r: [{ __typename: 'Person', id: 'nobody' }] });
    expect(absent).toEqual({ ...hidden, data: { _entities: [{ id: 'nobody', ...nothing }] } });
    expect(await ask({ ...placementOfficer, purpose: null }, entity, { r })).toMatchObject({ data: { _entities: [null] }, codes: ['UNAUTHORIZED_FIELD_OR_TYPE'] });
    expect((await ask(caseWorker, entity, { r })).data).toMatchObject({ _entities: [{ name: { full: 'Annelore Brinstema' } }] });
    const home = entity.replace(`${DOSSIER} debtTrajectories { id }`, 'residence { code }');
    expect(await ask(placementOfficer, home, { r })).toMatchObject({ data: { _entities: [{ residence: null }] }, codes: ['UNAUTHORIZED_FIELD_OR_TYPE'] });
    expect(await ask(caseWorker, home, { r })).toMatchObject({ data: { _entities: [{ residence: { code: '1916' } }] }, codes: [] });
  });

  it('shows debts for debt help and not to place him in work', async () => {
    const debts = person('debtTrajectories { id firstConversationDueOn municipality { code } }');
    expect(await ask(caseWorker, debts, { id: ANNA })).toMatchObject({ data: { person: { debtTrajectories: null } }, codes: ['UNAUTHORIZED_FIELD_OR_TYPE'] });
    expect((await ask({ ...caseWorker, purpose: 'schuldhulp' }, debts, { id: ANNA })).data).toEqual({
      person: { debtTrajectories: [{ id: 'benefits:D:81', firstConversationDueOn: '2014-03-03', municipality: { code: '1916' } }] },
    });
  });

  it('shows his application for debt help for debt help, and not to place him in work', async () => {
    const files = '{ applications(filter: { municipality: "1916" }) { totalCount nodes { kind } } }';
    const application = '{ _entities(representations: [{ __typename: "Application", id: "benefits:A:36" }]) { ... on Application { kind } } }';
    const purpose = 'schuldhulp';
    expect(JSON.stringify([await ask(caseWorker, files), await ask(caseWorker, person(), { id: ANNA })])).not.toMatch(/DEBT_HELP|:A:36/);
    expect((await ask(caseWorker, files)).data).toMatchObject({ applications: { totalCount: 2 } });
    expect((await ask(caseWorker, application)).data).toEqual({ _entities: [null] });
    expect((await ask({ ...caseWorker, purpose }, files)).data).toMatchObject({ applications: { totalCount: 3 } });
    expect((await ask({ ...caseWorker, purpose }, application)).data).toEqual({ _entities: [{ kind: 'DEBT_HELP' }] });
  });

  it('shows a worker himself', async () => {
    const worker: Viewer = { subject: CEES, body: 'sw-leiden', roles: ['WORKER'], scopes: SCOPES, purpose: 'inzage' };
    expect((await ask(worker, person('name { full }'), { id: CEES })).data).toEqual({ person: { name: { full: 'Ceesjan Kwarstra' } } });
    expect((await ask(worker, person('name { full }'), { id: ANNA })).codes).toEqual(['NOT_FOUND']);
  });
});

describe('the term of an application', () => {
  const TERM = 'article state rawLastDay lastDay grossDays netDays suspendedDays movedDays { day reason article } reminders { kind by article } penalty { amount } notTreatedBy';

  it('says why it is due when it is, to who may see the application', async () => {
    const { data } = await ask(caseWorker, `query ($id: ID!) { person(id: $id) { applications { id term { ${TERM} } } } }`, { id: BRAM });
    expect(data).toMatchObject({ person: { applications: [
      { id: 'benefits:A:33', term: { state: 'DECIDED_IN_TIME', rawLastDay: '2013-05-09', lastDay: '2013-05-10', suspendedDays: 10, reminders: [], penalty: null } },
      { id: 'benefits:A:32', term: { article: 'Awb art. 4:13 lid 2', state: 'DUE_SOON', lastDay: '2014-03-03', movedDays: [], reminders: [{ kind: 'DUE_SOON', by: '2014-03-03' }] } },
    ] } });
  });

  it('is told in the worklist of what is late and what is due soon', async () => {
    const due = async (which: string) => (await ask(caseWorker, `{ applications(filter: { due: ${which} }) { totalCount nodes { id daysLeft } } }`)).data;
    expect(await due('SOON')).toEqual({ applications: { totalCount: 1, nodes: [{ id: 'benefits:A:32', daysLeft: 0 }] } });
    expect(await due('LATE')).toEqual({ applications: { totalCount: 0, nodes: [] } });
  });

  it('of debt help has its own days and follows the ordinance', async () => {
    const debts = person('debtTrajectories { firstConversationWorkingDays firstConversationMovedDays { day } decision { article weeks capped dueOn movedDays { day } } }');
    expect((await ask({ ...caseWorker, purpose: 'schuldhulp' }, debts, { id: ANNA })).data).toEqual({ person: { debtTrajectories: [
      { firstConversationWorkingDays: [], firstConversationMovedDays: [], decision: { article: 'Awb art. 4:13 lid 2', weeks: 8, capped: false, dueOn: '2014-03-31', movedDays: [] } },
    ] } });
  });
});

describe('statements', () => {
  it('are as many for a list as for one person', async () => {
    const one = await ask(caseWorker, person(), { id: ANNA });
    const list = await ask(caseWorker, `{ clients { totalCount nodes { ${DOSSIER} } } }`);
    expect(one.statements).toBe(8);
    // The list itself takes two, the page and its total, and saves reading the persons again.
    expect(list.statements).toBe(one.statements + 1);
  });

  it('are none for what nobody asked', async () => {
    expect((await ask(caseWorker, entity.replace(`${DOSSIER} debtTrajectories { id }`, 'id'), { r: [{ __typename: 'Person', id: ANNA }] })).statements).toBe(0);
  });
});

describe('figures', () => {
  const FIGURES = '{ applicationStatistics(by: [MUNICIPALITY]) { dimensions suppressed rows { key count suppressed measures { name } } sources { answered body { id } } } }';

  it('are under disclosure control for an analyst, who sees no person', async () => {
    const analyst: Viewer = { ...caseWorker, roles: ['ANALYST'], scopes: SCOPES, purpose: 'statistiek' };
    expect((await ask(analyst, FIGURES)).data).toEqual({
      applicationStatistics: {
        dimensions: ['MUNICIPALITY'],
        suppressed: 0,
        rows: [],
        sources: [{ answered: true, body: { id: 'werk-en-inkomen' } }],
      },
    });
    for (const list of ['clients', 'applications']) {
      expect(await ask(analyst, `{ ${list} { totalCount nodes { id } } }`)).toEqual({ data: null, codes: ['UNAUTHORIZED_FIELD_OR_TYPE'], statements: 0 });
      expect((await ask(caseWorker, `{ ${list} { totalCount } }`)).codes).toEqual([]);
    }
  });

  it('are refused to a placement officer', async () => {
    expect((await ask(placementOfficer, FIGURES)).codes).toEqual(['FORBIDDEN']);
  });
});

describe('municipalities', () => {
  it('have the region and the policy of the day that is asked', async () => {
    const query = '{ municipality(code: "0626") { now: region { code } later: region(on: "2015-01-01") { code } policies { parameter value } } }';
    expect((await ask({ ...placementOfficer, purpose: null }, query)).data).toEqual({
      municipality: { now: { code: '13' }, later: { code: '18' }, policies: [{ parameter: 'limit', value: '105' }] },
    });
  });

  it('are compared parameter by parameter', async () => {
    const { data } = await ask(caseWorker, '{ policyComparison { parameter differs values { municipality { name } value } } }');
    expect(data).toEqual({
      policyComparison: [
        { parameter: 'limit', differs: true, values: [{ municipality: { name: 'Voorschoten' }, value: '105' }, { municipality: { name: 'Leidschendam-Voorburg' }, value: '110' }] },
      ],
    });
  });
});
