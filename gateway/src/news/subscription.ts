/** A subscription that was let in: what is asked for each event, and the seat that says when. */
import type { EventQuery } from './as-query.js';
import type { Seat } from './seat.js';
import type { Turns } from './turns.js';

export interface Subscription {
  readonly event: EventQuery;
  readonly seat: Seat;
  /** For its queries. */
  readonly turns: Turns;
}
