import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readFile, writeFile } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { EnvelopeOpener, ENVELOPE_HEADER } from '#kernel/envelope.js';
import { EventClient } from './event-client.js';
import { GatewayKit } from './gateway-kit.js';
import { CASE_WORKER, PLACEMENT_OFFICER } from './local-issuer.js';
import { silence } from './stub-subgraph.js';

const A = 'aaaaaaaa-0000-4000-8000-000000000001';
const B = 'bbbbbbbb-0000-4000-8000-000000000002';
const ALL = 'subscription { agreementChanged { id version } }';
const ONE = 'subscription One($id: ID!) { mine: agreementChanged(id: $id) { version } }';

let kit: GatewayKit;
let version: number;
/** Agreement ids that the case worker may see; an officer of Leiden sees none. */
const visible = new Set([A, B]);

beforeEach(async () => {
  kit = await GatewayKit.start('schakel', { SCHAKEL_STREAMS_PER_USER: '2' });
  version = 1;
  kit.stubs.reintegration.behaviour = ({ query, variables, headers, text }) => {
    const facts = new EnvelopeOpener(kit.keys.get('reintegration')!, 'reintegration').open(String(headers[ENVELOPE_HEADER]), text);
    if (facts?.viewer.purpose === 'schuldhulp') return { data: { agreement: null }, errors: [{ message: 'no', path: ['agreement'], extensions: { code: 'FORBIDDEN' } }] };
    const id = String(Object.values(variables)[0] ?? /id: ?"([^"]+)"/.exec(query)?.[1]);
    const key = /(\w+): ?agreement\(/.exec(query)?.[1] ?? 'agreement';
    if (!visible.has(id) || facts?.viewer.body !== 'werk-en-inkomen') return { data: { [key]: null }, errors: [{ message: 'Niet gevonden.', path: [key], extensions: { code: 'NOT_FOUND' } }] };
    return { data: { [key]: { id, version } } };
  };
});
afterEach(() => kit.stop());

interface Who {
  readonly claims?: typeof CASE_WORKER;
  readonly headers?: Readonly<Record<string, string>>;
  readonly expiresIn?: number;
}

async function subscribe(body: object, { claims = CASE_WORKER, headers = {}, expiresIn = 300 }: Who = {}): Promise<EventClient> {
  const authorization = `Bearer ${await kit.issuer.token(claims, { expiresIn })}`;
  return EventClient.open(`${kit.gateway.url}/graphql`, { authorization, ...headers }, body);
}

async function until(done: () => boolean, what: string): Promise<void> {
  for (const deadline = Date.now() + 8_000; !done(); ) {
    if (Date.now() > deadline) throw new Error(`in vain: ${what}`);
    await wait(10);
  }
}

const events = (client: EventClient, count: number): Promise<void> => until(() => client.events.length >= count, `${count} events`);

