/** What a collector of traces gets of a running gateway, and what the subgraphs are told of it. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { freePort } from '#kernel/testing/free-port.js';
import { GatewayKit } from './gateway-kit.js';
import { until } from './gateway-process.js';
import { StubCollector, type ReceivedSpan } from './stub-collector.js';

const CLIENT_TRACE = '4bf92f3577b34da6a3ce929d0e0e4736';
const CLIENT_SPAN = '00f067aa0ba902b7';

let collector: StubCollector;
let kit: GatewayKit | null;

beforeEach(async () => {
  collector = await StubCollector.start();
  kit = null;
});
afterEach(async () => {
  await kit?.stop();
  await collector.stop();
});

async function asked(environment: Readonly<Record<string, string>>): Promise<{ requestId: string | null; traceparent: string }> {
  kit = await GatewayKit.start('plain', { SCHAKEL_ENGINE: 'compiled', SCHAKEL_TRACE_URL: collector.url, ...environment });
  kit.stubs.reintegration.behaviour = () => ({ data: { hello: 'hi' } });
  const { headers, text } = await kit.ask({ query: 'query Of123456782 { hello }' }, { traceparent: `00-${CLIENT_TRACE}-${CLIENT_SPAN}-01` });
  expect(text).toContain('"hello":"hi"');
  return { requestId: headers.get('x-request-id'), traceparent: String(kit.stubs.reintegration.asked[0]?.headers['traceparent']) };
}

const named = (name: string): ReceivedSpan => collector.spans.find((span) => span.name === name)!;

describe('a trace', () => {
  it('is one of the request id: the request, and in it planning and each question to a subgraph, which is told its span', async () => {
    const { requestId, traceparent } = await asked({ SCHAKEL_TRACE_SAMPLE: '1' });
    await until(() => named('query') !== undefined);
    const root = named('query');
    expect(new Set(collector.spans.map(({ traceId }) => traceId))).toEqual(new Set([requestId?.replaceAll('-', '')]));
    expect(root.parentSpanId).toBeUndefined();
    for (const name of ['plan', 'execute', 'fetch reintegration']) expect(named(name).parentSpanId).toBe(root.spanId);
    expect(traceparent).toBe(`00-${root.traceId}-${named('fetch reintegration').spanId}-01`);
    for (const span of collector.spans) expect(BigInt(span.endTimeUnixNano) >= BigInt(span.startTimeUnixNano)).toBe(true);
  });

  it('links to the trace of the client, which decides nothing, and holds no text of his', async () => {
    await asked({ SCHAKEL_TRACE_SAMPLE: '1' });
    await until(() => named('query') !== undefined);
    expect(named('query').links).toEqual([{ traceId: CLIENT_TRACE, spanId: CLIENT_SPAN }]);
    expect(named('query').attributes).toContainEqual({ key: 'graphql.operation.name', value: { stringValue: 'OfN' } });
    expect(collector.texts.join()).not.toMatch(/123456782|hello/);
  });

  it('of a request that was not drawn is not made, and the subgraph hears so, whatever the client wished', async () => {
    const { requestId, traceparent } = await asked({ SCHAKEL_TRACE_SAMPLE: '0' });
    expect(traceparent).toMatch(new RegExp(`^00-${requestId?.replaceAll('-', '')}-[0-9a-f]{16}-00$`));
    await kit?.gateway.stop();
    expect(collector.spans).toEqual([]);
  });

  it('is sent again when the collector says later, and what waits is sent before the gateway ends', async () => {
    collector.statuses = [503, 200];
    await asked({ SCHAKEL_TRACE_SAMPLE: '1' });
    await until(() => named('query') !== undefined);
    const before = collector.spans.length;
    await kit!.ask({ query: '{ hello }' });
    await kit!.gateway.stop();
    expect(collector.spans.length).toBeGreaterThan(before);
  });

  it('that the collector refuses is counted and costs no request', async () => {
    collector.statuses = [400];
    const port = await freePort();
    await asked({ SCHAKEL_TRACE_SAMPLE: '1', SCHAKEL_METRICS_PORT: String(port) });
    const dropped = async (): Promise<number> => Number(/^schakel_trace_spans_dropped_total (\d+)$/m.exec(await fetch(`http://127.0.0.1:${port}/metrics`).then((response) => response.text()))?.[1]);
    await until(async () => (await dropped()) > 0);
    expect((await kit!.ask({ query: '{ hello }' })).status).toBe(200);
  });
});
