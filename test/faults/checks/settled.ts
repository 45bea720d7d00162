/** I4: half a minute after everything is up again nothing is half done, and every message has arrived. */
import type { Run, Violation } from '../violation.js';
import { UNSETTLED } from './states.js';

export const SETTLED_WITHIN_MS = 30_000;

export function nothingUnsettled({ bodies, settledAfterMs }: Run): Violation[] {
  const late = settledAfterMs > SETTLED_WITHIN_MS ? [{ invariant: 'I4' as const, subject: 'all', evidence: `settled ${Math.round(settledAfterMs / 1000)} s after the last restart` }] : [];
  const half = bodies.agreements.filter((one) => UNSETTLED.includes(one.state)).map((one) => ({ invariant: 'I4' as const, subject: one.id, evidence: `still ${one.state}` }));
  const post = Object.entries(bodies.posts).filter(([, { waiting, parked }]) => waiting + parked > 0);
  return [...late, ...half, ...post.map(([body, { waiting, parked }]) => ({ invariant: 'I4' as const, subject: body, evidence: `${waiting} messages wait, ${parked} are parked` }))];
}
