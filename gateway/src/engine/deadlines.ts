/**
 * How long one subgraph may take (architecture, section 3). Every fetch has its own time, so that a silent company costs its
 * own rows only; the request as a whole ends after one such wait and one normal round.
 */
export interface Timeouts {
  readonly readMs: number;
  readonly writeMs: number;
}

/** Of the time for a read, what one has for itself that starts late. */
const LATE_SHARE = 2 / 3;

/**
 * Milliseconds since 1970 at which a fetch that starts `now` is given up. A company may be asked only after other fetches have told of whom; the reads of a
 * query end together, so that its silence costs no more than one that is asked at once.
 */
export function deadlineOf(fetch: { now: number; requestStartedAt: number; mutating: boolean; isMutation: boolean }, timeouts: Timeouts): number {
  const { now, requestStartedAt, mutating, isMutation } = fetch;
  const whole = requestStartedAt + timeouts.readMs + (isMutation ? timeouts.writeMs : timeouts.readMs);
  if (mutating || isMutation) return Math.min(now + (mutating ? timeouts.writeMs : timeouts.readMs), whole);
  return Math.min(Math.max(requestStartedAt + timeouts.readMs, now + timeouts.readMs * LATE_SHARE), whole);
}
