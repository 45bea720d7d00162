import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { EventClient } from './event-client.js';
import { GatewayKit, type Answered } from './gateway-kit.js';
import { CASE_WORKER } from './local-issuer.js';
import { policySupergraph } from './policy-supergraph.js';

const ALL_SCOPES = { ...CASE_WORKER, scope: 'agreements:write statistics:read' };
const ANALYST = { ...ALL_SCOPES, sub: 'analyst', roles: ['ANALYST'] };
const HIDDEN = 'UNAUTHORIZED_FIELD_OR_TYPE';
const hidden = (path: unknown[], reason: string, purposes: string[] = []) => ({ path, message: expect.stringContaining('niet inzien'), extensions: { code: HIDDEN, whyHidden: { reason, purposes } } });

let kit: GatewayKit;
beforeAll(async () => void (kit = await GatewayKit.start('schakel', { SCHAKEL_READ_TIMEOUT_MS: '10000' }, null, policySupergraph)));
afterAll(() => kit.stop());
beforeEach(() => {
  kit.reset();
  kit.stubs.reintegration.behaviour = ({ query }) => {
    if (query.includes('mutation')) return { data: { bump: 1, hire: { id: '1' } } };
    return { data: { hello: 'dag', person: { id: '1', name: 'An', debts: 7, other: 7, owes: true }, persons: [], figures: 12, agreement: { id: '1', version: 2 } } };
  };
});

async function ask(query: string, { claims = ALL_SCOPES, purpose = 'wsw', variables = {} }: { claims?: object; purpose?: string; variables?: object } = {}): Promise<Answered> {
  const authorization = `Bearer ${await kit.issuer.token({ ...claims })}`;
  return kit.ask({ query, variables }, { authorization, ...(purpose ? { 'x-doelbinding': purpose } : {}) });
}

const sent = (): string[] => Object.values(kit.stubs).flatMap(({ asked }) => asked.map(({ query }) => query));

