/**
 * Every kind of bad token at all six doors: the gateway's, and of each service the gateway's envelope and the other bodies' token. One answer for
 * all of a door, which tells nothing; nothing is asked, logged as asked, or written; a good token of the same make is heard.
 */
import { request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SERVICES } from '../../local/services.js';
import { rowCounts } from '../kit/imports.js';
import { logLines, serviceUrl, url } from '../kit/stack.js';
import { BAD_ENVELOPES, BAD_PARTY_TOKENS, goodEnvelope, goodPartyToken, type Sent } from './tokens/service-tokens.js';
import { BAD_USER_TOKENS, goodToken } from './tokens/user-tokens.js';

const NAMES = SERVICES.map(({ name }) => name);
const QUESTION = '{"query":"{ businessDate me { subject } }"}';
const TO_A_SERVICE = '{"query":"{ __typename }"}';
const COMMAND = '{"id":"bad-token","epoch":0,"payload":{}}';
/** Longer than the second within which a system tells the end of its chain. */
const REST_MS = 3_000;
const refusals = new Map<string, number>();

interface Answer {
  readonly status: number;
  readonly text: string;
}

/** Header lines as they are, also the same one twice. */
function send(address: string, headers: Sent, body: string): Promise<Answer> {
  const { host } = new URL(address);
  const lines = [['host', host], ['content-type', 'application/json'], ['content-length', String(Buffer.byteLength(body))], ...headers].flat();
  return new Promise((resolve, reject) => {
    const sent = request(address, { method: 'POST', headers: lines, agent: false }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk) => void (text += String(chunk))).on('end', () => resolve({ status: response.statusCode ?? 0, text }));
    });
    sent.on('error', reject).end(body);
  });
}

function refused(door: string, answer: Answer, expected: Answer): void {
  expect(answer).toEqual(expected);
  refusals.set(door, (refusals.get(door) ?? 0) + 1);
}

/** What would tell that somebody was let in: a question that a service answered, a row that it wrote. */
async function effects(): Promise<unknown> {
  const rows = await Promise.all(NAMES.map(rowCounts));
  return { rows, asked: NAMES.map((name) => logLines(name).filter(({ msg }) => msg === 'question' || msg === 'command').length) };
}

/** What tests before this one began, and the ends of the audit chains that systems tell each other after it, has come to rest. */
async function settled(): Promise<unknown> {
  for (let last = JSON.stringify(await effects()); ; ) {
    await sleep(REST_MS);
    const now = await effects();
    if (JSON.stringify(now) === last) return now;
    last = JSON.stringify(now);
  }
}

let before: unknown;
beforeAll(async () => void (before = await settled()), 60_000);

describe('a user\'s token at the gateway', () => {
  const at = (values: readonly string[]): Promise<Answer> => send(`${url}/graphql`, values.map((value) => ['authorization', value] as const), QUESTION);
  let expected: Answer;
  beforeAll(async () => void (expected = await at([])));

  it('that is missing is told how to sign in, and nothing else', () => {
    expect(expected.status).toBe(401);
    expect(JSON.parse(expected.text)).toEqual({ errors: [{ message: expect.stringContaining('U bent niet aangemeld.'), extensions: { code: 'UNAUTHENTICATED' } }] });
  });

  it.each(Object.entries(BAD_USER_TOKENS))('%s is answered like none at all', async (_kind, make) => {
    refused('gateway', await at(make()), expected);
  });
});

describe.each(NAMES)('at the door of %s', (service) => {
  const EMPTY: Answer = { status: 401, text: '' };

  it.each(Object.entries(BAD_ENVELOPES))('as the gateway\'s envelope, %s is 401 and nothing else', async (_kind, make) => {
    refused(service, await send(`${serviceUrl(service)}/graphql`, make(service, TO_A_SERVICE), TO_A_SERVICE), EMPTY);
  });

  it.each(Object.entries(BAD_PARTY_TOKENS))('as another body\'s token, %s is 401 and nothing else', async (_kind, make) => {
    refused(service, await send(`${serviceUrl(service)}/commands/no-such-verb`, make(service, COMMAND), COMMAND), EMPTY);
  });
});

describe('after all of them', () => {
  it('nobody was asked anything and nothing was written', async () => {
    expect(await effects()).toEqual(before);
  });

  it('good tokens of the same make are heard at every door, each once', async () => {
    expect((await send(`${url}/graphql`, [['authorization', `Bearer ${goodToken()}`]], QUESTION)).status).toBe(200);
    expect((await send(`${url}/graphql`, [['authorization', `bearer ${goodToken()}`]], QUESTION)).status).toBe(200);
    for (const service of NAMES) {
      const envelope = goodEnvelope(service, TO_A_SERVICE);
      expect((await send(`${serviceUrl(service)}/graphql`, envelope, TO_A_SERVICE)).status).toBe(200);
      refused(service, await send(`${serviceUrl(service)}/graphql`, envelope, TO_A_SERVICE), { status: 401, text: '' });
      const token: Sent = [['authorization', `Bearer ${goodPartyToken(service, COMMAND)}`]];
      expect((await send(`${serviceUrl(service)}/commands/no-such-verb`, token, COMMAND)).status).toBe(404);
      refused(service, await send(`${serviceUrl(service)}/commands/no-such-verb`, token, COMMAND), { status: 401, text: '' });
    }
  });

  it('at least thirty kinds were refused at each of the six doors', () => {
    expect([...refusals.keys()].sort()).toEqual(['gateway', ...NAMES].sort());
    for (const [door, count] of refusals) expect([door, count >= 30]).toEqual([door, true]);
  });
});

afterAll(() => {
  const all = [...refusals.values()].reduce((sum, count) => sum + count, 0);
  process.stdout.write(`bad tokens: ${all} refusals at ${refusals.size} doors\n`);
});
