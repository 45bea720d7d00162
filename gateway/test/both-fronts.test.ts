/** Whoever asks cannot tell which front answers: status, headers and bytes are the same, whatever is wrong with the question. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { getIntrospectionQuery } from 'graphql';
import { serverAudits } from 'graphql-http';
import { CASE_WORKER } from './local-issuer.js';
import { GatewayKit, namesByReference, type Answered } from './gateway-kit.js';

const PROFILES = ['schakel', 'plain'] as const;
const kits = new Map<string, GatewayKit>();
const kit = (profile: string, engine: string): GatewayKit => kits.get(`${profile} ${engine}`)!;

beforeAll(async () => {
  for (const profile of PROFILES) {
    for (const SCHAKEL_ENGINE of ['stock', 'compiled']) {
      const own = await GatewayKit.start(profile, { SCHAKEL_ENGINE, SCHAKEL_READ_TIMEOUT_MS: '5000' });
      own.stubs.reintegration.behaviour = ({ query }) => ({ data: query.startsWith('mutation') ? { bump: 1 } : { hello: 'dag', strict: { must: 'ja' }, workers: [{ __typename: 'LeidenSwEmployment', id: 'l1' }] } });
      own.stubs['sw-leiden'].behaviour = namesByReference('Leiden');
      kits.set(`${profile} ${SCHAKEL_ENGINE}`, own);
    }
  }
}, 60_000);
afterAll(() => Promise.all([...kits.values()].map((one) => one.stop())));

type Headers = Readonly<Record<string, string>>;

const selections = (count: number): string => `{ ${Array.from({ length: count }, (_, index) => `a${index}: hello`).join(' ')} }`;

const POSTED: [what: string, body: object, headers?: Headers][] = [
  ['a question', { query: '{ hello }' }],
  ['nothing but __typename', { query: '{ __typename }' }],
  ['__typename of a mutation', { query: 'mutation { __typename }' }],
  ['aliases, __typename and fragments', { query: '{ a: hello t: __typename ...F } fragment F on Query { workers(first: 2) { __typename id ... on LeidenSwEmployment { w: workerName } } }' }],
  ['@skip and @include', { query: 'query ($y: Boolean!) { hello @include(if: $y) b: hello @skip(if: $y) ... @include(if: $y) { strict { must } } }', variables: { y: true } }],
  ['everything skipped', { query: '{ hello @skip(if: true) }' }],
  ['a mutation', { query: 'mutation { bump }' }],
  ['introspection', { query: getIntrospectionQuery() }],
  ['introspection beside data', { query: '{ hello __type(name: "Query") { name fields { name } } }' }],
  ['introspection with a variable', { query: 'query ($n: String!) { __type(name: $n) { kind name } }', variables: { n: 'TermsInput' } }],
  ['introspection with a wrong variable', { query: 'query ($n: String!) { __type(name: $n) { kind name } }', variables: { n: 3 } }],
  ['no document', { query: '{ hello ' }],
  ['a character that is none', { query: '{ hello ? }' }],
  ['only a comment', { query: '# hello' }],
  ['an unknown field', { query: '{ helo }' }],
  ['an unknown argument and type', { query: '{ workers(frist: 1) { id } ... on Nothing { id } }' }],
  ['more faults than are told', { query: '{ a b c d e f g h }' }],
  ['an unused fragment and an unused variable', { query: 'query ($a: Int) { hello } fragment F on Query { hello }' }],
  ['fields in conflict', { query: '{ a: hello a: __typename }' }],
  ['a definition of a type', { query: 'type Query { a: Int }' }],
  ['a fragment in a ring', { query: '{ ...A } fragment A on Query { ...A }' }],
  ['too many tokens', { query: `{ ${'hello '.repeat(2100)} }` }],
  ['too many selections', { query: `{ ...A ...A } ${['A', 'B', 'C', 'D'].map((name, index, all) => `fragment ${name} on Query { ${all[index + 1] ? `...${all[index + 1]} `.repeat(10) : 'hello '.repeat(10)} }`).join(' ')}` }],
  ['too many of one field', { query: selections(600) }],
  ['one of two operations', { query: 'query A { hello } query B { b: hello }', operationName: 'B' }],
  ['two operations without a name', { query: 'query A { hello } query B { b: hello }' }],
  ['an unknown name', { query: 'query A { hello }', operationName: 'B' }],
  ['an empty name', { query: 'mutation { bump }', operationName: '' }],
  ['null for a name and variables', { query: '{ hello }', operationName: null, variables: null }],
  ['a variable that is missing', { query: 'query ($id: ID!) { agreement(id: $id) { id } }' }],
  ['a variable of the wrong kind', { query: 'query ($n: Int) { workers(first: $n) { id } }', variables: { n: 'many' } }],
  ['an input object that does not fit', { query: 'mutation ($i: CommandInput!) { acceptAgreement(input: $i) { id } }', variables: { i: { commandId: 'c', workForm: 'NONE', terms: { workForm: 'HOME' } } } }],
  ['null in the place of a default', { query: 'query ($n: Int = 1) { workers(first: $n) { id } }', variables: { n: null } }],
  ['variables that nobody asked for', { query: '{ hello }', variables: { x: 1 } }],
  ['an id', { documentId: 'sha256:0' }],
  ['a hash to be remembered', { query: '{ hello }', extensions: { persistedQuery: { version: 1, sha256Hash: '0' } } }],
  ['other extensions', { query: '{ hello }', extensions: { a: 1 } }],
  ['a subscription', { query: 'subscription { agreementChanged { id } }' }],
  ['a batch', [{ query: '{ hello }' }]],
  ['nothing', {}],
  ['a question that is no text', { query: 3 }],
  ...['application/json', 'application/graphql-response+json', '*/*', 'application/*', 'application/graphql-response+json, application/json;q=0.5', 'application/json; charset=utf-8', 'application/json;q=0', 'application/json; v=2', 'text/html, */*;q=0.1', 'text/html', 'text/event-stream', 'application/json, text/event-stream'].flatMap(
    (accept): [string, object, Headers][] => [
      [`an answer as ${accept}`, { query: '{ hello }' }, { accept }],
      [`a refusal as ${accept}`, { query: '{ helo }' }, { accept }],
    ],
  ),
  ['no JSON', { query: '{ hello }' }, { 'content-type': 'text/plain' }],
  ['nobody', { query: '{ hello }' }, { authorization: '' }],
  ['an unknown purpose', { query: '{ hello }' }, { 'x-doelbinding': 'nieuwsgierig' }],
];

