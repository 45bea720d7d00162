/** Work in pieces: a large plan must not keep the event loop from other requests. */
import { setImmediate } from 'node:timers/promises';

const AT_ONCE_MS = 4;

export class Breather {
  private since = performance.now();

  /** Between two pieces of work. */
  async pause(): Promise<void> {
    if (performance.now() - this.since < AT_ONCE_MS) return;
    await setImmediate();
    this.since = performance.now();
  }

  async map<T, R>(items: readonly T[], work: (item: T, index: number) => R): Promise<R[]> {
    const results: R[] = [];
    for (const [index, item] of items.entries()) {
      results.push(work(item, index));
      await this.pause();
    }
    return results;
  }
}