describe('a subscription', () => {
  it('tells each change as its query answers it, numbered', async () => {
    const client = await subscribe({ query: ALL });
    expect([client.response.status, client.response.headers.get('content-type'), client.from]).toEqual([200, 'text/event-stream; charset=utf-8', 0]);
    kit.stubs.reintegration.news.changed(A);
    await events(client, 1);
    version = 2;
    kit.stubs.reintegration.news.changed(B);
    await events(client, 2);
    expect(client.events).toEqual([
      { event: 'next', id: 1, data: { data: { agreementChanged: { id: A, version: 1 } } } },
      { event: 'next', id: 2, data: { data: { agreementChanged: { id: B, version: 2 } } } },
    ]);
  });

  it('is a request of its own for every event, as the subscriber', async () => {
    const client = await subscribe({ query: ALL });
    kit.stubs.reintegration.asked.length = 0;
    kit.stubs.reintegration.news.changed(A);
    kit.stubs.reintegration.news.changed(B);
    await events(client, 2);
    const opener = new EnvelopeOpener(kit.keys.get('reintegration')!, 'reintegration');
    const facts = kit.stubs.reintegration.asked.map(({ headers, text }) => opener.open(String(headers[ENVELOPE_HEADER]), text));
    expect(facts.map((one) => one?.viewer.subject)).toEqual(['case-worker', 'case-worker']);
    expect(new Set(facts.map((one) => one?.requestId)).size).toBe(2);
    expect(kit.stubs.reintegration.asked.every(({ query }) => query.startsWith('query') || query.startsWith('{'))).toBe(true);
  });

  it('tells nothing of what the viewer may not see; the one who may hears it', async () => {
    const [leiden, own] = [await subscribe({ query: ALL }, { claims: PLACEMENT_OFFICER }), await subscribe({ query: ALL })];
    kit.stubs.reintegration.news.changed(A);
    await events(own, 1);
    await wait(100);
    expect([leiden.events, leiden.ended]).toEqual([[], false]);
  });

  it('of one agreement hears of that one only; of one that is not for him NOT_FOUND once, like of one that is not there', async () => {
    const one = await subscribe({ query: ONE, variables: { id: B.toUpperCase() } });
    kit.stubs.reintegration.news.changed(A);
    kit.stubs.reintegration.news.changed(B);
    await events(one, 1);
    expect(one.events).toEqual([{ event: 'next', id: 2, data: { data: { mine: { version: 1 } } } }]);
    const hidden = await subscribe({ query: ONE, variables: { id: A } }, { claims: PLACEMENT_OFFICER });
    const absent = await subscribe({ query: ONE, variables: { id: 'no-such' } });
    for (const client of [hidden, absent]) {
      await until(() => client.ended, 'the end');
      expect(client.events.map(({ event, id, data }) => [event, id, data?.errors?.[0]?.extensions['code']])).toEqual([['next', null, 'NOT_FOUND'], ['complete', null, undefined]]);
    }
    expect(hidden.events).toEqual(absent.events);
  });

  it('that would be refused whatever changes is refused at once', async () => {
    const client = await subscribe({ query: ALL }, { headers: { 'x-doelbinding': 'schuldhulp' } });
    await until(() => client.ended, 'the end');
    expect(client.answers).toEqual([{ agreementChanged: null }]);
    expect(client.events.map(({ event, data }) => [event, data?.errors?.[0]?.extensions['code']])).toEqual([['next', 'FORBIDDEN'], ['complete', undefined]]);
  });

  it('goes on after a cut where the client was, without loss and without double', async () => {
    const first = await subscribe({ query: ALL });
    kit.stubs.reintegration.news.changed(A);
    await events(first, 1);
    first.cut();
    kit.stubs.reintegration.news.changed(B);
    kit.stubs.reintegration.news.changed(A);
    kit.stubs.reintegration.news.changed(A);
    const second = await subscribe({ query: ALL }, { headers: { 'last-event-id': '1' } });
    await events(second, 2);
    await wait(50);
    expect(second.events.map(({ id }) => id)).toEqual([2, 4]);
  });

  it('goes on when the stream behind it broke off, and when the service was away for a while', async () => {
    const client = await subscribe({ query: ALL });
    kit.stubs.reintegration.news.away = true;
    kit.stubs.reintegration.news.breakOff();
    kit.stubs.reintegration.news.changed(A);
    await wait(400);
    expect(client.events).toEqual([]);
    kit.stubs.reintegration.news.away = false;
    await events(client, 1);
    expect(kit.stubs.reintegration.news.openedBy.map(({ after }) => after)).toEqual([0, 0]);
  });

  it('tells a change later when the answer cannot be had at once', async () => {
    const client = await subscribe({ query: ALL });
    const answer = kit.stubs.reintegration.behaviour;
    kit.stubs.reintegration.behaviour = silence;
    kit.stubs.reintegration.news.changed(A);
    await wait(300);
    kit.stubs.reintegration.behaviour = answer;
    await events(client, 1);
    expect(client.events).toEqual([{ event: 'next', id: 1, data: { data: { agreementChanged: { id: A, version: 1 } } } }]);
  });

  it('is completed when the token ends', async () => {
    const client = await subscribe({ query: ALL }, { expiresIn: 1 });
    await until(() => client.ended, 'the end');
    expect(client.events).toEqual([{ event: 'complete', id: null, data: null }]);
  });

  it('ends when the gateway stops, without waiting', async () => {
    const client = await subscribe({ query: ALL });
    const began = Date.now();
    const other = kit;
    await other.gateway.stop();
    expect(Date.now() - began).toBeLessThan(2_000);
    await until(() => client.ended, 'the end');
    expect(client.events).toEqual([]);
  });

  it('keeps one stream to the service for all, in an envelope, and none without subscribers', async () => {
    const news = kit.stubs.reintegration.news;
    expect(news.listening).toBe(0);
    const clients = [await subscribe({ query: ALL }), await subscribe({ query: ALL }, { claims: PLACEMENT_OFFICER })];
    expect([news.listening, news.openedBy.length]).toEqual([1, 1]);
    expect(new EnvelopeOpener(kit.keys.get('reintegration')!, 'reintegration').open(String(news.openedBy[0]?.headers[ENVELOPE_HEADER]), '')?.viewer.roles).toEqual([]);
    for (const client of clients) client.cut();
    await until(() => news.listening === 0, 'nobody listens');
  });
});

