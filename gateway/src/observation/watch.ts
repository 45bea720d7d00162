/**
 * What the engine and the front tell about one request while it runs, for metrics and traces. Names are the gateway's own, never a text of the
 * client. Nobody watches: every call does nothing.
 */
import { traceparentOf } from '#kernel/trace.js';

/** Work on one request: the operation made ready (`plan`: only when it was planned for this request), the fetches together, the text of the answer. */
export type Part = 'plan' | 'execute' | 'write';

/** How one question to a subgraph ended. `errors`: it answered, and the answer tells of errors; all others are no usable answer. */
export type FetchEnd = 'data' | 'errors' | 'timeout' | 'connection' | 'status' | 'too-large' | 'not-graphql' | 'refused';

export interface Watch {
  /** A part that began at `from` (performance.now()) ends now. */
  part(name: Part, from: number): void;
  /** A question to a subgraph begins: one call for each time that it is sent. */
  fetch(subgraph: string): FetchWatch;
}

export interface FetchWatch {
  /** Under which the subgraph keeps its own spans. */
  traceparent(requestId: string): string;
  ended(how: FetchEnd): void;
}

const UNWATCHED_FETCH: FetchWatch = { traceparent: (requestId) => traceparentOf(requestId), ended: () => undefined };

export const UNWATCHED: Watch = { part: () => undefined, fetch: () => UNWATCHED_FETCH };
