/**
 * Guarantees that a subgraph which does not answer is left alone for a while: whoever asks it is refused at once instead of after the whole
 * wait, and it is not pelted while it starts again. It opens on silence alone (no connection, no answer in time, 502 to 504), never on an
 * answer with errors. After the pause one question goes through at a time; the first answer closes it.
 */
import { NoAnswer } from './no-answer.js';
import type { Send } from './sending.js';

export interface BreakerRules {
  /** It opens when so many failed within the window, and at least half of all. */
  readonly failures: number;
  readonly windowMs: number;
  /** How long it stays open before one is let through. */
  readonly pauseMs: number;
  /** Less time than this is no fair chance: who did not answer within it is not silent. */
  readonly fairMs: number;
}

export type BreakerState = 'closed' | 'open' | 'half-open';

const SILENCE: ReadonlySet<string> = new Set(['timeout', 'connection', 'unavailable']);
const LEAST_SHARE = 0.5;

interface Counts {
  asked: number;
  failed: number;
}

export class CircuitBreaker {
  state: BreakerState = 'closed';
  /** How often it opened. */
  opened = 0;
  private openedAt = 0;
  private probing = false;
  private windowStart = 0;
  private now: Counts = { asked: 0, failed: 0 };
  private before: Counts = { asked: 0, failed: 0 };

  /** `whenOpened` is called each time that it opens. */
  constructor(
    private readonly rules: BreakerRules,
    private readonly whenOpened: () => void = () => undefined,
    private readonly clock: () => number = Date.now,
  ) {}

  guarded(send: Send): Send {
    return async (sending) => {
      const probe = this.admit();
      try {
        const answer = await send(sending);
        this.answered(probe);
        return answer;
      } catch (error) {
        this.failed(error, probe);
        throw error;
      }
    };
  }

  /** True for the one that tries. Throws NoAnswer. */
  private admit(): boolean {
    if (this.state === 'closed') return false;
    if (this.state === 'open' && this.clock() >= this.openedAt + this.rules.pauseMs) this.state = 'half-open';
    if (this.state === 'open' || this.probing) throw new NoAnswer('open', { sent: false });
    this.probing = true;
    return true;
  }

  private answered(probe: boolean): void {
    if (probe) this.close();
    else if (this.state === 'closed') this.count(0);
  }

  private failed(error: unknown, probe: boolean): void {
    if (probe) this.probing = false;
    if (!(error instanceof NoAnswer)) return;
    if (!SILENCE.has(error.reason)) {
      // It said something, if not what was asked; of one that never left nothing is known.
      if (error.sent) this.answered(probe);
      return;
    }
    if (error.reason === 'timeout' && error.hadMs < this.rules.fairMs) return;
    if (probe) this.open();
    else if (this.state === 'closed') this.count(1);
  }

  private count(failed: 0 | 1): void {
    const now = this.clock();
    if (now - this.windowStart >= this.rules.windowMs / 2) this.nextHalf(now);
    this.now.asked += 1;
    if (failed === 0) return;
    this.now.failed += 1;
    const failures = this.now.failed + this.before.failed;
    if (failures >= this.rules.failures && failures >= LEAST_SHARE * (this.now.asked + this.before.asked)) this.open();
  }

  /** The window is kept in two halves, so that nothing has to be remembered per question. */
  private nextHalf(now: number): void {
    this.before = now - this.windowStart < this.rules.windowMs ? this.now : { asked: 0, failed: 0 };
    this.now = { asked: 0, failed: 0 };
    this.windowStart = now;
  }

  private open(): void {
    this.state = 'open';
    this.opened += 1;
    this.openedAt = this.clock();
    this.whenOpened();
  }

  private close(): void {
    this.state = 'closed';
    this.probing = false;
    this.now = { asked: 0, failed: 0 };
    this.before = { asked: 0, failed: 0 };
  }
}
