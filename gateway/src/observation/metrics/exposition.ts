/** The metrics of one process, or of several together, as Prometheus reads them. */
import { AggregatorRegistry, collectDefaultMetrics, Registry, type Metric as LibraryMetric, type MetricObject } from 'prom-client';
import type { Metric } from './series.js';

export const CONTENT_TYPE: string = Registry.PROMETHEUS_CONTENT_TYPE;

/** Memory, event loop, processor and open files are of a process: `worker` tells whose; null where there is one only. */
export function processRegistry(metrics: readonly Metric[], worker: string | null): Registry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, ...(worker === null ? {} : { labels: { worker } }) });
  for (const metric of metrics) registry.registerMetric(metric as unknown as LibraryMetric<string>);
  return registry;
}

type Process = readonly MetricObject[];

/** `processes`: of each what `getMetricsAsJSON` gave. */
export function together(processes: readonly Process[]): Promise<string> {
  return AggregatorRegistry.aggregate([...processes]).metrics();
}

export function togetherAsJson(processes: readonly Process[]): Promise<Process> {
  return AggregatorRegistry.aggregate([...processes]).getMetricsAsJSON();
}
