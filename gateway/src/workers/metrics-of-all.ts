/**
 * The metrics of all workers as one. Guarantees that no count goes down when a worker ends: what it had counted when it was last asked stays; Prometheus
 * would take the difference for a burst of requests.
 */
import type { Worker } from 'node:cluster';
import type { MetricObject } from 'prom-client';
import { together, togetherAsJson } from '../observation/metrics/exposition.js';
import { isAbout, type FromWorker, type ToWorker } from './messages.js';

const PATIENCE_MS = 2_000;
const OWN = /^schakel_/;

export class MetricsOfAll {
  private readonly last = new Map<Worker, readonly MetricObject[]>();
  private departed: readonly MetricObject[] = [];
  private question = 0;

  /** Of those that answer in time; a worker that does not is told with what it last said. */
  async read(workers: readonly Worker[], own: readonly MetricObject[]): Promise<string> {
    await Promise.all(workers.map((worker) => this.ask(worker)));
    return together([own, this.departed, ...this.last.values()]);
  }

  async ended(worker: Worker): Promise<void> {
    const counted = (this.last.get(worker) ?? []).filter(({ name, type }) => OWN.test(name) && String(type) !== 'gauge');
    this.last.delete(worker);
    this.departed = await togetherAsJson([this.departed, counted]);
  }

  private ask(worker: Worker): Promise<void> {
    const question = (this.question += 1);
    return new Promise((resolve) => {
      const done = (): void => {
        clearTimeout(timer);
        worker.off('message', hear).off('exit', done);
        resolve();
      };
      const hear = (message: unknown): void => {
        if (!isAbout(message) || message.about !== 'metrics') return;
        const answer = message as Extract<FromWorker, { about: 'metrics' }>;
        if (answer.question !== question) return;
        this.last.set(worker, answer.metrics);
        done();
      };
      const timer = setTimeout(done, PATIENCE_MS);
      worker.on('message', hear).on('exit', done);
      if (worker.isConnected()) worker.send({ about: 'metrics', question } satisfies ToWorker);
      else done();
    });
  }
}
