/** A gateway of several processes on one port: a supervisor, its workers, and one address for the metrics of all. */
import type { Running } from '#kernel/lifecycle.js';
import { createLogger } from '#kernel/log.js';
import { processRegistry } from '../observation/metrics/exposition.js';
import { MetricsListener } from '../observation/metrics/listener.js';
import { Reading } from '../observation/metrics/series.js';
import type { OperatorSettings } from '../operator-settings.js';
import { Supervisor } from './supervisor.js';

/** Beside the time that a worker is given: what it needs to close its connections. */
const CLOSING_MS = 10_000;

export async function startWorkers(settings: OperatorSettings & { readonly SCHAKEL_LOG_LEVEL: string }): Promise<Running> {
  const supervisor = new Supervisor(settings.SCHAKEL_WORKERS, createLogger('gateway', settings.SCHAKEL_LOG_LEVEL));
  await supervisor.start();
  const listener = await metricsOf(supervisor, settings);
  return {
    stop: async () => {
      await supervisor.stop(settings.SCHAKEL_DRAIN_MS + settings.SCHAKEL_DRAIN_LIMIT_MS + CLOSING_MS);
      await listener?.close();
    },
  };
}

async function metricsOf(supervisor: Supervisor, { SCHAKEL_METRICS_HOST: host, SCHAKEL_METRICS_PORT: port }: OperatorSettings): Promise<MetricsListener | null> {
  if (port === undefined) return null;
  const bare = (value: number): { value: number; labels: Record<string, string> }[] => [{ value, labels: {} }];
  const own = processRegistry([
    new Reading('schakel_workers_ready', 'Workers that may get requests', 'gauge', 'sum', () => bare(supervisor.all.readyOnes)),
    new Reading('schakel_worker_restarts_total', 'Workers that were started again', 'counter', 'sum', () => bare(supervisor.restarts)),
  ], 'supervisor');
  return MetricsListener.open(host, port, async () => supervisor.metrics.read(supervisor.workers, await own.getMetricsAsJSON()));
}
