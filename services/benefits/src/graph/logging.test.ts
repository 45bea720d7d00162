/** Whose data this register gave out stands in its log with the answer; who was named and not shown is a refused attempt, existing or not. */
import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { graphql, type GraphQLSchema } from 'graphql';
import { rightsOf } from '#kernel/field-policy.js';
import { loadRegisters, type Registers } from '#kernel/registers.js';
import { SCOPES, type Viewer } from '#kernel/viewer.js';
import { ReadSession } from '#shell/read-session.js';
import type { ServiceParts, Wired } from '#shell/service-definition.js';
import type { TestDatabase } from '#shell/testing/test-database.js';
import { testLog } from '#shell/testing/test-log.js';
import { benefitsService } from '../service.js';
import { ANNA, BRAM, CEES, FACTS, ON, smallRegister } from '../testing/small-register.js';

const log = testLog('benefits');
const caseWorker: Viewer = { subject: 'case-worker', body: 'werk-en-inkomen', roles: ['CASE_WORKER'], scopes: SCOPES, purpose: 'wsw' };
const privacyOfficer: Viewer = { ...caseWorker, subject: 'privacy', roles: ['PRIVACY_OFFICER'], purpose: 'toezicht' };

let database: TestDatabase;
let registers: Registers;
let schema: GraphQLSchema;
let wired: Wired;
let requests = 0;
beforeAll(async () => {
  database = await smallRegister();
  registers = loadRegisters();
  schema = await benefitsService.buildSchema(registers);
  wired = benefitsService.wire({ registers, body: 'werk-en-inkomen', dataSource: database.dataSource, settings: { SCHAKEL_FIGURES_BUDGET: 500 }, pseudonym: FACTS.pseudonym } as unknown as ServiceParts);
});
afterAll(() => database.drop());

async function ask(viewer: Viewer, source: string, variables: Record<string, unknown> = {}) {
  const facts = { viewer, businessDate: ON, requestId: `request-${(requests += 1)}`, deadline: Date.now() + 10_000, from: 'gateway' };
  const session = new ReadSession(database.reads, facts, { body: 'werk-en-inkomen', registers }, log.of(facts));
  const contextValue = wired.context({ ...facts, rights: rightsOf(viewer, registers.purposes), ticket: undefined, session });
  const { data, errors } = await graphql({ schema, source, variableValues: variables, contextValue });
  await session.close();
  const rows = (sql: string) => database.dataSource.query<{ of: string }[]>(sql, [facts.requestId]).then((found) => found.map((row) => row.of).sort());
  return {
    data: JSON.parse(JSON.stringify(data ?? null)) as unknown,
    codes: (errors ?? []).map((error) => error.extensions['code']),
    lines: await rows('select data_subject_id as of from processing_log where request = $1'),
    attempts: await rows("select object as of from access_log where request = $1 and result = 'REFUSED'"),
  };
}
const of = (...persons: string[]): string[] => persons.map((one) => log.pseudonym(one)).sort();
const PERSON = 'query ($id: ID!) { person(id: $id) { id name { full } residence { name } representatives { id } applications { id suspensions { from } } benefits { id } } }';

describe('the log of this register', () => {
  it('has one line for a whole dossier', async () => {
    expect(await ask(caseWorker, PERSON, { id: ANNA })).toMatchObject({ codes: [], lines: of(ANNA), attempts: [] });
  });

  it('has the clients of a page, and not the one behind it', async () => {
    expect((await ask(caseWorker, '{ clients(first: 1) { totalCount nodes { id } } }')).lines).toEqual(of(ANNA));
    expect((await ask(caseWorker, '{ clients(first: 25) { nodes { id name { full } residence { name } } } }')).lines).toEqual(of(ANNA, BRAM));
    expect((await ask(caseWorker, '{ applications(first: 200) { nodes { id } } }')).lines).toEqual(of(ANNA, BRAM));
  });

  it('has nobody who was hidden; that he was asked for is an attempt, as it is for who does not exist', async () => {
    const [hidden, absent] = [await ask(caseWorker, PERSON, { id: CEES }), await ask(caseWorker, PERSON, { id: 'nobody' })];
    expect(hidden).toEqual({ data: { person: null }, codes: ['NOT_FOUND'], lines: [], attempts: of(CEES) });
    expect(absent).toEqual({ ...hidden, attempts: of('nobody') });
    const byNumber = await ask(caseWorker, 'query ($bsn: BSN!) { personByBsn(bsn: $bsn) { id } }', { bsn: '012345672' });
    expect([byNumber.lines, byNumber.attempts]).toEqual([[], of(CEES)]);
  });

  it('has nobody for figures', async () => {
    const figures = await ask(caseWorker, '{ applicationStatistics(by: [MUNICIPALITY]) { rows { key } } municipalities { code } }');
    expect(figures).toMatchObject({ codes: [], lines: [], attempts: [] });
  });
});

describe('a privacy officer', () => {
  it('gets the id back that he named, to ask its log by, and nothing of a person', async () => {
    for (const id of [ANNA, CEES, 'nobody']) expect(await ask(privacyOfficer, 'query ($id: ID!) { person(id: $id) { id } }', { id })).toEqual({ data: { person: { id } }, codes: [], lines: [], attempts: [] });
    expect(await ask(privacyOfficer, PERSON, { id: ANNA })).toMatchObject({ data: { person: { id: ANNA, name: null, benefits: null } }, lines: [] });
    expect((await ask(privacyOfficer, 'query ($bsn: BSN!) { personByBsn(bsn: $bsn) { id } }', { bsn: '111222333' })).data).toEqual({ personByBsn: null });
    expect((await ask(privacyOfficer, '{ clients { nodes { id } } }')).data).toEqual({ clients: { nodes: [] } });
  });
});
