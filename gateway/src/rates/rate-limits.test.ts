import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it } from '@jest/globals';
import { createLogger } from '#kernel/log.js';
import { freePort } from '#kernel/testing/free-port.js';
import type { Viewer } from '#kernel/viewer.js';
import { RateLimits } from './rate-limits.js';
import { sharedCounter } from './shared-counter.js';

const RATES = { requests: { perUser: 3, perBody: 5 }, lookUps: { perUser: 10, perBody: 100 } };
const viewer = (subject: string, body = 'sw-leiden'): Viewer => ({ subject, body, roles: ['PLACEMENT_OFFICER'], scopes: [], purpose: null });
const logger = createLogger('test', 'silent');

const open: RateLimits[] = [];
function limits(redisUrl?: string): RateLimits {
  const made = new RateLimits(RATES, redisUrl === undefined ? null : sharedCounter(redisUrl, logger));
  open.push(made);
  return made;
}
afterEach(() => open.splice(0).forEach((one) => one.close()));

async function admitted(tries: number, use: () => Promise<number>): Promise<number> {
  let count = 0;
  for (let n = 0; n < tries; n += 1) if ((await use()) === 0) count += 1;
  return count;
}

describe('limits per minute', () => {
  it('let a user do so much, tell him how long to wait, and leave others alone', async () => {
    const own = limits();
    expect(await admitted(10, () => own.use('requests', viewer('a')))).toBe(3);
    const wait = await own.use('requests', viewer('a'));
    expect(wait).toBeGreaterThan(0);
    expect(wait).toBeLessThanOrEqual(60);
    expect(await own.use('requests', viewer('a', 'sw-wassenaar'))).toBe(0);
  });

  it('let a body do so much in all, of which a user over his own limit uses up nothing', async () => {
    const own = limits();
    await admitted(50, () => own.use('requests', viewer('a')));
    expect(await admitted(3, () => own.use('requests', viewer('b')))).toBe(2);
    expect(await own.use('requests', viewer('c'))).toBeGreaterThan(0);
    expect(await own.use('requests', viewer('c', 'sw-wassenaar'))).toBe(0);
  });

  it('count many at once as many, and look-ups apart from requests', async () => {
    const own = limits();
    expect(await own.use('lookUps', viewer('a'), 10)).toBe(0);
    expect(await own.use('lookUps', viewer('a'), 1)).toBeGreaterThan(0);
    expect(await own.use('lookUps', viewer('b'), 11)).toBeGreaterThan(0);
    expect(await own.use('requests', viewer('a'))).toBe(0);
  });
});

describe('with a Redis that is away', () => {
  it('the limits hold all the same, counted here', async () => {
    const own = limits(`redis://127.0.0.1:${await freePort()}`);
    expect(await admitted(10, () => own.use('requests', viewer('a')))).toBe(3);
  });

  it('that never answers, too', async () => {
    const mute = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => mute.once('listening', resolve));
    const own = limits(`redis://127.0.0.1:${(mute.address() as AddressInfo).port}`);
    expect(await admitted(5, () => own.use('requests', viewer('a')))).toBe(3);
    mute.close();
  });
});

/** The real server, where it is installed (Debian: redis-server); the tests of this part say in their names when it is not. */
const installed = spawnSync('redis-server', ['--version']).status === 0;
const onRedis = (title: string): string => (installed ? title : `NOT TRIED, no redis-server on this machine: ${title}`);

async function startRedis(port: number): Promise<ChildProcess> {
  const server = spawn('redis-server', ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'], { stdio: ['ignore', 'pipe', 'ignore'] });
  await new Promise<void>((resolve) => server.stdout.on('data', (text: Buffer) => (text.toString().includes('Ready to accept') ? resolve() : undefined)));
  return server;
}

const stopped = (server: ChildProcess): Promise<unknown> => new Promise((resolve) => (server.once('exit', resolve), server.kill('SIGKILL')));

/** A connection is made in the background; until then counting is local. */
async function connected(url: string): Promise<RateLimits> {
  const redis = sharedCounter(url, logger);
  while (redis.status !== 'ready') await sleep(10);
  const made = new RateLimits(RATES, redis);
  open.push(made);
  return made;
}

describe('with a Redis', () => {
  it(onRedis('two gateways count together, and each goes on by itself when it goes away'), async () => {
    if (!installed) return expect(installed).toBe(false);
    const port = await freePort();
    const server = await startRedis(port);
    const [one, other] = await Promise.all([connected(`redis://127.0.0.1:${port}`), connected(`redis://127.0.0.1:${port}`)]);
    expect(await admitted(2, () => one.use('requests', viewer('a')))).toBe(2);
    expect(await admitted(5, () => other.use('requests', viewer('a')))).toBe(1);
    await stopped(server);
    expect(await admitted(10, () => one.use('requests', viewer('b')))).toBe(3);
    expect(await admitted(10, () => other.use('requests', viewer('b')))).toBe(3);
    return undefined;
  });
});
