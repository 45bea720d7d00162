/** The audits of GraphQL over HTTP (graphql-http), all of them, at the gateway's own door; and what they do not ask about GET. */
import { describe, expect, it } from '@jest/globals';
import { serverAudits } from 'graphql-http';
import { as, url } from '../kit/stack.js';

const { who } = await as('case-worker');
const own = { authorization: `Bearer ${who.token}`, 'graphql-require-preflight': '1' };
const fetchFn = (address: string, init: RequestInit = {}): Promise<Response> => fetch(address, { ...init, headers: { ...own, ...(init.headers as Record<string, string>) } });
const audits = serverAudits({ url: `${url}/graphql`, fetchFn });

describe('GraphQL over HTTP', () => {
  it('has as many audits as we know', () => {
    expect(audits).toHaveLength(61);
  });

  it.each(audits.map((audit) => [`${audit.id} ${audit.name}`, audit] as const))('%s', async (_name, audit) => {
    const result = await audit.fn();
    expect('reason' in result ? `${result.status}: ${result.reason}` : result.status).toBe('ok');
  });
});

const ask = (parameters: Record<string, string>, headers: Record<string, string> = own): Promise<Response> =>
  fetch(`${url}/graphql?${new URLSearchParams(parameters).toString()}`, { headers: { accept: 'application/json', ...headers } });
const codesIn = async (response: Response): Promise<string[]> => ((await response.json()) as { errors?: { extensions: { code: string } }[] }).errors?.map(({ extensions }) => extensions.code) ?? [];

describe('a question in an address', () => {
  it('is answered with a header that no other site can make a browser send, and refused without', async () => {
    const answer = await ask({ query: '{ me { subject } }' });
    expect([answer.status, await answer.json()]).toEqual([200, { data: { me: { subject: 'case-worker' } } }]);
    const bare = await ask({ query: '{ me { subject } }' }, { authorization: own.authorization });
    expect([bare.status, await codesIn(bare)]).toEqual([400, ['BAD_USER_INPUT']]);
    expect((await ask({ query: '{ me { subject } }' }, { 'graphql-require-preflight': '1' })).status).toBe(401);
  });

  it('names no purpose: an address is kept where no personal data belong', async () => {
    const answer = await ask({ query: '{ me { subject } }' }, { ...own, 'x-doelbinding': 'wsw' });
    expect([answer.status, await codesIn(answer)]).toEqual([400, ['BAD_USER_INPUT']]);
  });

  it.each([
    ['a mutation', { query: 'mutation { __typename }' }],
    ['a mutation by an empty name', { query: 'mutation { __typename }', operationName: '' }],
    ['a mutation beside a question, by an empty name', { query: 'query Q { __typename } mutation M { __typename }', operationName: '' }],
    ['a mutation by its name', { query: 'query Q { __typename } mutation M { __typename }', operationName: 'M' }],
    ['a name that is not there', { query: 'query Q { __typename }', operationName: 'X' }],
    ['a subscription', { query: 'subscription { agreementChanged { id } }' }],
  ])('executes nothing for %s', async (_what, parameters) => {
    const answer = await ask(parameters, { ...own, accept: 'application/graphql-response+json' });
    const body = (await answer.json()) as { data?: unknown; errors: { extensions: { code: string } }[] };
    expect([400, 405]).toContain(answer.status);
    expect([body.data ?? null, body.errors[0]?.extensions.code]).toEqual([null, 'BAD_USER_INPUT']);
  });

  it.each([['twice the same', '?query=%7B__typename%7D&query=%7B__typename%7D'], ['variables that are no JSON', '?query=%7B__typename%7D&variables=%7B'], ['an empty question', '?query=']])('is refused: %s', async (_what, search) => {
    expect((await fetch(`${url}/graphql${search}`, { headers: own })).status).toBe(400);
  });
});
