/** A database that is coming up, after a crash or started beside us, is waited for; what waiting does not mend is told at once. */
import { setTimeout as sleep } from 'node:timers/promises';

const PAUSE_MS = 250;
const PATIENCE_MS = 60_000;
/** PostgreSQL: starting up, shutting down, ended by an operator or a crash. System: nobody listens there yet, or the connection broke off. */
const PASSING = new Set(['57P03', '57P01', '57P02', 'ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', 'EPIPE']);

/** Calls `open` until it succeeds; rethrows its last error after a minute. */
export async function onceDatabaseIsUp<T>(open: () => Promise<T>, patienceMs = PATIENCE_MS): Promise<T> {
  for (const deadline = Date.now() + patienceMs; ; await sleep(PAUSE_MS)) {
    try {
      return await open();
    } catch (error) {
      if (!isPassing(error) || Date.now() > deadline) throw error;
    }
  }
}

function isPassing(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return ('code' in error && PASSING.has(String(error.code))) || error.message.includes('Connection terminated');
}
