/** What one subgraph's trouble costs: never a second command, never a forged or used envelope, and nothing of who does not ask it. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { setTimeout as wait } from 'node:timers/promises';
import type { ServerResponse } from 'node:http';
import { ENVELOPE_HEADER, EnvelopeOpener } from '#kernel/envelope.js';
import { GatewayKit, namesByReference, type Answered } from './gateway-kit.js';
import { silence, type Reply } from './stub-subgraph.js';

const WORKERS = [{ __typename: 'LeidenSwEmployment', id: 'leiden:E:1' }];
const QUERY = { query: '{ workers { id workerName } }' };
const COMMAND = { query: 'mutation { acceptAgreement(input: { commandId: "c", id: "a", termsHash: "h" }) { id } }' };
const hangUp = (): Reply => (response: ServerResponse) => void response.destroy();
const status = (code: number) => (): Reply => (response: ServerResponse) => void response.writeHead(code).end();

let kit: GatewayKit;
const PAUSE_MS = 300;
const SETTINGS = { SCHAKEL_SUBGRAPH_CONNECTIONS: '2', SCHAKEL_SUBGRAPH_QUEUE: '3', SCHAKEL_BREAKER_FAILURES: '4', SCHAKEL_BREAKER_PAUSE_MS: String(PAUSE_MS), SCHAKEL_READ_TIMEOUT_MS: '8000' };
const answerLate = (response: ServerResponse): void => void response.writeHead(200, { 'content-type': 'application/json' }).end('{"data":{"_entities":[{"workerName":"late"}]}}');
const codes = ({ json }: Answered): unknown[] => (json.errors ?? []).map(({ extensions }) => extensions['code']);

function wellAgain(): void {
  kit.reset();
  kit.stubs.reintegration.behaviour = () => ({ data: { workers: structuredClone(WORKERS), hello: 'dag' } });
  kit.stubs['sw-leiden'].behaviour = namesByReference('Leiden');
}

describe('asking again', () => {
  beforeAll(async () => void (kit = await GatewayKit.start()));
  afterAll(() => kit.stop());
  beforeEach(wellAgain);

  it.each<[string, () => Reply]>([
    ['a connection that broke', hangUp],
    ['503', status(503)],
  ])('%s: the read is asked again under an envelope of its own, and the client notices nothing', async (_what, trouble) => {
    const leiden = kit.stubs['sw-leiden'];
    leiden.behaviour = (asked) => (leiden.asked.length === 1 ? trouble() : namesByReference('Leiden')(asked));
    const { json } = await kit.ask(QUERY);
    expect(json).toEqual({ data: { workers: [{ id: 'leiden:E:1', workerName: 'Leiden leiden:E:1' }] } });
    const door = new EnvelopeOpener(kit.keys.get('sw-leiden') ?? Buffer.alloc(0), 'sw-leiden');
    const opened = leiden.asked.map(({ headers, text }) => door.open(String(headers[ENVELOPE_HEADER]), text));
    expect(opened.map((facts) => facts?.viewer.body)).toEqual(['werk-en-inkomen', 'werk-en-inkomen']);
    expect(new Set(leiden.asked.map(({ text }) => text)).size).toBe(1);
  });

  it('a command that may have arrived is not given a second time', async () => {
    kit.stubs.reintegration.behaviour = hangUp;
    expect(codes(await kit.ask(COMMAND))).toEqual(['UNAVAILABLE']);
    expect(kit.stubs.reintegration.asked.length).toBe(1);
  });
});

describe('a company that hangs', () => {
  beforeAll(async () => {
    kit = await GatewayKit.start('schakel', SETTINGS);
    wellAgain();
    await kit.ask(QUERY);
  });
  afterAll(() => kit.stop());
  beforeEach(wellAgain);

  it('holds its own few questions only; many who ask others are answered meanwhile', async () => {
    const hung: ServerResponse[] = [];
    kit.stubs['sw-leiden'].behaviour = () => (response: ServerResponse) => void hung.push(response);
    let ended = 0;
    const stuck = Array.from({ length: 4 }, () => kit.ask(QUERY).finally(() => (ended += 1)));
    while (hung.length < 2) await wait(5);
    let answered = 0;
    const client = async (): Promise<void> => {
      for (let n = 0; n < 20; n += 1) if ((await kit.ask({ query: '{ hello }' })).json.data?.['hello'] === 'dag') answered += 1;
    };
    await Promise.all(Array.from({ length: 5 }, client));
    expect({ answered, ended, asked: kit.stubs['sw-leiden'].asked.length }).toEqual({ answered: 100, ended: 0, asked: 2 });
    kit.stubs['sw-leiden'].behaviour = namesByReference('Leiden');
    hung.forEach(answerLate);
    await Promise.all(stuck);
  });

  it('who comes when its queue is full is told at once that it is away, and gets the rest', async () => {
    const hung: ServerResponse[] = [];
    kit.stubs['sw-leiden'].behaviour = () => (response: ServerResponse) => void hung.push(response);
    const stuck = Array.from({ length: 5 }, () => kit.ask(QUERY));
    while (hung.length < 2) await wait(5);
    await wait(100);
    const refused = await kit.ask(QUERY);
    expect([codes(refused), refused.json.data]).toEqual([['UNAVAILABLE'], { workers: [{ id: 'leiden:E:1', workerName: null }] }]);
    expect(hung.length).toBe(2);
    kit.stubs['sw-leiden'].behaviour = namesByReference('Leiden');
    hung.forEach(answerLate);
    expect((await Promise.all(stuck)).flatMap(codes)).toEqual([]);
  });
});

describe('a company that stays silent', () => {
  beforeAll(async () => {
    kit = await GatewayKit.start('schakel', { ...SETTINGS, SCHAKEL_READ_TIMEOUT_MS: '300' });
    wellAgain();
    await kit.ask(QUERY);
  });
  afterAll(() => kit.stop());
  beforeEach(wellAgain);

  it('a command to a body that is left alone was not given, and the sentence says so', async () => {
    kit.stubs.reintegration.behaviour = silence;
    for (let n = 0; n < 4; n += 1) await kit.ask({ query: '{ hello }' });
    const { json } = await kit.ask(COMMAND);
    expect(json.errors?.[0]?.message).toMatch(/antwoordt niet; uw opdracht is niet gegeven\./);
    expect(kit.stubs.reintegration.asked.some(({ query }) => query.startsWith('mutation'))).toBe(false);
    kit.stubs.reintegration.behaviour = () => ({ data: { workers: structuredClone(WORKERS), hello: 'dag' } });
    while (codes(await kit.ask({ query: '{ hello }' })).length > 0) await wait(PAUSE_MS / 5);
  });

  it('is left alone after some silence, and heard again when it answers', async () => {
    kit.stubs['sw-leiden'].behaviour = silence;
    for (let n = 0; n < 4; n += 1) expect(codes(await kit.ask(QUERY))).toEqual(['UNAVAILABLE']);
    const askedBefore = kit.stubs['sw-leiden'].asked.length;
    expect(codes(await kit.ask(QUERY))).toEqual(['UNAVAILABLE']);
    expect(kit.stubs['sw-leiden'].asked.length).toBe(askedBefore);
    kit.stubs['sw-leiden'].behaviour = namesByReference('Leiden');
    for (let tries = 0; tries < 50 && codes(await kit.ask(QUERY)).length > 0; tries += 1) await wait(PAUSE_MS / 5);
    expect((await kit.ask(QUERY)).json).toEqual({ data: { workers: [{ id: 'leiden:E:1', workerName: 'Leiden leiden:E:1' }] } });
  });

  it('errors that it answers with never leave it alone', async () => {
    kit.stubs.reintegration.reset();
    kit.stubs.reintegration.behaviour = () => ({ data: null, errors: [{ message: 'nee', extensions: { code: 'FORBIDDEN' } }] });
    for (let n = 0; n < 12; n += 1) await kit.ask({ query: '{ hello }' });
    expect(kit.stubs.reintegration.asked.length).toBe(12);
  });
});
