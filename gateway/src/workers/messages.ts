/** What a worker and the process above it say to each other. */
import type { MetricObject } from 'prom-client';

export interface Health {
  readonly ready: boolean;
  /** As /readyz says it. */
  readonly text: string;
}

export type ToWorker = { readonly about: 'all'; readonly health: Health } | { readonly about: 'metrics'; readonly question: number };

export type FromWorker = { readonly about: 'own'; readonly health: Health } | { readonly about: 'metrics'; readonly question: number; readonly metrics: readonly MetricObject[] };

/** Other parts of the program and Node itself use the same channel. */
export function isAbout(message: unknown): message is { readonly about: string } {
  return typeof message === 'object' && message !== null && 'about' in message;
}

/** Which of the workers a process is: 1 to SCHAKEL_WORKERS. One that is started again takes the place of the one that ended. */
export const PLACE = 'SCHAKEL_WORKER_PLACE';
