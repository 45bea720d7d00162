/** What the checker is given and what it finds: the invariants I1 to I9 are those of docs/reliability.md. */
import type { Bodies } from './bodies.js';
import type { Entry } from './recorder.js';

export type Invariant = 'I1' | 'I2' | 'I3' | 'I4' | 'I5' | 'I6' | 'I7' | 'I8' | 'I9';

export interface Violation {
  readonly invariant: Invariant;
  /** Agreement, command or place. */
  readonly subject: string;
  readonly evidence: string;
}

export interface Run {
  readonly recorded: readonly Entry[];
  readonly bodies: Bodies;
  /** How long it took, after the last restart with all up, until nothing was under way any more. */
  readonly settledAfterMs: number;
}

export type Check = (run: Run) => readonly Violation[];
