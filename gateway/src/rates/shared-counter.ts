/** The connection to the Redis that gateways count in. Nothing waits for it: what cannot be counted there now is counted here. */
import { Redis } from 'ioredis';
import type { Logger } from '#kernel/log.js';

const PATIENCE_MS = 200;
const LONGEST_PAUSE_MS = 5_000;

export function sharedCounter(url: string, logger: Logger): Redis {
  const redis = new Redis(url, {
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    connectTimeout: 1_000,
    commandTimeout: PATIENCE_MS,
    retryStrategy: (times) => Math.min(times * 200, LONGEST_PAUSE_MS),
  });
  // Told when it changes, not at every try. The address may hold a password, so only the kind of error is told.
  let away = false;
  redis.on('error', (error: NodeJS.ErrnoException) => {
    if (!away) logger.warn({ code: error.code ?? error.name }, 'Redis is away: limits are counted in this process');
    away = true;
  });
  redis.on('ready', () => {
    if (away) logger.info('Redis is back: limits are counted together');
    away = false;
  });
  return redis;
}
