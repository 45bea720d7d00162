import { describe, expect, it } from '@jest/globals';
import { processRegistry, together } from './exposition.js';
import { Counts, Latencies, Reading } from './series.js';

/** The lines of our own metrics. */
const linesOf = (text: string): string[] => text.split('\n').filter((line) => /^x_/.test(line));

function oneProcess(subgraph: string, seconds: readonly number[]) {
  const counts = new Counts('x_requests_total', 'help', ['subgraph', 'end']);
  const times = new Latencies('x_seconds', 'help', ['subgraph'], [0.1, 1]);
  const generation = new Reading('x_generation', 'help', 'gauge', 'min', () => [{ value: seconds.length, labels: {} }]);
  for (const one of seconds) {
    counts.add(subgraph, 'data');
    times.observe(one, subgraph);
  }
  return processRegistry([counts, times, generation], subgraph);
}

describe('series', () => {
  it('are written as Prometheus reads them: each bucket counts those below it too', async () => {
    expect(linesOf(await oneProcess('leiden', [0.1, 0.5, 7]).metrics())).toEqual([
      'x_requests_total{subgraph="leiden",end="data"} 3',
      'x_seconds_bucket{subgraph="leiden",le="0.1"} 1',
      'x_seconds_bucket{subgraph="leiden",le="1"} 2',
      'x_seconds_bucket{subgraph="leiden",le="+Inf"} 3',
      'x_seconds_sum{subgraph="leiden"} 7.6',
      'x_seconds_count{subgraph="leiden"} 3',
      'x_generation 3',
    ]);
  });

  it('of several processes are added up, a generation is that of the one behind, and memory is told of each', async () => {
    const processes = [oneProcess('leiden', [0.5]), oneProcess('leiden', [0.5, 0.5])];
    const text = await together(await Promise.all(processes.map((one) => one.getMetricsAsJSON())));
    expect(linesOf(text)).toEqual(expect.arrayContaining(['x_requests_total{subgraph="leiden",end="data"} 3', 'x_seconds_count{subgraph="leiden"} 3', 'x_seconds_bucket{subgraph="leiden",le="1"} 3', 'x_generation 1']));
    expect(text).toMatch(/^process_resident_memory_bytes\{worker="leiden"\} \d+$/m);
  });
});
