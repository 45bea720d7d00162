/** The delivery of debt help, asked as another body asks it: who gets it, and that for its purpose nothing else opens. Wgs art. 8. */
import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { graphql, type GraphQLSchema } from 'graphql';
import { rightsOf } from '#kernel/field-policy.js';
import { loadRegisters } from '#kernel/registers.js';
import { SCOPES, type Viewer } from '#kernel/viewer.js';
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

const deliverer: Viewer = { subject: 'case-worker', body: 'werk-en-inkomen', roles: ['CASE_WORKER'], scopes: SCOPES, purpose: 'levering-ddas' };
const QUERY = `query ($municipality: String!, $from: Date!, $until: Date!, $first: Int!, $after: String) {
  debtHelp(municipality: $municipality, from: $from, until: $until, first: $first, after: $after) {
    number municipality appliedOn until threatened decidedOn decision solution freeAmount totalDebt settlementGrantedOn
    clients { person bsn birthDate } periods { kind from until } debts { amount kind creditorName privateCreditor } } }`;
const YEAR = { municipality: '0626', from: '2013-01-01', until: '2013-12-31', first: 200 };

async function ask(viewer: Viewer, source: string, variables: Record<string, unknown>) {
  const session = sessionOn(database, viewer);
  const request = { viewer, rights: rightsOf(viewer, registers.purposes), businessDate: ON, requestId: 'test', deadline: Date.now() + 10_000, from: 'reintegration', ticket: undefined, session };
  const { data, errors } = await graphql({ schema, source, variableValues: variables, contextValue: wired.context(request) });
  const statements = session.statements;
  await session.close();
  return { data: JSON.parse(JSON.stringify(data ?? null)) as { debtHelp?: Record<string, unknown>[] | null } | null, codes: (errors ?? []).map((error) => error.extensions['code']), statements };
}

describe('the trajectories that a municipality delivers', () => {
  it('are those that it is responsible for, also of somebody who lives elsewhere now, with both clients', async () => {
    const { data, codes, statements } = await ask(deliverer, QUERY, YEAR);
    expect(codes).toEqual([]);
    expect(data?.debtHelp).toEqual([
      {
        number: '83', municipality: '0626', appliedOn: '2013-02-04', until: null, threatened: true, decidedOn: '2013-03-01', decision: 'ADMITTED', solution: 'MEDIATION', freeAmount: '1203.50',
        totalDebt: '15000.50', settlementGrantedOn: '2013-06-03', clients: [{ person: CEES, bsn: '012345672', birthDate: '1972-01-01' }, { person: BRAM, bsn: '123456782', birthDate: '1971-01-01' }],
        periods: [{ kind: 'INTAKE', from: '2013-02-06', until: '2013-03-01' }, { kind: 'SOLUTION', from: '2013-07-01', until: null }],
        debts: [{ amount: '15000.50', kind: 'PUBLIC', creditorName: 'Waterschap Verzonnen', privateCreditor: false }],
      },
    ]);
    expect(statements).toBe(4);
  });

  it('are those of the period only, and come page by page', async () => {
    expect((await ask(deliverer, QUERY, { ...YEAR, from: '2012-01-01', until: '2012-12-31' })).data?.debtHelp).toEqual([]);
    expect((await ask(deliverer, QUERY, { ...YEAR, after: '83' })).data?.debtHelp).toEqual([]);
    expect((await ask(deliverer, QUERY, { ...YEAR, municipality: '1916', until: '2014-12-31' })).data?.debtHelp).toMatchObject([{ number: '81' }]);
  });

  it('are refused for a municipality that the body does not act for', async () => {
    expect((await ask(deliverer, QUERY, { ...YEAR, municipality: '0546' })).codes).toEqual(['FORBIDDEN']);
  });

  it.each([['a company', { body: 'sw-leiden', roles: ['PLACEMENT_OFFICER'] }], ['debt help itself', { purpose: 'schuldhulp' }], ['no purpose', { purpose: null }], ['a team', { roles: ['WIJKTEAM'] }]] as const)(
    'are closed to %s',
    async (_who, change) => {
      expect((await ask({ ...deliverer, ...change, roles: [...('roles' in change ? change.roles : deliverer.roles)] }, QUERY, YEAR)).codes).toEqual(['UNAUTHORIZED_FIELD_OR_TYPE']);
    },
  );

  it('open nothing else of the register', async () => {
    const { data, codes } = await ask(deliverer, 'query ($id: ID!) { person(id: $id) { id bsn } }', { id: ANNA });
    expect([data, codes]).toEqual([{ person: null }, ['UNAUTHORIZED_FIELD_OR_TYPE']]);
  });
});
