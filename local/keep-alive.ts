/**
 * Brings back what ended unasked, as long as the runner lives: every attempt waits longer (see BackOff). What somebody stopped by
 * name, and everything once the stack goes down, stays down.
 */
import { BackOff } from './back-off.js';

export interface KeepAliveOptions {
  /** Starts it; rejects when it does not get up, and has then left nothing of it running. */
  readonly again: (name: string) => Promise<void>;
  readonly onBack: (name: string) => void;
  readonly onFailed: (name: string, error: unknown, waitMs: number) => void;
}

export class KeepAlive {
  private readonly backOffs = new Map<string, BackOff>();
  private readonly waiting = new Map<string, NodeJS.Timeout>();
  /** Grows when a program is asked to stop or start: an attempt from before that says nothing any more. */
  private readonly turns = new Map<string, number>();
  private closed = false;

  constructor(private readonly options: KeepAliveOptions) {}

  /** It ended by itself; answers after how many milliseconds it is started again, or null when the stack goes down. */
  ended(name: string): number | null {
    if (this.closed) return null;
    const backOff = this.backOffs.get(name) ?? new BackOff(() => performance.now());
    this.backOffs.set(name, backOff);
    const wait = backOff.ended();
    clearTimeout(this.waiting.get(name));
    this.waiting.set(name, setTimeout(() => void this.attempt(name), wait));
    return wait;
  }

  /** Somebody decides over it by name: no attempt follows. */
  letGo(name: string): void {
    this.turns.set(name, this.turnOf(name) + 1);
    clearTimeout(this.waiting.get(name));
    this.waiting.delete(name);
    this.backOffs.delete(name);
  }

  close(): void {
    this.closed = true;
    for (const name of [...this.waiting.keys()]) this.letGo(name);
  }

  private turnOf(name: string): number {
    return this.turns.get(name) ?? 0;
  }

  private async attempt(name: string): Promise<void> {
    this.waiting.delete(name);
    const turn = this.turnOf(name);
    const overtaken = (): boolean => this.closed || this.turnOf(name) !== turn;
    try {
      await this.options.again(name);
      if (overtaken()) return;
      this.backOffs.get(name)?.started();
      this.options.onBack(name);
    } catch (error) {
      const wait = overtaken() ? null : this.ended(name);
      if (wait !== null) this.options.onFailed(name, error, wait);
    }
  }
}
