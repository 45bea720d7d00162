/**
 * Guarantees that only what cannot do harm is asked again: a read, of which no answer had begun (no connection, or 502 to 504), within its
 * deadline and within the budget, after a pause that differs from one to the next.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { NoAnswer } from './no-answer.js';
import type { RetryBudget } from './retry-budget.js';
import type { Send, Sending } from './sending.js';

const MOST_RETRIES = 2;
const FIRST_PAUSE_MS = 30;
/** What an attempt needs at least. */
const LEAST_MS = 50;

export class Retries {
  /** How many were made. */
  made = 0;

  constructor(
    private readonly budget: RetryBudget,
    private readonly pause: (ms: number) => Promise<unknown> = sleep,
  ) {}

  retried(send: Send): Send {
    return async (sending) => {
      this.budget.earn();
      for (let made = 0; ; made += 1) {
        try {
          return await send(sending);
        } catch (error) {
          const pause = (0.5 + Math.random() / 2) * FIRST_PAUSE_MS * 2 ** made;
          if (made === MOST_RETRIES || !harmless(error, sending) || Date.now() + pause + LEAST_MS > sending.deadline || !this.budget.spend()) throw error;
          this.made += 1;
          await this.pause(pause);
        }
      }
    };
  }
}

function harmless(error: unknown, { mutating }: Sending): boolean {
  if (mutating || !(error instanceof NoAnswer)) return false;
  return error.reason === 'unavailable' || (error.reason === 'connection' && !error.begun);
}
