/** The gateway's door for each kind of viewer, none included: who sees what, and that hidden and absent look the same. */
import { describe, expect, it } from '@jest/globals';
import type { GraphAnswer } from '../../local/demo/graph-client.js';
import { DEMO_USERS } from '../../local/demo-users.js';
import { demoWorker, leidschendamWorkers, scenarioWorkers } from '../../local/population/fixed-people.js';
import { as, personOf, url } from '../kit/stack.js';

const voorschoten = personOf(scenarioWorkers[14]!.bsn);
const PERSON = 'query P($id: ID!) { person(id: $id) { id bsn name { full } birthDate benefits { id } indications { category } employments { id } offers { id } agreements { id } } }';
const ABSENT = 'A'.repeat(43);

const codesOf = (answer: GraphAnswer<unknown>): string[] => (answer.errors ?? []).map(({ extensions }) => extensions.code);
const withoutRequestId = (answer: GraphAnswer<unknown>): string => JSON.stringify(answer).replaceAll(/"requestId":"[^"]*"/g, '"requestId":""');

describe('nobody', () => {
  it('is told how to sign in, as a page and as an answer', async () => {
    const page = await fetch(`${url}/`, { headers: { accept: 'text/html' } });
    expect([page.status, page.headers.get('content-type')]).toEqual([200, expect.stringContaining('text/html')]);
    expect(await page.text()).toMatch(/Schakel/);
    const answer = await fetch(`${url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"query":"{ me { subject } }"}' });
    expect(answer.status).toBe(401);
    expect(await answer.json()).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
  });

  it('gets nothing by claiming to be somebody in a header', async () => {
    const headers = { 'content-type': 'application/json', 'x-role': 'CASE_WORKER', 'x-body': 'werk-en-inkomen', 'x-schakel-envelope': 'a.b', 'x-schakel-viewer': 'case-worker' };
    expect((await fetch(`${url}/graphql`, { method: 'POST', headers, body: '{"query":"{ me { subject } }"}' })).status).toBe(401);
  });
});

describe('me', () => {
  it.each(DEMO_USERS.map(({ user, body, roles }) => [user, body, roles] as const))('tells %s his body and roles', async (user, body, roles) => {
    const { data, errors } = await (await as(user)).query<{ me: unknown }>('{ me { subject roles body { id } purposes { code } } businessDate }');
    expect(errors).toBeUndefined();
    expect(data?.me).toMatchObject({ roles, body: { id: body } });
  });
});

describe('a person', () => {
  it('is shown to the case worker of the joint service', async () => {
    const { data, errors } = await (await as('case-worker')).query<{ person: { id: string; bsn: string } }>(PERSON, { id: voorschoten });
    expect(errors).toBeUndefined();
    expect(data?.person).toMatchObject({ id: voorschoten, bsn: scenarioWorkers[14]!.bsn });
  });

  it.each(DEMO_USERS.map(({ user }) => user).filter((user) => user !== 'case-worker' && user !== 'privacy-officer'))('is hidden from %s exactly as if it did not exist', async (user) => {
    const client = await as(user);
    const hidden = await client.query<{ person: null }>(PERSON, { id: voorschoten });
    const absent = await client.query<{ person: null }>(PERSON, { id: ABSENT });
    expect(hidden.data?.person ?? null).toBeNull();
    expect(codesOf(hidden).length).toBeGreaterThan(0);
    expect(withoutRequestId(hidden)).toBe(withoutRequestId(absent));
  });

  it('is to a privacy officer the id that he named and nothing more, exactly as somebody who does not exist', async () => {
    const client = await as('privacy-officer');
    const answer = async (id: string): Promise<string> => withoutRequestId(await client.query(PERSON, { id })).replaceAll(id, 'ID');
    expect(JSON.parse(await answer(voorschoten))).toMatchObject({ data: { person: { id: 'ID', bsn: null } } });
    expect(await answer(voorschoten)).toBe(await answer(ABSENT));
  });

  it('is shown to the worker himself, and nobody else is', async () => {
    const worker = await as('worker');
    const own = await worker.query<{ person: { name: { full: string } } }>(PERSON, { id: personOf(demoWorker.bsn) });
    expect(own.data?.person.name.full).toBe(demoWorker.name);
    expect((await worker.query<{ person: null }>(PERSON, { id: voorschoten })).data?.person ?? null).toBeNull();
  });

  it('is not shown without a purpose, nor for a purpose of another role', async () => {
    expect(codesOf(await (await as('case-worker', '')).query(PERSON, { id: voorschoten }))).toEqual(['UNAUTHORIZED_FIELD_OR_TYPE']);
    expect(codesOf(await (await as('case-worker', 'inzage')).query(PERSON, { id: voorschoten }))).toEqual(['FORBIDDEN']);
  });
});

describe('debts', () => {
  const DEBTS = 'query D($id: ID!) { person(id: $id) { id debtTrajectories { id } benefits { id } } }';

  it('are shown for debt help, and hidden with their own error for the Wsw, the rest staying', async () => {
    const forDebtHelp = await (await as('case-worker', 'schuldhulp')).query<{ person: { debtTrajectories: unknown[] } }>(DEBTS, { id: voorschoten });
    expect(forDebtHelp.errors).toBeUndefined();
    expect(forDebtHelp.data?.person.debtTrajectories).toEqual(expect.any(Array));
    const forWsw = await (await as('case-worker')).query<{ person: { debtTrajectories: null; benefits: unknown[] } }>(DEBTS, { id: voorschoten });
    expect(codesOf(forWsw)).toEqual(['UNAUTHORIZED_FIELD_OR_TYPE']);
    expect(forWsw.errors?.[0]?.message).toContain('schuldhulp');
    expect(forWsw.errors?.[0]?.path).toEqual(['person', 'debtTrajectories']);
    expect(forWsw.data?.person).toMatchObject({ debtTrajectories: null, benefits: expect.any(Array) });
  });
});

describe('a list', () => {
  it.each(['analyst', 'policy-officer', 'council-member', 'participation-council', 'privacy-officer', 'operator', 'placement-leiden'])('of clients shows %s nobody', async (user) => {
    const { data } = await (await as(user)).query<{ clients: { totalCount: number; nodes: unknown[] } | null }>('{ clients(first: 5) { totalCount nodes { id } } }');
    expect(data?.clients?.nodes ?? []).toEqual([]);
  });

  it('of clients shows the case worker the three municipalities and nobody of another', async () => {
    const { data } = await (await as('case-worker')).query<{ clients: { totalCount: number; nodes: { residence: { code: string } }[] } }>('{ clients(first: 200) { totalCount nodes { residence { code } } } }');
    expect(data!.clients.totalCount).toBeGreaterThan(2_700);
    expect(new Set(data!.clients.nodes.map(({ residence }) => residence.code)).size).toBeLessThanOrEqual(3);
  });

  it('of employments shows a company its own and not those of another', async () => {
    const query = 'query E($code: ID!) { swCompany(code: $code) { employments(first: 5) { totalCount nodes { id workerName { full } } } } }';
    const leiden = await as('placement-leiden');
    const own = await leiden.query<{ swCompany: { employments: { totalCount: number } } }>(query, { code: 'leiden' });
    const other = await leiden.query<{ swCompany: { employments: { totalCount: number } | null } }>(query, { code: 'zoetermeer-rijswijk' });
    expect(own.data!.swCompany.employments.totalCount).toBeGreaterThan(700);
    expect(other.data!.swCompany.employments?.totalCount ?? 0).toBe(0);
  });

  it('of open workplaces is open to every body of the federation', async () => {
    const query = '{ swCompanies { code workplaces(filter: { status: OPEN }, first: 3) { totalCount } } }';
    const { data } = await (await as('placement-leiden')).query<{ swCompanies: { workplaces: { totalCount: number } }[] }>(query);
    for (const company of data!.swCompanies) expect(company.workplaces.totalCount).toBeGreaterThan(3);
  });
});

describe('an agreement', () => {
  it('of others is not found, like one that does not exist', async () => {
    const client = await as('placement-wassenaar');
    const query = 'query A($id: ID!) { agreement(id: $id) { id state person { id } } }';
    const answers = await Promise.all(['3f2b8c1e-8f0a-4f0e-9a5e-0d1c2b3a4f5e', 'not an id'].map((id) => client.query(query, { id })));
    expect(answers.map(codesOf)).toEqual([['NOT_FOUND'], ['NOT_FOUND']]);
  });
});

describe('a question that turns in rings', () => {
  const rings = (count: number): string => `query R($id: ID!) { person(id: $id) { id ${'employments { person { '.repeat(count)} id ${'} }'.repeat(count)} } }`;

  it('is refused before it is planned, and the door stays open', async () => {
    const client = await as('case-worker');
    for (const count of [3, 10, 200]) expect(codesOf(await client.query(rings(count), { id: voorschoten }))).toEqual(['LIMIT_EXCEEDED']);
    expect((await fetch(`${url}/livez`)).status).toBe(200);
    expect((await client.query<{ person: { id: string } }>(rings(2), { id: voorschoten })).data?.person.id).toBe(voorschoten);
  });
});

describe('a BSN', () => {
  it('that is wrong is refused without being repeated', async () => {
    const answer = await (await as('case-worker')).query('query Z($bsn: BSN!) { personByBsn(bsn: $bsn) { id } }', { bsn: '123456789' });
    expect(codesOf(answer)).toEqual(['BAD_USER_INPUT']);
    expect(JSON.stringify(answer)).not.toContain('123456789');
  });

  it('of somebody elsewhere is not found, like one of nobody', async () => {
    const client = await as('placement-leiden');
    const [hidden, absent] = await Promise.all([leidschendamWorkers[0]!.bsn, '999999990'].map((bsn) => client.query('query Z($bsn: BSN!) { personByBsn(bsn: $bsn) { id } }', { bsn })));
    expect(codesOf(hidden!)).toHaveLength(1);
    expect(codesOf(hidden!)).toEqual(codesOf(absent!));
  });
});
