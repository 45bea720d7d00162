/**
 * Loaded into a gateway under measurement (`node --import`): a door of its own, on the port in BENCH_PROBE_PORT, that tells the longest time
 * the event loop stood still since it was last asked, and how much is open and in use. It listens in the main thread only, whatever other
 * threads the program has, and keeps nothing alive.
 */
import { createServer } from 'node:http';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { isMainThread } from 'node:worker_threads';

const port = Number(process.env['BENCH_PROBE_PORT'] ?? 0);

export interface Probed {
  /** The longest since the question before this one, in milliseconds. */
  readonly blockedMs: number;
  readonly resources: number;
  readonly heapMiB: number;
}

if (isMainThread && port > 0) {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const server = createServer((_request, response) => {
    const probed: Probed = { blockedMs: delay.max / 1e6, resources: process.getActiveResourcesInfo().length, heapMiB: process.memoryUsage().heapUsed / 2 ** 20 };
    delay.reset();
    response.setHeader('connection', 'close');
    response.end(JSON.stringify(probed));
  });
  server.listen(port, '127.0.0.1').unref();
}
