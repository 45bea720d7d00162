/** Runs a service's workers one round after the other until it stops; a failed round is logged and tried again. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from '#kernel/log.js';
import type { Worker } from './service-definition.js';

export interface RunningWorkers {
  /** Ends after the rounds that run now. */
  stop(): Promise<void>;
}

export function startWorkers(workers: readonly Worker[], logger: Logger): RunningWorkers {
  const stopping = new AbortController();
  const loops = workers.map((worker) => loop(worker, stopping.signal, logger));
  return {
    async stop() {
      stopping.abort();
      await Promise.all(loops);
    },
  };
}

async function loop(worker: Worker, stopping: AbortSignal, logger: Logger): Promise<void> {
  while (!stopping.aborted) {
    // `async` so that a round that throws before it waits for anything is caught like any other.
    await (async () => worker.runOnce())().catch((error: unknown) => logger.error({ err: error, worker: worker.name }, 'a round of work failed'));
    await sleep(worker.everyMs, undefined, { signal: stopping }).catch(() => undefined);
  }
}
