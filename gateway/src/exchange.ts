/** One request on its way through the pipeline: what each step found out, for the steps after it. Lives as long as the request. */
import type { TicketClaims } from '#kernel/ticket.js';
import { newRequestId } from '#kernel/trace.js';
import type { Viewer } from '#kernel/viewer.js';
import type { Reading } from './authorization/reading.js';
import type { Offer } from './exports/offer.js';
import type { Subscription } from './news/subscription.js';
import { UNWATCHED, type Watch } from './observation/watch.js';

export interface OperationFacts {
  /** Null for an operation without a name. A GraphQL name: letters, digits and _ only; of an export its own name. */
  readonly name: string | null;
  readonly kind: 'query' | 'mutation' | 'subscription' | 'export';
}

/** How a question comes in: sent with POST, in an address with GET, asked again for an event of a stream, or below /v1/, where nothing is GraphQL. */
export type Arrival = 'post' | 'get' | 'event' | 'rest';

export interface Exchange {
  readonly requestId: string;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  readonly arrival: Arrival;
  /** Name of the export that is asked for; null for everything else. */
  readonly wanted: string | null;
  /** Who is told how it goes. */
  watch: Watch;
  /** Lower-case names; reserved ones are removed by the first step. */
  readonly headers: Map<string, string>;
  /** Null with the Schakel profile off, and until somebody is authenticated. */
  viewer: Viewer | null;
  /** The application that the token was given to; null when the token does not say. */
  client: string | null;
  /** When the viewer's token ends, in milliseconds since 1970. */
  signedInUntil: number;
  operation: OperationFacts | null;
  /** The export that is asked for, when there is one and the viewer may have it. */
  offer: Offer | null;
  /** What of the operation the viewer may read; without it nothing is fetched. Null with the Schakel profile off. */
  reading: Reading | null;
  /** What the viewer's own body is asked to sign, when the operation is one that signs. */
  signing: Omit<TicketClaims, 'viewer'> | null;
  /** Filled when the operation is a subscription and all is well; in an object, because the GraphQL server works on a copy of the exchange. */
  readonly opened: { subscription: Subscription | null };
  /** Subgraphs that did not answer during this request; they are not asked again. */
  readonly silent: Set<string>;
  /** What the root fetches brought; the engine merges everything else into these objects. */
  readonly answerSoFar: Record<string, unknown>;
}

export function newExchange(headers: Iterable<readonly [string, string]>, arrival: Arrival, wanted: string | null = null): Exchange {
  const named = new Map<string, string>();
  for (const [name, value] of headers) named.set(name.toLowerCase(), value);
  return {
    requestId: newRequestId(),
    startedAt: Date.now(),
    arrival,
    wanted,
    watch: UNWATCHED,
    headers: named,
    viewer: null,
    client: null,
    signedInUntil: Infinity,
    operation: null,
    offer: null,
    reading: null,
    signing: null,
    opened: { subscription: null },
    silent: new Set(),
    answerSoFar: Object.create(null) as Record<string, unknown>,
  };
}
