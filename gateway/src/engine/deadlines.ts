/**
 * How long one subgraph may take (architecture, section 3). Every fetch has its own time, so that a silent company costs its
 * own rows only; the request as a whole ends after one such wait and one normal round.
 */
export interface Timeouts {
  readonly readMs: number;
  readonly writeMs: number;
}

/** Milliseconds since 1970 at which a fetch that starts `now` is given up. */
export function deadlineOf(fetch: { now: number; requestStartedAt: number; mutating: boolean; isMutation: boolean }, timeouts: Timeouts): number {
  const own = fetch.now + (fetch.mutating ? timeouts.writeMs : timeouts.readMs);
  const whole = fetch.requestStartedAt + timeouts.readMs + (fetch.isMutation ? timeouts.writeMs : timeouts.readMs);
  return Math.min(own, whole);
}