describe('a field that is not for this viewer', () => {
  it('is not asked of any subgraph, is null in its place, and says what purpose shows it; for that purpose it is there', async () => {
    const { status, json, text } = await ask('{ person(id: "1") { other: debts name } hello }');
    expect([status, text.includes('"data":{"person":{"other":null,"name":"An"},"hello":"dag"}')]).toEqual([200, true]);
    expect(json.errors).toEqual([hidden(['person', 'other'], 'PURPOSE', ['schuldhulp'])]);
    expect(sent().join()).not.toContain('debts');
    expect((await ask('{ person(id: "1") { other: debts name } hello }', { purpose: 'schuldhulp' })).json).toEqual({ data: { person: { other: 7, name: 'An' }, hello: 'dag' } });
  });

  it('about persons needs a purpose; an empty one is none', async () => {
    const expected = [hidden(['person'], 'PURPOSE', ['wsw', 'bijstand', 'schuldhulp', 'levering-srg', 'levering-statistiek-wsw'])];
    expect((await ask('{ person(id: "1") { name } }', { purpose: '' })).json.errors).toEqual(expected);
    const authorization = `Bearer ${await kit.issuer.token({ ...ALL_SCOPES })}`;
    expect((await kit.ask({ query: '{ person(id: "1") { name } }' }, { authorization, 'x-doelbinding': '' })).json.errors).toEqual(expected);
    expect(sent()).toEqual([]);
  });

  it('costs no fetch when nothing else is asked', async () => {
    const { status, json } = await ask('{ person(id: "1") { name } workers { id } }', { claims: ANALYST, purpose: 'statistiek' });
    expect([status, json.data, json.errors]).toEqual([200, { person: null, workers: null }, [hidden(['person'], 'ROLE'), hidden(['workers'], 'ROLE')]]);
    expect(sent()).toEqual([]);
  });

  it('empties what cannot stand without it', async () => {
    const { status, json } = await ask('{ hello person(id: "1") { name owes } }');
    expect([status, json.data, json.errors]).toEqual([200, { hello: 'dag', person: null }, [hidden(['person', 'owes'], 'PURPOSE', ['schuldhulp'])]]);
    const figures = await ask('{ hello figures }', { claims: CASE_WORKER });
    expect([figures.status, figures.json.data, figures.json.errors]).toEqual([200, null, [hidden(['figures'], 'SCOPE')]]);
    expect((await ask('{ hello figures }')).json).toEqual({ data: { hello: 'dag', figures: 12 } });
  });

  it('of an interface is not asked of the companies either; its rows keep their order', async () => {
    const bijstand = { purpose: 'bijstand' };
    kit.stubs.reintegration.behaviour = () => ({ data: { workers: [{ __typename: 'WassenaarSwEmployment', id: '1' }] } });
    const { json } = await ask('{ workers { id workerName } }', bijstand);
    expect([json.data, json.errors]).toEqual([{ workers: null }, [hidden(['workers'], 'PURPOSE', ['wsw', 'levering-statistiek-wsw'])]]);
    expect(sent()).toEqual([]);
  });

  it('or one that is not: what stands in fragments on types is there, also when nobody asked the type', async () => {
    kit.stubs.reintegration.behaviour = () => ({ data: { companies: [{ __typename: 'LeidenCompany', id: '1' }] } });
    // As a subgraph does: the type is told when it is asked.
    kit.stubs['sw-leiden'].behaviour = ({ query }) => ({ data: { _entities: [{ roster: { ...(/roster ?\{[^}]*__typename/.test(query) ? { __typename: 'LeidenRoster' } : {}), total: 3 } }] } });
    const { json, text } = await ask('{ companies { roster { ... on LeidenRoster { total } ... on WassenaarRoster { total } } } }');
    expect([json, text.includes('__typename')]).toEqual([{ data: { companies: [{ roster: { total: 3 } }] } }, false]);
  });

  it('cannot be found out by filtering on it, by variable neither', async () => {
    for (const [query, variables] of [['{ persons(owing: 5) { id } }', {}], ['query ($n: Int) { persons(owing: $n) { id } }', { n: 5 }]] as const) {
      const { json } = await ask(query, { variables });
      expect([json.data, json.errors]).toEqual([null, [hidden(['persons'], 'PURPOSE', ['schuldhulp'])]]);
      expect(sent()).toEqual([]);
    }
    expect((await ask('{ persons(owing: 5) { id } }', { purpose: 'schuldhulp' })).json).toEqual({ data: { persons: [] } });
    expect((await ask('{ persons { id } }')).json).toEqual({ data: { persons: [] } });
  });

  it('is shown to the one and hidden from the other under the same text, however they take turns', async () => {
    const query = '{ person(id: "1") { debts } }';
    for (let round = 0; round < 10; round += 1) {
      const answers = await Promise.all(['wsw', 'schuldhulp', 'wsw', 'schuldhulp'].map((purpose) => ask(query, { purpose })));
      expect(answers.map(({ json }) => json.data)).toEqual([null, 7, null, 7].map((debts) => ({ person: { debts } })));
    }
  });
});

