/** Whoever stops a gateway stops nobody's work. Real processes under load. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { GatewayProcess, until } from './gateway-process.js';
import { NOT_IN, steadyLoad, type Load } from './steady-load.js';
import { StubSubgraph } from './stub-subgraph.js';

const SLOW_MS = 30;
/** Each test starts processes. */
const PATIENCE_MS = 240_000;

let stub: StubSubgraph;
let gateways: GatewayProcess[];
let load: Load | null;

beforeEach(async () => {
  stub = await StubSubgraph.start();
  stub.behaviour = () => (response) => void setTimeout(() => response.writeHead(200, { 'content-type': 'application/json' }).end('{"data":{"hello":"hi"}}'), SLOW_MS);
  gateways = [];
  load = null;
});
afterEach(async () => {
  await load?.stop();
  await Promise.all(gateways.map((one) => one.stop()));
  await stub.stop();
});

async function started(environment: Readonly<Record<string, string>>): Promise<GatewayProcess> {
  const gateway = await GatewayProcess.start(stub, environment);
  gateways.push(gateway);
  return gateway;
}

describe('a gateway that is told to stop under load', () => {
  it('answers everybody who got in, and refuses connections only after that; it ends with 0', async () => {
    const gateway = await started({ SCHAKEL_DRAIN_MS: '500' });
    load = steadyLoad(() => gateway.url);
    await until(() => load!.answered() > 40);
    expect(await gateway.terminate()).toBe(0);
    await load.stop();
    expect(load.failed().filter((reason) => !NOT_IN.includes(reason))).toEqual([]);
    expect(load.answered()).toBe(stub.asked.length);
  }, PATIENCE_MS);

  it('is not ready any more long before it closes its door, so that with a second gateway behind the same address nobody notices', async () => {
    const [first, second] = [await started({ SCHAKEL_DRAIN_MS: '1000' }), await started({ SCHAKEL_DRAIN_MS: '0' })];
    let firstServes = true;
    load = steadyLoad(() => (firstServes ? first.url : second.url));
    await until(() => load!.answered() > 40);
    const exited = first.terminate();
    await until(async () => (await first.readyStatus()) === 503);
    firstServes = false;
    expect(await exited).toBe(0);
    const then = load.answered();
    await until(() => load!.answered() > then + 40);
    expect(load.failed()).toEqual([]);
  }, PATIENCE_MS);

  it('waits for an answer that takes longer than the grace', async () => {
    stub.behaviour = () => (response) => void setTimeout(() => response.writeHead(200, { 'content-type': 'application/json' }).end('{"data":{"hello":"hi"}}'), 1_000);
    const gateway = await started({ SCHAKEL_DRAIN_MS: '0' });
    const answer = gateway.ask('{ hello }');
    await until(() => stub.asked.length === 1);
    expect(await gateway.terminate()).toBe(0);
    expect(await answer).toEqual({ status: 200, body: expect.stringContaining('"hello":"hi"') });
  }, PATIENCE_MS);

  it('cuts off what takes longer than the limit, and says how many', async () => {
    stub.behaviour = () => () => undefined;
    const gateway = await started({ SCHAKEL_DRAIN_MS: '0', SCHAKEL_DRAIN_LIMIT_MS: '100', SCHAKEL_READ_TIMEOUT_MS: '60000' });
    const answer = gateway.ask('{ hello }').catch(() => 'cut off');
    await until(() => stub.asked.length === 1);
    await gateway.terminate();
    expect(await answer).toBe('cut off');
    expect(gateway.log.filter((line) => line.includes('"left":1'))).toHaveLength(1);
  }, PATIENCE_MS);
});
