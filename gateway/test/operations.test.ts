import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { GatewayKit, type Answered } from './gateway-kit.js';

describe('what may be asked', () => {
  let kit: GatewayKit;
  beforeAll(async () => void (kit = await GatewayKit.start()));
  afterAll(() => kit.stop());
  beforeEach(() => {
    kit.reset();
    kit.stubs.reintegration.behaviour = ({ query }) => ({ data: query.startsWith('mutation') ? { bump: 1 } : { hello: 'dag' } });
  });

  const refusal = ({ status, json }: Answered) => ({ status, code: json.errors?.[0]?.extensions['code'], asked: kit.askedTotal });
  const authorization = async () => `Bearer ${await kit.issuer.token()}`;

  it('an operation that no name resolves is refused and nothing runs; the same document with its name runs', async () => {
    const query = 'mutation Bump { bump }';
    for (const operationName of ['', 'Other']) expect(refusal(await kit.ask({ query, operationName }))).toEqual({ status: 400, code: 'BAD_USER_INPUT', asked: 0 });
    expect((await kit.ask({ query, operationName: 'Bump' })).json).toEqual({ data: { bump: 1 } });
  });

  it('two operations without a choice are refused', async () => {
    expect(refusal(await kit.ask({ query: 'query A { hello } mutation B { bump }' }))).toEqual({ status: 400, code: 'BAD_USER_INPUT', asked: 0 });
  });

  it.each(['/?query=mutation{bump}&operationName=', '/graphql?query=mutation{bump}', '/graphql?query={hello}'])('GET %s, which a page elsewhere can make a browser send, executes nothing', async (path) => {
    const answered = await kit.send({ headers: { authorization: await authorization() } }, path);
    expect(refusal(answered)).toEqual({ status: 400, code: 'BAD_USER_INPUT', asked: 0 });
  });

  const BODIES: [string, string, string | undefined, number][] = [
    ['a batch', '[{"query":"{hello}"},{"query":"{hello}"}]', 'application/json', 400],
    ['no query', '{}', 'application/json', 400],
    ['broken JSON', '{"query":', 'application/json', 400],
    ['variables that are text', '{"query":"{hello}","variables":"{}"}', 'application/json', 400],
    ['a form', 'query={hello}', 'application/x-www-form-urlencoded', 415],
    ['plain text', '{"query":"{hello}"}', 'text/plain', 415],
    ['another alphabet', '{"query":"{hello}"}', 'application/json; charset=utf-16', 415],
  ];

  it.each(BODIES)('%s is refused', async (_what, body, type, status) => {
    const headers = { authorization: await authorization(), ...(type ? { 'content-type': type } : {}) };
    expect(refusal(await kit.send({ method: 'POST', body, headers }))).toEqual({ status, code: 'BAD_USER_INPUT', asked: 0 });
  });

  it('a compressed body is refused', async () => {
    expect(refusal(await kit.ask({ query: '{ hello }' }, { 'content-encoding': 'gzip' }))).toEqual({ status: 415, code: 'BAD_USER_INPUT', asked: 0 });
  });

  it('a client that cannot read the answer is refused before the command runs', async () => {
    expect(refusal(await kit.ask({ query: 'mutation { bump }' }, { accept: 'text/html' }))).toEqual({ status: 406, code: 'BAD_USER_INPUT', asked: 0 });
    expect((await kit.ask({ query: 'mutation { bump }' }, { accept: 'application/graphql-response+json' })).json).toEqual({ data: { bump: 1 } });
  });

  it('a body over 100 kB is refused', async () => {
    expect(refusal(await kit.ask({ query: '{ hello }', variables: { text: 'x'.repeat(110 * 1024) } }))).toEqual({ status: 413, code: 'LIMIT_EXCEEDED', asked: 0 });
  });

  it('a document of too many tokens is refused', async () => {
    expect(refusal(await kit.ask({ query: `{ ${'hello '.repeat(3000)} }` }))).toEqual({ status: 400, code: 'LIMIT_EXCEEDED', asked: 0 });
  });

  it('fragments that multiply are refused', async () => {
    const fragments = Array.from({ length: 16 }, (_, index) => `fragment f${index} on Query { ...f${index + 1} ...f${index + 1} }`).join(' ');
    expect(refusal(await kit.ask({ query: `{ ...f0 } ${fragments} fragment f16 on Query { hello }` }))).toEqual({ status: 400, code: 'LIMIT_EXCEEDED', asked: 0 });
  });

  it('a persisted query is not known here', async () => {
    const answered = await kit.ask({ query: '{ hello }', extensions: { persistedQuery: { version: 1, sha256Hash: 'a'.repeat(64) } } });
    expect(refusal(answered)).toEqual({ status: 400, code: 'BAD_USER_INPUT', asked: 0 });
  });

  it('a value of the wrong type is not echoed, as literal or as variable', async () => {
    const literal = await kit.ask({ query: '{ workers(first: "999990019") { id } }' });
    const variable = await kit.ask({ query: 'query Q($n: Int!) { workers(first: $n) { id } }', variables: { n: '999990019' } });
    for (const answered of [literal, variable]) {
      expect(refusal(answered)).toEqual({ status: 400, code: 'BAD_USER_INPUT', asked: 0 });
      expect(answered.text).not.toContain('999990019');
    }
  });

  it('a misspelt field gets no hint of the real one', async () => {
    const { text, status } = await kit.ask({ query: '{ helo }' });
    expect(status).toBe(400);
    expect(text).not.toContain('Did you mean');
  });

  it('names of the language itself do no harm', async () => {
    kit.stubs.reintegration.behaviour = () => JSON.parse('{"data":{"hello":"dag","__proto__":"dag","constructor":"dag"}}');
    const { status, text } = await kit.ask({ query: '{ __proto__: hello constructor: hello }' });
    expect(status).toBe(200);
    expect(text).toContain('"constructor":"dag"');
    expect(({} as Record<string, unknown>)['hello']).toBeUndefined();
  });
});
