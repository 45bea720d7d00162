/** A gateway of two processes: whoever asks sees one. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freePort } from '#kernel/testing/free-port.js';
import { GatewayProcess, until } from './gateway-process.js';
import { NOT_IN, steadyLoad } from './steady-load.js';
import { StubSubgraph } from './stub-subgraph.js';

let stub: StubSubgraph;
let gateway: GatewayProcess;
let metricsUrl: string;

beforeAll(async () => {
  stub = await StubSubgraph.start();
  stub.behaviour = () => ({ data: { hello: 'hi' } });
  const port = await freePort();
  metricsUrl = `http://127.0.0.1:${port}/metrics`;
  gateway = await GatewayProcess.start(stub, { SCHAKEL_WORKERS: '2', SCHAKEL_METRICS_PORT: String(port), SCHAKEL_DRAIN_MS: '300' });
}, 120_000);
afterAll(async () => {
  await gateway.stop();
  await stub.stop();
});

interface Served {
  readonly msg: string;
  readonly worker: number;
  readonly pid: number;
}

const served = (): Served[] => gateway.log.map((line) => JSON.parse(line) as Served).filter(({ msg }) => msg === 'a worker serves');

async function metric(name: string): Promise<number> {
  const text = await fetch(metricsUrl).then((response) => response.text());
  return Number(text.split('\n').find((line) => line.startsWith(`${name} `))?.split(' ').at(-1));
}
const answeredInAll = (): Promise<number> => metric('schakel_requests_total{kind="query",operation="other",status="200"}');

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

describe('a gateway of two workers', () => {
  it('counts the requests of both as one, and tells the memory of each', async () => {
    for (let asked = 0; asked < 10; asked += 1) expect((await gateway.ask('{ hello }')).status).toBe(200);
    expect(await answeredInAll()).toBe(10);
    for (const worker of ['1', '2', 'supervisor']) expect(await metric(`process_resident_memory_bytes{worker="${worker}"}`)).toBeGreaterThan(0);
    expect(await metric('schakel_workers_ready')).toBe(2);
  });

  it('starts a worker again that fell, stays ready meanwhile, and forgets nothing of what it counted', async () => {
    const before = await answeredInAll();
    const [fallen] = served();
    process.kill(fallen!.pid, 'SIGKILL');
    await until(async () => (await metric('schakel_workers_ready')) === 1);
    expect(await gateway.readyStatus()).toBe(200);
    expect((await gateway.ask('{ hello }')).status).toBe(200);
    await until(async () => (await metric('schakel_workers_ready')) === 2, 120_000);
    expect(await metric('schakel_worker_restarts_total')).toBe(1);
    expect(await answeredInAll()).toBe(before + 1);
    expect(served().at(-1)!.worker).toBe(fallen!.worker);
  }, 120_000);

  it('ends as one under load: every request that was heard is answered, and no process stays behind', async () => {
    stub.reset();
    stub.behaviour = () => (response) => void setTimeout(() => response.end('{"data":{"hello":"hi"}}'), 30);
    const load = steadyLoad(() => gateway.url);
    await until(() => load.answered() > 40);
    expect(await gateway.terminate()).toBe(0);
    await load.stop();
    expect(load.failed().filter((reason) => !NOT_IN.includes(reason))).toEqual([]);
    expect(load.answered()).toBe(stub.asked.length);
    expect(served().filter(({ pid }) => isAlive(pid))).toEqual([]);
  }, 120_000);
});

describe('a gateway of workers that cannot start', () => {
  it('ends, and says why, instead of trying for ever', async () => {
    await expect(GatewayProcess.start(stub, { SCHAKEL_WORKERS: '2', SCHAKEL_HOST: '192.0.2.1' })).rejects.toThrow('EADDRNOTAVAIL');
  }, 120_000);
});
