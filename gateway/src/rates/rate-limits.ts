/**
 * How often somebody may ask, and how many people he may look up, per minute: each user, and all users of one body together. Counted in
 * memory, or in a Redis that all gateways share; while that is away each gateway counts in its own memory, so a limit is never gone.
 */
import type { Redis } from 'ioredis';
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes, type RateLimiterAbstract } from 'rate-limiter-flexible';
import type { Viewer } from '#kernel/viewer.js';

const SECONDS = 60;

/** Per minute. */
export interface Rate {
  readonly perUser: number;
  readonly perBody: number;
}

export interface Rates {
  readonly requests: Rate;
  readonly lookUps: Rate;
}

export class RateLimits {
  private readonly limiters: Readonly<Record<keyof Rates, { readonly user: RateLimiterAbstract; readonly body: RateLimiterAbstract }>>;

  constructor(
    rates: Rates,
    private readonly redis: Redis | null,
  ) {
    const pair = (name: keyof Rates) => ({ user: this.limiter(`${name}-user`, rates[name].perUser), body: this.limiter(`${name}-body`, rates[name].perBody) });
    this.limiters = { requests: pair('requests'), lookUps: pair('lookUps') };
  }

  /** Seconds to wait; 0 when it may be done, and then it is counted. Who is over his own limit uses up nothing of his body's. */
  async use(what: keyof Rates, { body, subject }: Viewer, times = 1): Promise<number> {
    const { user, body: all } = this.limiters[what];
    return (await spend(user, `${body} ${subject}`, times)) || spend(all, body, times);
  }

  close(): void {
    this.redis?.disconnect();
  }

  private limiter(name: string, points: number): RateLimiterAbstract {
    const options = { keyPrefix: `schakel-${name}`, points, duration: SECONDS };
    const memory = new RateLimiterMemory(options);
    return this.redis ? new RateLimiterRedis({ ...options, storeClient: this.redis, rejectIfRedisNotReady: true, insuranceLimiter: memory }) : memory;
  }
}

async function spend(limiter: RateLimiterAbstract, key: string, points: number): Promise<number> {
  try {
    await limiter.consume(key, points);
    return 0;
  } catch (refused) {
    if (refused instanceof RateLimiterRes) return Math.max(1, Math.ceil(refused.msBeforeNext / 1000));
    throw refused;
  }
}
