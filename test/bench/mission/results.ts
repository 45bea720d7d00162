/** What a run found: per size, engine and operation both sides. */
import type { Cost } from './counting.js';
import type { Latencies } from './measures.js';
import type { Measured } from './operations.js';

/** One side of one operation. */
export interface Side {
  /** One client at a time. */
  readonly alone: Latencies;
  /** As many clients as the run says. */
  readonly busy: Latencies;
  /** Milliseconds of processor for one request of the busy rounds: every program of this side and the database. */
  readonly processor: number;
}

export interface Found {
  readonly operation: Measured['name'];
  readonly cost: Cost;
  readonly federation: Side;
  readonly merged: Side;
}

export interface SizeRun {
  readonly size: 'pilot' | 'national';
  readonly engine: string;
  readonly counts: Readonly<Record<string, number>>;
  readonly found: readonly Found[];
  /** Operations that could not be measured, and why. */
  readonly failed: Readonly<Record<string, string>>;
}

export interface Run {
  readonly at: string;
  readonly clients: number;
  readonly seconds: number;
  readonly rounds: number;
  /** One-minute load of the machine before the first round; the bench itself was not running yet. */
  readonly loadBefore: number;
  readonly runs: readonly SizeRun[];
}
