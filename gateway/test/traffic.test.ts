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
// Long enough that a busy machine is not taken for a silent company.
const PATIENT = { SCHAKEL_READ_TIMEOUT_MS: '30000' };
const NARROW = { ...PATIENT, SCHAKEL_SUBGRAPH_CONNECTIONS: '2', SCHAKEL_SUBGRAPH_QUEUE: '3' };
const SOON_ALONE = { SCHAKEL_READ_TIMEOUT_MS: '300', SCHAKEL_BREAKER_FAILURES: '2' };
const answerLate = (response: ServerResponse): void => void response.writeHead(200, { 'content-type': 'application/json' }).end('{"data":{"_entities":[{"workerName":"late"}]}}');
const codes = ({ json }: Answered): unknown[] => (json.errors ?? []).map(({ extensions }) => extensions['code']);

function wellAgain(): void {
  kit.reset();
  kit.stubs.reintegration.behaviour = () => ({ data: { workers: structuredClone(WORKERS), hello: 'dag' } });
  kit.stubs['sw-leiden'].behaviour = namesByReference('Leiden');
}

describe('asking again', () => {
  beforeAll(async () => void (kit = await GatewayKit.start('schakel', PATIENT)));
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
    kit = await GatewayKit.start('schakel', NARROW);
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
      for (let n = 0; n < 10; n += 1) if ((await kit.ask({ query: '{ hello }' })).json.data?.['hello'] === 'dag') answered += 1;
    };
    await Promise.all(Array.from({ length: 5 }, client));
    expect({ answered, ended, asked: kit.stubs['sw-leiden'].asked.length }).toEqual({ answered: 50, ended: 0, asked: 2 });
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

const times = async (count: number, question: object): Promise<unknown[]> => {
  const told: unknown[] = [];
  for (let n = 0; n < count; n += 1) told.push(...codes(await kit.ask(question)));
  return told;
};

describe('a company that stays silent', () => {
  beforeAll(async () => {
    kit = await GatewayKit.start('schakel', { ...SOON_ALONE, SCHAKEL_BREAKER_PAUSE_MS: '60000' });
    wellAgain();
    await kit.ask(QUERY);
  });
  afterAll(() => kit.stop());
  beforeEach(wellAgain);

  it('is left alone, and who asks for it gets the rest at once', async () => {
    kit.stubs['sw-leiden'].behaviour = silence;
    await times(5, QUERY);
    const before = kit.stubs['sw-leiden'].asked.length;
    const { json } = await kit.ask(QUERY);
    expect([json.data, json.errors?.map(({ extensions }) => extensions)]).toEqual([{ workers: [{ id: 'leiden:E:1', workerName: null }] }, [{ code: 'UNAVAILABLE', body: 'sw-leiden' }]]);
    expect(kit.stubs['sw-leiden'].asked.length).toBe(before);
  });

  it('a command to a body that is left alone was not given, and the sentence says so', async () => {
    kit.stubs.reintegration.behaviour = silence;
    await times(8, { query: '{ hello }' });
    const { json } = await kit.ask(COMMAND);
    expect(json.errors?.[0]?.message).toMatch(/antwoordt niet; uw opdracht is niet gegeven\./);
    expect(kit.stubs.reintegration.asked.some(({ query }) => query.startsWith('mutation'))).toBe(false);
  });
});

describe('a company that comes back', () => {
  beforeAll(async () => {
    kit = await GatewayKit.start('schakel', { ...SOON_ALONE, SCHAKEL_BREAKER_PAUSE_MS: '50' });
    wellAgain();
    await kit.ask(QUERY);
  });
  afterAll(() => kit.stop());
  beforeEach(wellAgain);

  it('is heard again', async () => {
    kit.stubs['sw-leiden'].behaviour = silence;
    await times(5, QUERY);
    kit.stubs['sw-leiden'].behaviour = namesByReference('Leiden');
    for (let tries = 0; tries < 100 && codes(await kit.ask(QUERY)).length > 0; tries += 1) await wait(50);
    expect((await kit.ask(QUERY)).json).toEqual({ data: { workers: [{ id: 'leiden:E:1', workerName: 'Leiden leiden:E:1' }] } });
  });

  it('is never left alone for the errors that it answers with', async () => {
    kit.stubs.reintegration.behaviour = () => ({ data: null, errors: [{ message: 'nee', extensions: { code: 'FORBIDDEN' } }] });
    await times(12, { query: '{ hello }' });
    expect(kit.stubs.reintegration.asked.length).toBe(12);
  });
});