describe('a subscription is refused', () => {
  const post = async (body: object, headers: Readonly<Record<string, string>> = {}) => kit.ask(body, headers);

  it('without the header that asks for a stream, with a sentence that says what to do; a question with it is answered as ever', async () => {
    for (const accept of ['*/*', 'application/graphql-response+json']) {
      const { status, json } = await post({ query: ALL }, { accept });
      expect([status, json.errors?.[0]?.extensions['code'], json.errors?.[0]?.message]).toEqual([400, 'BAD_USER_INPUT', expect.stringContaining('accept: text/event-stream')]);
    }
    const { status, json } = await post({ query: `{ agreement(id: "${A}") { version } }` }, { accept: 'text/event-stream' });
    expect([status, json]).toEqual([200, { data: { agreement: { version: 1 } } }]);
  });

  it('by GET', async () => {
    const authorization = `Bearer ${await kit.issuer.token()}`;
    for (const path of ['/graphql', `/graphql?query=${encodeURIComponent(ALL)}`]) {
      const { status, json } = await kit.send({ headers: { authorization, accept: 'text/event-stream' } }, path);
      expect([status, json.errors?.[0]?.extensions['code']]).toEqual([400, 'BAD_USER_INPUT']);
    }
  });

  it.each<[string, object]>([
    ['an unknown field', { query: 'subscription { agreementChanged { nothing } }' }],
    ['two fields', { query: 'subscription { a: agreementChanged { id } b: agreementChanged { id } }' }],
    ['a missing variable', { query: ONE }],
    ['a missing variable of the selection', { query: 'subscription ($more: Boolean!) { agreementChanged { id version @include(if: $more) } }' }],
    ['a condition on the field itself', { query: 'subscription ($more: Boolean!) { agreementChanged @include(if: $more) { id } }', variables: { more: true } }],
    ['an operation that is not clear', { query: `${ALL.replace('subscription', 'subscription A')} ${ALL.replace('subscription', 'subscription B')}` }],
  ])('for %s', async (_what, body) => {
    const { status, json } = await post(body, { accept: 'text/event-stream' });
    expect([status, json.errors?.[0]?.extensions['code']]).toEqual([400, 'BAD_USER_INPUT']);
    expect(kit.stubs.reintegration.asked).toEqual([]);
  });

  it('without a token, and before anything is read', async () => {
    const client = await EventClient.open(`${kit.gateway.url}/graphql`, {}, { query: ALL });
    expect(client.response.status).toBe(401);
  });

  it('when it is one too many of this user; another user, and he himself after one ended, are let in', async () => {
    const open = [await subscribe({ query: ALL }), await subscribe({ query: ALL })];
    const { status, json } = await post({ query: ALL }, { accept: 'text/event-stream' });
    expect([status, json.errors?.[0]?.extensions['code']]).toEqual([429, 'LIMIT_EXCEEDED']);
    expect((await subscribe({ query: ALL }, { claims: PLACEMENT_OFFICER })).response.status).toBe(200);
    open[0]?.cut();
    await wait(100);
    expect((await subscribe({ query: ALL })).response.status).toBe(200);
  });

  it.each(['abc', '-1', '999'])('to go on after %s, which is no number of ours', async (id) => {
    const { status, json } = await post({ query: ALL }, { accept: 'text/event-stream', 'last-event-id': id });
    expect([status, json.errors?.[0]?.extensions['code']]).toEqual([400, 'BAD_USER_INPUT']);
  });

  it('while the service is away, which is named', async () => {
    kit.stubs.reintegration.news.away = true;
    const { status, json } = await post({ query: ALL }, { accept: 'text/event-stream' });
    expect([status, json.errors?.[0]?.extensions]).toEqual([503, { code: 'UNAVAILABLE', body: 'werk-en-inkomen' }]);
  });
});

describe('the schema that clients see', () => {
  it('has the subscription, also after a new supergraph', async () => {
    const introspection = '{ __schema { subscriptionType { fields { name type { name } args { name type { name } } } } } }';
    const seen = async (query: string) => (await kit.ask({ query })).json.data;
    const offered = await seen(introspection);
    const supergraph = await readFile(kit.supergraphFile, 'utf8');
    await writeFile(kit.supergraphFile, supergraph.replace(/hello: String!/, 'hello: String!\n  newer: String'));
    for (let tries = 0; tries < 80 && !JSON.stringify(await seen('{ __type(name: "Query") { fields { name } } }')).includes('newer'); tries += 1) await wait(100);
    expect(JSON.stringify(await seen('{ __type(name: "Query") { fields { name } } }'))).toContain('newer');
    expect(await seen(introspection)).toEqual(offered);
    expect(offered).toEqual({ __schema: { subscriptionType: { fields: [{ name: 'agreementChanged', type: { name: 'Agreement' }, args: [{ name: 'id', type: { name: 'ID' } }] }] } } });
  });
});

describe('a plain gateway', () => {
  it('has no subscriptions', async () => {
    const plain = await GatewayKit.start('plain');
    const init = { method: 'POST', body: JSON.stringify({ query: ALL }), headers: { 'content-type': 'application/json', accept: 'text/event-stream' } };
    expect((await plain.send(init)).status).toBe(400);
    await plain.stop();
  });
});
