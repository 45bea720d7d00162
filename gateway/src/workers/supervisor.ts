/**
 * The process above the workers: it answers nobody, so that it does not fall. Guarantees that a worker that ends is started again, ever later when it
 * keeps ending, one at a time; that all end when we are told to stop, each after its last answer; and that none outlives us.
 */
import cluster, { type Worker } from 'node:cluster';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from '#kernel/log.js';
import { HealthOfAll } from './health-of-all.js';
import { isAbout, PLACE, type FromWorker, type ToWorker } from './messages.js';
import { MetricsOfAll } from './metrics-of-all.js';

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 30_000;
/** A worker that served so long was healthy. */
const HEALTHY_MS = 60_000;

export class Supervisor {
  readonly all: HealthOfAll;
  readonly metrics = new MetricsOfAll();
  restarts = 0;
  private readonly running = new Map<number, Worker>();
  private readonly stopping = new AbortController();
  private restarting: Promise<void> = Promise.resolve();
  private failures = 0;

  constructor(
    private readonly wanted: number,
    private readonly logger: Logger,
  ) {
    this.all = new HealthOfAll(wanted);
  }

  get workers(): readonly Worker[] {
    return [...this.running.values()];
  }

  /** Resolves when all serve; rejects when one ends before that. */
  async start(): Promise<void> {
    const places = Array.from({ length: this.wanted }, (_, index) => index + 1);
    await Promise.all(places.map((place) => this.fork(place)));
  }

  /** `limitMs`: who then has not ended is ended. */
  async stop(limitMs: number): Promise<void> {
    this.stopping.abort();
    this.all.goodbye();
    this.broadcast();
    const gone = this.workers.map((worker) => new Promise((resolve) => worker.once('exit', resolve)));
    for (const worker of this.workers) worker.process.kill('SIGTERM');
    const timer = setTimeout(() => this.workers.forEach((worker) => worker.process.kill('SIGKILL')), limitMs);
    await Promise.all(gone);
    clearTimeout(timer);
  }

  /** Resolves when it listens; rejects when it ends before. */
  private fork(place: number): Promise<void> {
    const worker = cluster.fork({ [PLACE]: String(place) });
    const startedAt = Date.now();
    this.running.set(place, worker);
    worker.on('message', (message: unknown) => this.hear(place, message));
    worker.on('error', (error) => this.logger.warn({ err: error, worker: place }, 'a worker cannot be reached'));
    return new Promise((resolve, reject) => {
      let listens = false;
      worker.once('listening', () => {
        listens = true;
        this.logger.info({ worker: place, pid: worker.process.pid }, 'a worker serves');
        resolve();
      });
      worker.once('exit', (code, signal) => {
        this.left(place, worker);
        if (!listens) return reject(new Error(`a worker ended before it served: ${signal ?? code}`));
        if (this.stopping.signal.aborted) return;
        this.logger.error({ worker: place, code, signal, seconds: Math.round((Date.now() - startedAt) / 1000) }, 'a worker ended; it is started again');
        if (Date.now() - startedAt >= HEALTHY_MS) this.failures = 0;
        this.restarting = this.restarting.then(() => this.restart(place));
      });
    });
  }

  private left(place: number, worker: Worker): void {
    this.running.delete(place);
    this.all.heard(place, null);
    this.broadcast();
    void this.metrics.ended(worker);
  }

  /** One at a time: the others serve meanwhile. */
  private async restart(place: number): Promise<void> {
    while (!this.stopping.signal.aborted) {
      await sleep(Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** this.failures), undefined, { signal: this.stopping.signal }).catch(() => undefined);
      if (this.stopping.signal.aborted) return;
      this.failures += 1;
      this.restarts += 1;
      const served = await this.fork(place).then(() => true, (error: unknown) => this.logger.error({ err: error, worker: place }, 'a worker did not start'));
      if (served) return;
    }
  }

  private hear(place: number, message: unknown): void {
    if (!isAbout(message) || message.about !== 'own') return;
    this.all.heard(place, (message as Extract<FromWorker, { about: 'own' }>).health);
    this.broadcast();
  }

  private broadcast(): void {
    const message: ToWorker = { about: 'all', health: this.all.health };
    for (const worker of this.workers) if (worker.isConnected()) worker.send(message);
  }
}
