import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { ServerResponse } from 'node:http';
import { GatewayKit, namesByReference, READ_TIMEOUT_MS } from './gateway-kit.js';
import { silence, type Reply } from './stub-subgraph.js';

const WORKERS = [
  { __typename: 'WassenaarSwEmployment', id: 'wassenaar:E:1' },
  { __typename: 'LeidenSwEmployment', id: 'leiden:E:1' },
  { __typename: 'LeidenSwEmployment', id: 'leiden:E:2' },
];
const QUERY = { query: '{ workers { id workerName } }' };
const STACK = '<h1>Error</h1><pre>QueryFailedError: duplicate key value DETAIL: Key (bsn)=(999990019)\n    at /srv/node_modules/pg/lib/client.js:526:17 http://10.0.0.7:5432</pre>';
const INSIDE = /duplicate|DETAIL|999990019|node_modules|127\.0\.0\.1|10\.0\.0\.7|<h1>|QueryFailed|serviceName|stacktrace/;

const raw = (status: number, type: string, text: string): Reply => (response: ServerResponse) => void response.writeHead(status, { 'content-type': type, location: 'http://127.0.0.1:1/' }).end(text);

describe('a body that does not answer as it should', () => {
  let kit: GatewayKit;
  beforeAll(async () => void (kit = await GatewayKit.start()));
  afterAll(() => kit.stop());
  beforeEach(() => {
    kit.reset();
    kit.stubs.reintegration.behaviour = () => ({ data: { workers: structuredClone(WORKERS), hello: 'dag' } });
    kit.stubs['sw-leiden'].behaviour = namesByReference('Leiden');
    kit.stubs['sw-wassenaar'].behaviour = namesByReference('Wassenaar');
  });

  const leidenIsMissing = {
    workers: [
      { id: 'wassenaar:E:1', workerName: 'Wassenaar wassenaar:E:1' },
      { id: 'leiden:E:1', workerName: null },
      { id: 'leiden:E:2', workerName: null },
    ],
  };

  it('a silent company costs its own rows only, within its time, and is named once', async () => {
    kit.stubs['sw-leiden'].behaviour = silence;
    const start = Date.now();
    const { status, json } = await kit.ask(QUERY);
    expect(Date.now() - start).toBeLessThan(READ_TIMEOUT_MS * 5);
    expect({ status, data: json.data }).toEqual({ status: 200, data: leidenIsMissing });
    expect(json.errors).toEqual([{ message: 'Sw-bedrijf Leiden antwoordt niet; de gegevens van deze organisatie ontbreken.', extensions: { code: 'UNAVAILABLE', body: 'sw-leiden' } }]);
  });

  it('a body that is silent after a command leaves open whether it was done, and says that it may be given again under its number', async () => {
    kit.stubs.reintegration.behaviour = () => (response: ServerResponse) => void response.destroy();
    const { json } = await kit.ask({ query: 'mutation { acceptAgreement(input: { commandId: "c", id: "a", termsHash: "h" }) { id } }' });
    expect(json.errors?.map(({ extensions }) => extensions['code'])).toEqual(['UNAVAILABLE']);
    expect(json.errors?.[0]?.message).toMatch(/antwoordt niet; of uw opdracht is uitgevoerd, is niet bekend\. Geef haar straks opnieuw, met hetzelfde opdrachtnummer\.$/);
  });

  it('a silent company asked at two places is asked once and named once', async () => {
    kit.stubs['sw-leiden'].behaviour = silence;
    const { json } = await kit.ask({ query: '{ workers { id workerName } again: workers { workerName } }' });
    expect(json.errors?.map(({ extensions }) => extensions['body'])).toEqual(['sw-leiden']);
  });

  const BROKEN: [string, Reply][] = [
    ['an error page with a stack', raw(500, 'text/html', STACK)],
    ['a page with status 200', raw(200, 'text/html', STACK)],
    ['a redirect', raw(302, 'application/json', '{"data":{}}')],
    ['an empty 401', raw(401, 'text/plain', '')],
    ['JSON that is no GraphQL answer', raw(200, 'application/json', '{"stack":"at node_modules"}')],
    ['a cut connection', (response: ServerResponse) => void response.destroy()],
    ['an answer without end', endless],
  ];

  it.each(BROKEN)('%s is UNAVAILABLE of that body and tells nothing of the inside', async (_what, reply) => {
    kit.stubs['sw-leiden'].behaviour = () => reply;
    const { status, json, text } = await kit.ask(QUERY);
    expect({ status, data: json.data }).toEqual({ status: 200, data: leidenIsMissing });
    expect(json.errors?.map(({ extensions }) => extensions)).toEqual([{ code: 'UNAVAILABLE', body: 'sw-leiden' }]);
    expect(text).not.toMatch(INSIDE);
  });

  it('an error of a subgraph that is of no known code is masked and told with the number of the request', async () => {
    kit.stubs.reintegration.behaviour = () => ({ data: { workers: null }, errors: [{ message: STACK, path: ['workers'], extensions: { code: '23505', stacktrace: [STACK], exception: STACK } }] });
    const { json, text, headers } = await kit.ask(QUERY);
    expect(json.errors?.map(({ extensions }) => extensions)).toEqual([{ code: 'INTERNAL', requestId: headers.get('x-request-id') }]);
    expect(text).not.toMatch(INSIDE);
  });

  it('a known code does not carry an internal sentence out', async () => {
    kit.stubs.reintegration.behaviour = () => ({ data: { workers: null }, errors: [{ message: STACK, path: ['workers'], extensions: { code: 'FORBIDDEN' } }] });
    const { json, text } = await kit.ask(QUERY);
    expect(json.errors).toEqual([{ message: 'U mag dit niet inzien of doen.', path: ['workers'], extensions: { code: 'FORBIDDEN' } }]);
    expect(text).not.toMatch(INSIDE);
  });

  it('a refusal of a service reaches the client as it is', async () => {
    kit.stubs.reintegration.behaviour = () => ({ data: { workers: null }, errors: [{ message: 'Noem een doel (x-doelbinding).', path: ['workers'], extensions: { code: 'FORBIDDEN' } }] });
    expect((await kit.ask(QUERY)).json.errors).toEqual([{ message: 'Noem een doel (x-doelbinding).', path: ['workers'], extensions: { code: 'FORBIDDEN' } }]);
  });

  it('a body that a service could not reach is named by that service, once', async () => {
    const error = { message: 'antwoordt niet', path: ['workers'], extensions: { code: 'UNAVAILABLE', body: 'sw-leiden' } };
    kit.stubs.reintegration.behaviour = () => ({ data: { workers: structuredClone(WORKERS) }, errors: [error] });
    kit.stubs['sw-leiden'].behaviour = silence;
    expect((await kit.ask(QUERY)).json.errors).toEqual([error]);
  });

  it('a hidden field of one row is told at that row, not at the row of another company', async () => {
    kit.stubs['sw-leiden'].behaviour = () => ({
      data: { _entities: [{ workerName: 'Jan' }, { workerName: null }] },
      errors: [{ message: 'Alleen in te zien met een ander doel.', path: ['_entities', 1, 'workerName'], extensions: { code: 'UNAUTHORIZED_FIELD_OR_TYPE' } }],
    });
    const { json } = await kit.ask(QUERY);
    expect(json.errors).toEqual([{ message: 'Alleen in te zien met een ander doel.', path: ['workers', 2, 'workerName'], extensions: { code: 'UNAUTHORIZED_FIELD_OR_TYPE' } }]);
  });

  it('a null where none may be is an error, not a silent gap', async () => {
    kit.stubs.reintegration.behaviour = () => ({ data: { strict: { must: null } } });
    const { json } = await kit.ask({ query: '{ strict { must } }' });
    expect(json.data).toEqual({ strict: null });
    expect(json.errors?.map(({ extensions }) => extensions['code'])).toEqual(['INTERNAL']);
    expect(json.extensions).toBeUndefined();
  });
});

/** More than the gateway is willing to hold. */
function endless(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'application/json' });
  const chunk = Buffer.alloc(1024 * 1024, ' ');
  const more = (): void => {
    while (!response.destroyed && response.write(chunk));
    if (!response.destroyed) response.once('drain', more);
  };
  more();
}
