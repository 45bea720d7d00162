/** How long to wait before a process that ended is started again: half a second, then twice as long each time, half a minute at most. */

const FIRST_MS = 500;
const MOST_MS = 30_000;
/** A process that lived this long was healthy: its next end counts as the first. */
const HEALTHY_MS = 60_000;

export class BackOff {
  private ends = 0;
  private startedAt: number;

  constructor(private readonly now: () => number = () => performance.now()) {
    this.startedAt = now();
  }

  /** The process is up. */
  started(): void {
    this.startedAt = this.now();
  }

  /** The process ended, or did not get up; answers the milliseconds to wait. */
  ended(): number {
    if (this.now() - this.startedAt >= HEALTHY_MS) this.ends = 0;
    const wait = Math.min(MOST_MS, FIRST_MS * 2 ** this.ends);
    this.ends += 1;
    // What follows is an attempt: only the time since it is up counts as health.
    this.startedAt = Number.POSITIVE_INFINITY;
    return wait;
  }
}
