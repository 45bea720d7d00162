/**
 * What is told about one request while it runs, for metrics and traces: by the steps, the front and the engine. Names are the gateway's own, never
 * a text of the client. Nobody watches: every call does nothing.
 */
import { traceparentOf } from '#kernel/trace.js';
import type { NoAnswerReason } from '../engine/traffic/no-answer.js';

/** Work on one request: the operation made ready (`plan`: only when it was planned for this request), the fetches together, the text of the answer. */
export type Part = 'plan' | 'execute' | 'write';

/** How one question to a subgraph ended. `errors`: it answered, and the answer tells of errors; all others are no usable answer. */
export type FetchEnd = 'data' | 'errors' | NoAnswerReason;

/** What there is to tell when the answer leaves. `operation` is the client's own text. */
export interface Ending {
  readonly status: number;
  readonly kind: string;
  readonly operation: string | null;
  readonly codes: readonly string[];
}

export interface Watch {
  /** The operation was asked by the id of a list: how many different names there are is bounded. */
  byId(): void;
  /** A part that began at `from` (performance.now()) ends now. */
  part(name: Part, from: number): void;
  /** A question to a subgraph begins; it ends with its answer, however often it is sent. */
  fetch(subgraph: string): FetchWatch;
  end(ending: Ending): void;
}

export interface FetchWatch {
  /** Spans are kept: who is asked is told the trace, also where nobody else needs it. */
  readonly traced: boolean;
  /** Under which the subgraph keeps its own spans. */
  traceparent(requestId: string): string;
  ended(how: FetchEnd): void;
}

const nothing = (): void => undefined;
const UNWATCHED_FETCH: FetchWatch = { traced: false, traceparent: (requestId) => traceparentOf(requestId), ended: nothing };

export const UNWATCHED: Watch = { byId: nothing, part: nothing, fetch: () => UNWATCHED_FETCH, end: nothing };