const GET: [search: string, headers?: Headers][] = [
  ['query=%7Bhello%7D'],
  ['query=%7Bhello%7D', {}],
  ['query=mutation%7Bbump%7D'],
  ['query=query%20A%7Bhello%7D%20mutation%20B%7Bbump%7D&operationName=B'],
  ['query=%7Bhello'],
  ['query=query(%24n%3AInt)%7Bworkers(first%3A%24n)%7Bid%7D%7D&variables=%7B%22n%22%3A%22x%22%7D'],
  ['query=%7Bhello%7D&variables=%7B'],
];

/** What may differ from one request to the next. */
function shown({ status, headers, text }: Answered): object {
  const { date: _date, 'x-request-id': _id, ...others } = Object.fromEntries(headers);
  return { status, headers: others, text: text.replaceAll(/"requestId":"[^"]+"/g, '"requestId":""') };
}

describe.each(PROFILES)('both fronts of a %s gateway', (profile) => {
  it.each(POSTED)('answer alike: %s', async (_what, body, headers = {}) => {
    const [stock, compiled] = [await kit(profile, 'stock').ask(body, headers), await kit(profile, 'compiled').ask(body, headers)];
    expect(shown(compiled)).toEqual(shown(stock));
    // Once more: what is known by now is answered as it was.
    expect(shown(await kit(profile, 'compiled').ask(body, headers))).toEqual(shown(stock));
  });

  it.each(GET)('answer alike in an address: %s', async (search, headers = { 'graphql-require-preflight': '1' }) => {
    const ask = async (engine: string): Promise<object> => {
      const own = kit(profile, engine);
      const authorization = `Bearer ${await own.issuer.token(CASE_WORKER)}`;
      return shown(await own.send({ headers: { accept: 'application/json, application/graphql-response+json', authorization, ...headers } }, `/graphql?${search}`));
    };
    expect(await ask('compiled')).toEqual(await ask('stock'));
  });
});

describe.each(['stock', 'compiled'])('GraphQL over HTTP, the %s front', (engine) => {
  it('passes each of the 61 audits', async () => {
    const own = kit('schakel', engine);
    const mine = { authorization: `Bearer ${await own.issuer.token(CASE_WORKER)}`, 'graphql-require-preflight': '1' };
    const fetchFn = (address: string, init: RequestInit = {}): Promise<Response> => fetch(address, { ...init, headers: { ...mine, ...(init.headers as Record<string, string>) } });
    const audits = serverAudits({ url: `${own.gateway.url}/graphql`, fetchFn });
    const results = await Promise.all(audits.map((audit) => audit.fn()));
    expect(results.flatMap((result) => ('reason' in result ? [result.reason] : []))).toEqual([]);
    expect(results.filter(({ status }) => status === 'ok')).toHaveLength(61);
  });
});
