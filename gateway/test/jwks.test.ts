/** The provider's keys cannot be had, or not these: nobody gets in who should not, what was known stays good for a while, and nobody is stormed. */
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { GatewayKit } from './gateway-kit.js';
import { KeyServer } from './key-server.js';

const MINUTE = 60_000;
let keys: KeyServer;
let kit: GatewayKit;
let late = 0;

beforeEach(async () => {
  const now = Date.now.bind(Date);
  late = 0;
  jest.spyOn(Date, 'now').mockImplementation(() => now() + late);
  keys = await KeyServer.start();
  kit = await GatewayKit.start('schakel', { SCHAKEL_JWKS_URL: keys.url });
  kit.stubs.reintegration.behaviour = () => ({ data: { hello: 'dag' } });
});
afterEach(async () => {
  jest.restoreAllMocks();
  await kit.stop();
  await keys.stop();
});

/** HTTP status and code; counts that nobody was asked anything when it is refused. */
async function enter(token: string): Promise<string> {
  const before = kit.askedTotal;
  const { status, json } = await kit.ask({ query: '{ hello }' }, { authorization: `Bearer ${token}` });
  if (status !== 200) expect(kit.askedTotal).toBe(before);
  return `${status} ${json.errors?.[0]?.extensions['code'] ?? 'in'}`;
}

const OUTAGES: [string, (keys: KeyServer) => KeyServer['behaviour']][] = [
  ['answers with an error', () => (response) => response.writeHead(500).end()],
  ['does not answer', () => () => undefined],
  ['cuts the line', () => (response) => response.destroy()],
  ['answers with a page', () => (response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<html>sign in</html>')],
  ['answers with something else', () => (response) => response.writeHead(200, { 'content-type': 'application/json' }).end('{"keys":"none"}')],
  ['never stops answering', () => (response) => void response.writeHead(200).end(`{"keys":[],"more":"${'x'.repeat(2_000_000)}"}`)],
];

describe('the keys of the identity provider', () => {
  it.each(OUTAGES)('when it %s at the start, nobody gets in; when it answers, everybody who may does, without a restart', async (_what, outage) => {
    keys.behaviour = outage(keys);
    const token = await keys.token('first');
    expect(await enter(token)).toBe('503 UNAVAILABLE');
    keys.behaviour = (response) => keys.answer(response);
    late += 2_000;
    expect(await enter(token)).toBe('200 in');
  });

  it.each(OUTAGES)('when it %s later, a known key is good for ten minutes and not longer, and a token of no key gets in at no moment', async (_what, outage) => {
    const token = await keys.token('first');
    expect(await enter(token)).toBe('200 in');
    keys.behaviour = outage(keys);
    late += 9 * MINUTE;
    expect(await enter(token)).toBe('200 in');
    expect(await enter(await keys.token('first', 'unknown'))).toBe('503 UNAVAILABLE');
    late += 2 * MINUTE;
    expect(await enter(token)).toBe('503 UNAVAILABLE');
    expect(await enter(await keys.token('first', 'unknown'))).toBe('503 UNAVAILABLE');
  });

  it('rotate without a restart: the new one is known after ten seconds, the old one is no longer', async () => {
    const old = await keys.token('first');
    expect(await enter(old)).toBe('200 in');
    await keys.publish('second');
    late += 11_000;
    expect(await enter(await keys.token('second'))).toBe('200 in');
    expect(await enter(old)).toBe('401 UNAUTHENTICATED');
  });

  it('under a name that was rotated do not let the former key in', async () => {
    const old = await keys.token('first');
    expect(await enter(old)).toBe('200 in');
    await keys.publish('first');
    late += 11 * MINUTE;
    expect(await enter(old)).toBe('401 UNAUTHENTICATED');
    expect(await enter(await keys.token('first'))).toBe('200 in');
  });

  it('are not fetched from where a redirect leads', async () => {
    const elsewhere = await KeyServer.start();
    keys.behaviour = (response) => response.writeHead(302, { location: elsewhere.url }).end();
    expect(await enter(await elsewhere.token('first'))).toBe('503 UNAVAILABLE');
    expect(elsewhere.asked).toBe(0);
    await elsewhere.stop();
  });

  it('are not fetched from where a token leads', async () => {
    expect(await enter(await keys.token('first'))).toBe('200 in');
    const elsewhere = await KeyServer.start();
    const [, payload, signature] = (await elsewhere.token('first')).split('.');
    const header = Buffer.from(JSON.stringify({ alg: 'ES256', kid: 'first', typ: 'at+jwt', jku: elsewhere.url, x5u: elsewhere.url, jwk: elsewhere.published[0] })).toString('base64url');
    expect(await enter(`${header}.${payload}.${signature}`)).toBe('401 UNAUTHENTICATED');
    expect(elsewhere.asked).toBe(0);
    await elsewhere.stop();
  });

  it('are asked for once, however many tokens name a key that does not exist', async () => {
    expect(await enter(await keys.token('first'))).toBe('200 in');
    late += 11_000;
    const tokens = await Promise.all(Array.from({ length: 200 }, (_, index) => keys.token('first', `unknown-${index}`)));
    expect(new Set(await Promise.all(tokens.map(enter)))).toEqual(new Set(['401 UNAUTHENTICATED']));
    expect(keys.asked).toBe(2);
  });

  it('are asked for once, however many wait for a provider that is down', async () => {
    jest.spyOn(Date, 'now').mockReturnValue(Date.now());
    keys.behaviour = (response) => response.writeHead(503).end();
    const token = await keys.token('first');
    for (let round = 0; round < 4; round += 1) expect(new Set(await Promise.all(Array.from({ length: 25 }, () => enter(token))))).toEqual(new Set(['503 UNAVAILABLE']));
    expect(keys.asked).toBe(1);
  });
});
