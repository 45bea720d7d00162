/** Who watches this process, by the settings; nobody, when they name nobody. */
import type { Logger } from '#kernel/log.js';
import type { OperatorSettings } from '../operator-settings.js';
import type { WorkerLink } from '../workers/worker-link.js';
import { both } from './both.js';
import type { GatewayFacts } from './facts.js';
import { processRegistry } from './metrics/exposition.js';
import { MetricsListener } from './metrics/listener.js';
import { Metrics } from './metrics/metrics.js';
import { ofSpans, readings } from './metrics/readings.js';
import { NOBODY, type Observer } from './observer.js';
import { SpanSender } from './traces/span-sender.js';
import { Traces } from './traces/traces.js';

const RESOURCE = { 'service.name': 'gateway' };

export class Watching {
  readonly observer: Observer;
  private readonly metrics: Metrics | null;
  private readonly spans: SpanSender | null;
  private listener: MetricsListener | null = null;

  constructor(
    private readonly settings: OperatorSettings,
    logger: Logger,
  ) {
    const { SCHAKEL_METRICS_PORT: port, SCHAKEL_TRACE_URL: url, SCHAKEL_TRACE_SAMPLE: share } = settings;
    this.metrics = port === undefined ? null : new Metrics();
    this.spans = url === undefined ? null : new SpanSender(url, RESOURCE, logger);
    const traces = this.spans && new Traces(this.spans, share);
    this.observer = traces && this.metrics ? both(traces, this.metrics) : (traces ?? this.metrics ?? NOBODY);
  }

  /** From now on the metrics can be read. */
  async open(facts: GatewayFacts, link: WorkerLink | null): Promise<void> {
    const { SCHAKEL_METRICS_HOST: host, SCHAKEL_METRICS_PORT: port } = this.settings;
    if (!this.metrics || port === undefined) return;
    const registry = processRegistry([...this.metrics.all, ...readings(facts), ...(this.spans ? ofSpans(this.spans) : [])], link?.place ?? null);
    // Of several processes the one above them answers.
    if (link) return link.answerMetrics(() => registry.getMetricsAsJSON());
    this.listener = await MetricsListener.open(host, port, () => registry.metrics());
  }

  async close(): Promise<void> {
    await this.listener?.close();
    await this.spans?.close();
  }
}
