/** What Prometheus reads of a running gateway. */
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freePort } from '#kernel/testing/free-port.js';
import { GatewayProcess } from './gateway-process.js';
import { StubSubgraph } from './stub-subgraph.js';

let stub: StubSubgraph;
let gateway: GatewayProcess;
let metricsUrl: string;

beforeAll(async () => {
  stub = await StubSubgraph.start();
  stub.behaviour = ({ query }) => (query.includes('hello') ? { data: { hello: 'hi' } } : (response) => void response.destroy());
  const port = await freePort();
  metricsUrl = `http://127.0.0.1:${port}/metrics`;
  gateway = await GatewayProcess.start(stub, { SCHAKEL_METRICS_PORT: String(port) });
  await gateway.ask('query Jansen123456782 { hello }');
  await gateway.ask('{ strict { must } }');
  await gateway.ask('{ nonsense }');
}, 120_000);
afterAll(async () => {
  await gateway.stop();
  await stub.stop();
});

const read = (): Promise<string> => fetch(metricsUrl).then((response) => response.text());

describe('/metrics', () => {
  it('counts requests, errors and refusals, each under a name of the gateway', async () => {
    const text = await read();
    expect(text).toContain('schakel_requests_total{kind="query",operation="other",status="200"} 2');
    expect(text).toContain('schakel_requests_total{kind="none",operation="other",status="400"} 1');
    expect(text).toContain('schakel_errors_total{code="DOWNSTREAM_SERVICE_ERROR"} 1');
    expect(text).toContain('schakel_request_seconds_count{kind="query",operation="other"} 2');
  });

  it('times every step, and every subgraph with how its questions ended', async () => {
    const text = await read();
    expect(text).toMatch(/schakel_step_seconds_count\{step="known-operations"\} \d/);
    expect(text).toContain('schakel_subgraph_requests_total{subgraph="reintegration",end="data"} 1');
    expect(text).toContain('schakel_subgraph_requests_total{subgraph="reintegration",end="connection"} 1');
    expect(text).toContain('schakel_subgraph_seconds_count{subgraph="reintegration"} 2');
    expect(text).toContain('schakel_subgraph_breaker_state{subgraph="reintegration"} 0');
  });

  it('tells of the process: memory, event loop, what is under way', async () => {
    const text = await read();
    for (const name of ['process_resident_memory_bytes', 'nodejs_eventloop_lag_p99_seconds', 'schakel_in_flight_requests', 'schakel_ready']) expect(text).toMatch(new RegExp(`^${name} \\d`, 'm'));
  });

  it('holds no word of a client', async () => {
    expect(await read()).not.toMatch(/Jansen|123456782|nonsense/);
  });

  it('has no figure of ours that the operators are not told of', async () => {
    const told = await readFile(new URL('../../../docs/operations.md', import.meta.url), 'utf8');
    const names = [...(await read()).matchAll(/^# TYPE (schakel_\w+) /gm)].map((match) => match[1]);
    expect(names.length).toBeGreaterThan(20);
    expect(names.filter((name) => !told.includes(`\`${name}\``))).toEqual([]);
  });

  it('is not on the public port, and nothing else is on its own', async () => {
    expect((await fetch(`${gateway.url}/metrics`)).status).toBe(404);
    expect((await fetch(metricsUrl.replace('/metrics', '/graphql'), { method: 'POST' })).status).toBe(404);
  });
});
