/** Input that has broken parsers, prototypes, databases and logs elsewhere: each is a mistake of who sent it, or only text; nothing of ours breaks. */
import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { allLogs } from '../kit/canary.js';
import { logLines, url } from '../kit/stack.js';
import { gatewayDoor, send } from './asking/doors.js';
import { accessToken, viewerOf } from './asking/people.js';

const caseWorker = viewerOf('CASE_WORKER', 'werk-en-inkomen', 'wsw');
const CLIENTS = 'query C($search: String) { clients(first: 1, filter: { search: $search }) { totalCount } }';
const AGREEMENT = 'query A($id: ID!) { agreement(id: $id) { id } }';

describe('names of the language', () => {
  it('are aliases and variables like any other', async () => {
    const { data } = await gatewayDoor.ask(caseWorker, '{ constructor: businessDate toString: businessDate hasOwnProperty: businessDate }');
    expect(data).toMatchObject({ constructor: '2014-03-03', toString: '2014-03-03', hasOwnProperty: '2014-03-03' });
    const body = `{"query":"query A($id: ID!) { __proto__: agreement(id: $id) { id } }","variables":{"id":"x","__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}}`;
    const answer = await send(`${url}/graphql`, { 'content-type': 'application/json', authorization: `Bearer ${await accessToken(caseWorker)}`, 'x-doelbinding': 'wsw' }, body);
    expect(answer.status).toBeLessThan(500);
    expect((await gatewayDoor.ask(caseWorker, '{ me { polluted: subject } }')).data).toEqual({ me: { polluted: caseWorker.subject } });
  });
});

describe('a value that nothing can hold', () => {
  it.each<[string, string, object]>([
    ['a number beyond 32 bits', 'query C($first: Int) { clients(first: $first) { totalCount } }', { first: 2 ** 40 }],
    ['a number without end', '{ clients(first: 1e999) { totalCount } }', {}],
    ['a negative page', '{ clients(first: -1) { totalCount } }', {}],
    ['a NUL in a text', CLIENTS, { search: 'a\u0000b' }],
    ['a NUL as an escape in the document', '{ clients(first: 1, filter: { search: "a\\u0000b" }) { totalCount } }', {}],
    ['a text of ninety thousand characters', CLIENTS, { search: 'x'.repeat(90_000) }],
    ['an object for a text', CLIENTS, { search: { $ne: null } }],
  ])('%s is BAD_USER_INPUT and is not repeated', async (_what, query, variables) => {
    const { status, errors, text } = await gatewayDoor.ask(caseWorker, query, variables);
    expect(status).toBeLessThan(500);
    expect(['BAD_USER_INPUT', 'LIMIT_EXCEEDED']).toContain(errors[0]?.extensions?.code);
    expect(text).not.toMatch(/1099511627776|\$ne|x{20}/);
  });

  it('a text of a megabyte does not come in at all', async () => {
    expect((await gatewayDoor.ask(caseWorker, CLIENTS, { search: 'x'.repeat(1_000_000) })).status).toBe(413);
  });

  it.each(['\ud800', '\u202e\u2066abc', '-0', "'; drop table person; --", '%', '_', '\\'])('%j is text like any other', async (search) => {
    const { status, errors } = await gatewayDoor.ask(caseWorker, CLIENTS, { search });
    expect([status, errors]).toEqual([200, []]);
  });

  it.each(['\ud800', '../../etc/passwd', 'a'.repeat(5_000), '1 or 1=1', '${7*7}'])('%j is nobody\'s id', async (id) => {
    expect((await gatewayDoor.ask(caseWorker, AGREEMENT, { id })).errors.map(({ extensions }) => extensions?.code)).toEqual(['NOT_FOUND']);
  });
});

describe('text that would write a line of the log itself', () => {
  const FORGED = '{"level":50,"msg":"forged line","role":"OPERATOR"}';

  it('stays inside one line of JSON, whatever it is put in', async () => {
    const [authorization, before] = [`Bearer ${await accessToken(caseWorker)}`, logLines('gateway').length];
    const base = { 'content-type': 'application/json', authorization, 'x-doelbinding': 'wsw' };
    const ask = (body: object, headers: Record<string, string> = {}) => send(`${url}/graphql`, { ...base, ...headers }, JSON.stringify(body));
    await ask({ query: 'query Q { businessDate }', operationName: `Q\n${FORGED}` });
    await ask({ query: AGREEMENT, variables: { id: `x\r\n${FORGED}\u001b[2J\u202e` } });
    await ask({ query: `# ${FORGED}\nquery Q { businessDate }` }, { 'user-agent': `x ${FORGED}`, 'x-request-id': FORGED, traceparent: FORGED });
    await send(`${url}/graphql`, { ...base, 'x-doelbinding': FORGED }, JSON.stringify({ query: '{ businessDate }' }));
    const lines = logLines('gateway');
    expect(lines.length).toBeGreaterThan(before);
    expect(lines.filter(({ msg }) => msg === 'forged line')).toEqual([]);
  });

  it('leaves every line of every log readable: one event, one line of JSON, no control character', () => {
    const ours = allLogs().filter(({ name }) => name.endsWith('.log') && !/postgres/i.test(name));
    const lines = ours.flatMap(({ name }) => readFileSync(name, 'utf8').split('\n').filter((line) => line.startsWith('{')));
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) expect(() => JSON.parse(line) as unknown).not.toThrow();
    expect(lines.filter((line) => /[\p{Cc}\u202a-\u202e\u2066-\u2069]/u.test(line))).toEqual([]);
  });
});
