/** A worker's line to the process above it: tells how it goes here, hears how it goes with all. */
import cluster from 'node:cluster';
import type { MetricObject } from 'prom-client';
import { isAbout, PLACE, type FromWorker, type Health, type ToWorker } from './messages.js';

const LOOK_EVERY_MS = 50;

export class WorkerLink {
  private all: Health | null = null;
  private told: string | null = null;
  private timer: NodeJS.Timeout | null = null;

  private constructor(
    readonly place: string,
    private readonly own: Health,
  ) {}

  /** Null in a process that works alone. `own` is looked at again and again. */
  static open(own: Health): WorkerLink | null {
    const place = process.env[PLACE];
    if (!cluster.isWorker || place === undefined) return null;
    const link = new WorkerLink(place, own);
    process.on('message', (message: unknown) => {
      if (isAbout(message) && message.about === 'all') link.all = (message as Extract<ToWorker, { about: 'all' }>).health;
    });
    link.timer = setInterval(() => link.tell(), LOOK_EVERY_MS);
    return link;
  }

  get ready(): boolean {
    return (this.all ?? this.own).ready;
  }

  get text(): string {
    return (this.all ?? this.own).text;
  }

  answerMetrics(read: () => Promise<readonly MetricObject[]>): void {
    process.on('message', (message: unknown) => {
      if (!isAbout(message) || message.about !== 'metrics') return;
      const { question } = message as Extract<ToWorker, { about: 'metrics' }>;
      void read().then((metrics) => this.send({ about: 'metrics', question, metrics }));
    });
  }

  close(): void {
    if (this.timer) clearInterval(this.timer);
  }

  private tell(): void {
    const { ready, text } = this.own;
    if (this.told === text) return;
    this.told = text;
    this.send({ about: 'own', health: { ready, text } });
  }

  private send(message: FromWorker): void {
    if (process.connected) process.send?.(message);
  }
}
