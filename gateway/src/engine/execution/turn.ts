/**
 * One turn of the event loop, shared by all who run in it. A question to ninety companies starts ninety fetches and takes ninety answers, which the operating
 * system tends to hand over together: each is short, all of them together would keep everybody else waiting.
 */
import { setImmediate as nextTurn } from 'node:timers/promises';

const AT_ONCE_MS = 4;

export class Turn {
  private began: number | null = null;
  private readonly waiting: (() => void)[] = [];
  private lettingGo = false;

  constructor(private readonly now: () => number = () => performance.now()) {}

  /** Between two pieces of work. Undefined: there is time left; else who waited longest goes first. */
  pause(): Promise<void> | undefined {
    if (this.waiting.length === 0 && this.spent() < AT_ONCE_MS) return undefined;
    return new Promise((go) => {
      this.waiting.push(go);
      if (!this.lettingGo) void this.letGo();
    });
  }

  private spent(): number {
    const now = this.now();
    if (this.began === null) {
      this.began = now;
      setImmediate(() => (this.began = null));
    }
    return now - this.began;
  }

  private async letGo(): Promise<void> {
    this.lettingGo = true;
    while (this.waiting.length > 0) {
      await nextTurn();
      do {
        this.waiting.shift()?.();
        // Its work is done when this goes on: it was resolved first.
        await null;
      } while (this.waiting.length > 0 && this.spent() < AT_ONCE_MS);
    }
    this.lettingGo = false;
  }
}

/** There is one event loop. */
const TURN = new Turn();

/** More fetches than a gateway with a handful of subgraphs ever has; whoever has fewer neither waits for a turn nor pays for one. */
const MANY = 32;

export const turnFor = (fetches: number): Turn | null => (fetches > MANY ? TURN : null);

/** What was waited for, when there is time to work on it. */
export function inTurn<T>(waited: Promise<T>, turn: Turn | null): Promise<T> {
  return turn ? paced(waited, turn) : waited;
}

async function paced<T>(waited: Promise<T>, turn: Turn): Promise<T> {
  const value = await waited;
  const pause = turn.pause();
  if (pause) await pause;
  return value;
}
