/** Who watches this process, by the settings; nobody, when they name nobody. */
import type { Registry } from 'prom-client';
import type { OperatorSettings } from '../operator-settings.js';
import type { GatewayFacts } from './facts.js';
import { processRegistry } from './metrics/exposition.js';
import { MetricsListener } from './metrics/listener.js';
import { Metrics } from './metrics/metrics.js';
import { readings } from './metrics/readings.js';
import type { WorkerLink } from '../workers/worker-link.js';
import { NOBODY, type Observer } from './observer.js';

export class Watching {
  readonly observer: Observer;
  private readonly metrics: Metrics | null;
  private listener: MetricsListener | null = null;

  constructor(private readonly settings: OperatorSettings) {
    this.metrics = settings.SCHAKEL_METRICS_PORT === undefined ? null : new Metrics();
    this.observer = this.metrics ?? NOBODY;
  }

  /** From now on the metrics can be read. */
  async open(facts: GatewayFacts, link: WorkerLink | null): Promise<void> {
    const { SCHAKEL_METRICS_HOST: host, SCHAKEL_METRICS_PORT: port } = this.settings;
    if (!this.metrics || port === undefined) return;
    const registry: Registry = processRegistry([...this.metrics.all, ...readings(facts)], link?.place ?? null);
    // Of several processes the one above them answers.
    if (link) return link.answerMetrics(() => registry.getMetricsAsJSON());
    this.listener = await MetricsListener.open(host, port, () => registry.metrics());
  }

  async close(): Promise<void> {
    await this.listener?.close();
  }
}
