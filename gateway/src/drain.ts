/** How a gateway goes without a failed request: first it says that it goes, then it closes its door, then it waits for who is inside. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from '#kernel/log.js';
import type { Door } from './door.js';
import type { OperatorSettings } from './operator-settings.js';
import type { Readiness } from './readiness.js';

export interface Drained {
  readonly door: Door;
  readonly readiness: Readiness;
  /** Ends the streams, which would never end by themselves: their clients come back to whoever serves then. */
  readonly endStreams: () => Promise<void>;
}

/** `ready` goes red at once; until SCHAKEL_DRAIN_MS is over everybody is answered as before, each on his last connection. */
export async function drain({ door, readiness, endStreams }: Drained, settings: OperatorSettings, logger: Logger): Promise<void> {
  logger.info({ inFlight: door.inFlight, ms: settings.SCHAKEL_DRAIN_MS }, 'draining');
  readiness.goodbye();
  door.announceEnd();
  await sleep(settings.SCHAKEL_DRAIN_MS);
  await door.close();
  await endStreams();
  const left = await door.empty(settings.SCHAKEL_DRAIN_LIMIT_MS);
  if (left === 0) return;
  logger.warn({ left }, 'the limit is over; these answers are cut off');
  door.cutOff();
}