describe('a command', () => {
  it.each<[string, string, string]>([
    ['that is not for this purpose', 'mutation { hire(person: "1") { id } }', 'bijstand'],
    ['with an open one before it', 'mutation { bump hire(person: "1") { id } }', 'bijstand'],
    ['under another name, in a fragment', 'mutation { bump ...F } fragment F on Mutation { bump: hire(person: "1") { __typename } }', 'bijstand'],
  ])('%s is refused whole and nothing runs; for the purpose that is named it runs', async (_what, query, purpose) => {
    const given = query.replace('bump: hire', 'hired: hire');
    const { status, json } = await ask(given, { purpose });
    expect([status, json.data, json.errors?.[0]?.extensions, json.errors?.[0]?.message]).toEqual([403, undefined, { code: 'FORBIDDEN' }, expect.stringContaining('x-doelbinding: wsw')]);
    expect(sent()).toEqual([]);
    expect((await ask(given)).status).toBe(200);
    expect(sent()).not.toEqual([]);
  });

  it('that asks a hidden field back is refused whole: it would be done and half told', async () => {
    const { status, json } = await ask('mutation { hire(person: "1") { id debts } }');
    expect([status, json.errors?.[0]?.extensions, sent()]).toEqual([403, { code: 'FORBIDDEN' }, []]);
  });

  it('of a program without the scope is refused, whatever its user may', async () => {
    const { status, json } = await ask('mutation { hire(person: "1") { id } }', { claims: CASE_WORKER });
    expect([status, json.errors?.[0]?.message, sent()]).toEqual([403, 'Dit mag u met dit programma niet.', []]);
  });

  it('is not let through by an operation name that names nothing', async () => {
    const authorization = `Bearer ${await kit.issuer.token({ ...ALL_SCOPES })}`;
    for (const operationName of ['', 'Other']) {
      const { status } = await kit.ask({ query: 'mutation M { hire(person: "1") { id } }', operationName }, { authorization });
      expect(status).toBe(400);
    }
    const { status } = await kit.ask({ query: 'query Q { hello } mutation M { hire(person: "1") { id } }', operationName: 'M' }, { authorization });
    expect([status, sent()]).toEqual([403, []]);
  });
});

describe('a subscription', () => {
  const SUBSCRIPTION = 'subscription { agreementChanged { id version } }';
  const open = async (purpose: string): Promise<EventClient> => EventClient.open(`${kit.gateway.url}/graphql`, { authorization: `Bearer ${await kit.issuer.token()}`, 'x-doelbinding': purpose }, { query: SUBSCRIPTION });

  it('asks what its query asks: refused whole for the wrong purpose, open for the right one', async () => {
    const refused = await open('bijstand');
    expect([refused.response.status, sent()]).toEqual([403, []]);
    const client = await open('wsw');
    expect(client.response.status).toBe(200);
    client.cut();
  });
});

describe('a new supergraph', () => {
  it('that hides a policy under another name is not swapped in: the old one stays', async () => {
    const before = await readFile(kit.supergraphFile, 'utf8');
    const renamed = before.replaceAll('@policy(', '@rule(').replace('directive @policy', 'directive @rule').replace(/policy\/v0\.1"/, '$&, import: [{name: "@policy", as: "@rule"}]');
    expect(renamed).toContain('as: "@rule"');
    await replaceFile(kit.supergraphFile, renamed);
    await wait(2_500);
    expect((await ask('{ person(id: "1") { name debts } }')).json.data).toEqual({ person: { name: 'An', debts: null } });
    await replaceFile(kit.supergraphFile, before);
  });

  it('of which only the policies changed is obeyed from the swap on', async () => {
    const before = await readFile(kit.supergraphFile, 'utf8');
    const debts = async (): Promise<unknown> => {
      const person = (await ask('{ person(id: "1") { debts } }')).json.data?.['person'] as { debts: unknown } | null | undefined;
      return person?.debts;
    };
    expect(await debts()).toBeNull();
    await replaceFile(kit.supergraphFile, before.replace('debts: Int @policy(policies: [["debts"]])', 'debts: Int @policy(policies: [["names"]])'));
    for (let tries = 0; tries < 80 && (await debts()) !== 7; tries += 1) await wait(100);
    expect(await debts()).toBe(7);
    await replaceFile(kit.supergraphFile, before);
    for (let tries = 0; tries < 80 && (await debts()) !== null; tries += 1) await wait(100);
    expect(await debts()).toBeNull();
  });
});

/** As a deployment does it: written beside, then moved over. */
async function replaceFile(file: string, text: string): Promise<void> {
  await writeFile(`${file}.new`, text);
  await rename(`${file}.new`, file);
}
