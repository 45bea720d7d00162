/** One subscriber's place: what he has still to be told, the newest of each only, and how his stream ends. */
import type { News } from './news-log.js';

export type Ending =
  /** His token is at its end: completed, he comes back with a new one. */
  | 'signed-out'
  /** What he missed is no longer kept: told to look everything up. */
  | 'gap'
  /** Cut off without a word; he comes back and goes on after the last that he has. */
  | 'cut';

/** More waiting than this: he does not read. */
const MAX_WAITING = 1_000;

export class Seat {
  private readonly waiting = new Map<string, number>();
  private readonly leaving = new AbortController();
  private wake: () => void = () => undefined;
  private ending: Ending | null = null;

  constructor(
    /** The only one that he wants to hear of; null: all. */
    private readonly id: string | null,
    /** The number after which he is told. */
    readonly from: number,
    private readonly onLeave: () => void,
  ) {}

  /** Aborted when the stream is to end. */
  get left(): AbortSignal {
    return this.leaving.signal;
  }

  offer({ seq, id }: News): void {
    if (this.ending || (this.id !== null && this.id !== id)) return;
    this.waiting.delete(id);
    this.waiting.set(id, seq);
    if (this.waiting.size > MAX_WAITING) this.leave('cut');
    this.wake();
  }

  /** True when something newer about it waits. */
  isOvertaken({ id }: News): boolean {
    return this.waiting.has(id);
  }

  /** The oldest that waits, or how the stream ends. */
  async next(): Promise<News | Ending> {
    for (;;) {
      if (this.ending) return this.ending;
      const [first] = this.waiting;
      if (first) {
        this.waiting.delete(first[0]);
        return { id: first[0], seq: first[1] };
      }
      await new Promise<void>((resolve) => (this.wake = resolve));
    }
  }

  /** The first reason counts. */
  leave(why: Ending): void {
    if (this.ending) return;
    this.ending = why;
    this.waiting.clear();
    this.onLeave();
    this.leaving.abort();
    this.wake();
  }
}
