/** A plain gateway (--supergraph FILE) behaves as users of gateways expect: the usual codes, in English, headers by rule. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { GatewayKit, namesByReference, type Answered } from './gateway-kit.js';
import { silence } from './stub-subgraph.js';

const DUTCH = /\b(?:de|het|een|niet|hoogstens|vraag|antwoordt|opdracht|verzoek|uw)\b/i;
let kit: GatewayKit;
beforeAll(async () => void (kit = await GatewayKit.start('plain', { SCHAKEL_FORWARD_HEADERS: '*', SCHAKEL_SUGGESTIONS: 'on' })));
afterAll(() => kit.stop());
beforeEach(() => {
  kit.reset();
  kit.stubs.reintegration.behaviour = () => ({ data: { hello: 'hi', workers: [{ __typename: 'LeidenSwEmployment', id: '1' }] } });
  kit.stubs['sw-leiden'].behaviour = namesByReference('Leiden');
});

const ask = (query: string, headers: Record<string, string> = {}, more: object = {}): Promise<Answered> => kit.send({ method: 'POST', body: JSON.stringify({ query, ...more }), headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json', ...headers } });
const told = ({ status, json }: Answered): unknown => [status, json.errors?.map(({ extensions }) => extensions['code'])];

describe('headers', () => {
  it('of the client go to each subgraph that is asked, with how long is waited', async () => {
    await ask('{ workers { workerName } }', { authorization: 'Bearer t', 'x-user': 'u', 'x-tenant': 'a' });
    for (const name of ['reintegration', 'sw-leiden'] as const) {
      expect(kit.stubs[name].asked[0]?.headers).toMatchObject({ authorization: 'Bearer t', 'x-user': 'u', 'x-tenant': 'a', 'content-type': 'application/json' });
      const wait = Number(kit.stubs[name].asked[0]?.headers['x-envoy-expected-rq-timeout-ms']);
      expect(wait > 0 && wait <= 1200).toBe(true);
    }
  });

  it('by default are the credential and the trace, and no others', async () => {
    const usual = await GatewayKit.start('plain');
    usual.stubs.reintegration.behaviour = () => ({ data: { hello: 'hi' } });
    const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
    await usual.send({ method: 'POST', body: '{"query":"{ hello }"}', headers: { 'content-type': 'application/json', authorization: 'Bearer t', traceparent, tracestate: 'a=1', cookie: 'c=1', 'x-tenant': 'a' } });
    const { headers } = usual.stubs.reintegration.asked[0]!;
    expect(headers).toMatchObject({ authorization: 'Bearer t', traceparent, tracestate: 'a=1' });
    expect([headers['cookie'], headers['x-tenant']]).toEqual([undefined, undefined]);
    await usual.stop();
  });
});

describe('refusals have the usual codes and are English', () => {
  it.each<[string, () => Promise<Answered>, number, string]>([
    ['a syntax error', () => ask('{ hello'), 400, 'GRAPHQL_PARSE_FAILED'],
    ['an unknown field', () => ask('{ helo }'), 400, 'GRAPHQL_VALIDATION_FAILED'],
    ['a variable of the wrong type', () => ask('query($n: Int) { workers(first: $n) { id } }', {}, { variables: { n: 'x' } }), 400, 'BAD_USER_INPUT'],
    ['several operations without a name', () => ask('query a { hello } query b { hello }'), 400, 'BAD_USER_INPUT'],
    ['a document by id', () => kit.send({ method: 'POST', body: '{"documentId":"x"}', headers: { 'content-type': 'application/json' } }), 400, 'BAD_USER_INPUT'],
    ['a body that is no question', () => kit.send({ method: 'POST', body: '[]', headers: { 'content-type': 'application/json' } }), 400, 'BAD_USER_INPUT'],
    ['another media type', () => kit.send({ method: 'POST', body: 'x', headers: { 'content-type': 'text/plain' } }), 415, 'BAD_USER_INPUT'],
    ['GET without a header against forgery', () => kit.send({ headers: { accept: 'application/json' } }, '/graphql?query={hello}'), 400, 'BAD_USER_INPUT'],
    ['a mutation with GET', () => kit.send({ headers: { accept: 'application/json', 'graphql-require-preflight': '1' } }, `/graphql?query=${encodeURIComponent('mutation { bump }')}`), 405, 'BAD_USER_INPUT'],
    ['too many values', () => ask('{ hello }', {}, { variables: { n: Array.from({ length: 11_000 }, () => 1) } }), 400, 'LIMIT_EXCEEDED'],
    ['too often the same', () => ask(`{ ${Array.from({ length: 501 }, (_, n) => `a${n}: hello`).join(' ')} }`), 400, 'LIMIT_EXCEEDED'],
  ])('%s', async (_what, send, status, code) => {
    const answered = await send();
    expect(told(answered)).toEqual([status, [code]]);
    expect(answered.text).not.toMatch(DUTCH);
  });

  it('what is long for a portal is not for a graph that we do not know', async () => {
    kit.stubs.reintegration.behaviour = () => ({ data: { acceptAgreement: { id: '1' } } });
    const many = `[${Array.from({ length: 3_000 }, (_, n) => `"adaptation ${n} ${'x'.repeat(50)}"`).join(', ')}]`;
    const { status, json } = await ask(`mutation { acceptAgreement(input: { commandId: "c", terms: { workForm: INTERNAL, hoursPerWeek: 1, adaptations: ${many} } }) { id } }`);
    expect([status, json]).toEqual([200, { data: { acceptAgreement: { id: '1' } } }]);
  });

  it('and the sentence of a wrong document is the server\'s own', async () => {
    expect((await ask('{ helo }')).json.errors?.[0]?.message).toBe('Cannot query field "helo" on type "Query". Did you mean "hello"?');
  });
});

describe('what subgraphs say', () => {
  it('a silent one is told by its name, with the code that gateways use', async () => {
    kit.stubs['sw-leiden'].behaviour = silence;
    const { status, json } = await ask('{ workers { id workerName } }');
    expect([status, json.data]).toEqual([200, { workers: [{ id: '1', workerName: null }] }]);
    expect(json.errors?.map(({ message, extensions }) => ({ message, extensions }))).toEqual([{ message: 'Subgraph "sw-leiden" did not answer.', extensions: { code: 'DOWNSTREAM_SERVICE_ERROR', serviceName: 'sw-leiden' } }]);
  });

  it('an error keeps its code, its sentence and its place, and the subgraph is named', async () => {
    kit.stubs.reintegration.behaviour = () => ({ data: { strict: null, workers: [] }, errors: [{ message: 'no tea', path: ['workers'], extensions: { code: 'TEAPOT', stacktrace: ['at x'] } }] });
    expect((await ask('{ workers { id } }')).json.errors).toEqual([{ message: 'no tea', path: ['workers'], extensions: { code: 'TEAPOT', serviceName: 'reintegration' } }]);
  });

  it('an error without a code gets the usual one, and what shows its inside is not repeated', async () => {
    kit.stubs.reintegration.behaviour = () => ({ data: { workers: [] }, errors: [{ message: 'connect ECONNREFUSED 10.0.0.7:5432', path: ['workers'] }] });
    expect((await ask('{ workers { id } }')).json.errors).toEqual([{ message: 'Internal server error', path: ['workers'], extensions: { code: 'DOWNSTREAM_SERVICE_ERROR', serviceName: 'reintegration' } }]);
  });

  it('a null where none may be is an error that names the field', async () => {
    kit.stubs.reintegration.behaviour = () => ({ data: { strict: { must: null } } });
    const { json } = await ask('{ strict { must } }');
    expect(json.data).toEqual({ strict: null });
    expect(json.errors?.map(({ message }) => message)).toEqual(['Cannot return null for non-nullable field Strict.must.']);
  });
});

describe('from outside', () => {
  it.each([['/', 'text/html'], ['/graphql', 'text/html'], ['/', '*/*'], ['/livez', '*/*'], ['/readyz', '*/*']])('GET %s (%s) answers 200, in English', async (path, accept) => {
    const { status, text } = await kit.send({ headers: { accept } }, path);
    expect(status).toBe(200);
    expect(text).not.toMatch(DUTCH);
  });

  it('it answers a ping without asking anybody', async () => {
    expect((await ask('{ __typename }')).json).toEqual({ data: { __typename: 'Query' } });
    expect(kit.askedTotal).toBe(0);
  });
});
