/**
 * Judges a run: the recorded history and what every body's database holds, when all is quiet, against the invariants I1 to I9
 * (docs/reliability.md). A pure function: the same two go in, the same violations come out; seeded bugs prove that it sees.
 */
import type { Bodies } from './bodies.js';
import { emptyBodies } from './checks/empty.js';
import { auditMatchesEffects } from './checks/audit.js';
import { acknowledgedIsKept, everyCommandOnce } from './checks/commands.js';
import { foldEqualsRow, leftStaysLeft } from './checks/history.js';
import { leftHoldsNothing, oneHolderPerPlace, signedIsTaken } from './checks/places.js';
import { nothingUnsettled } from './checks/settled.js';
import { signedByAll } from './checks/signatures.js';
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

const CHECKS: readonly Check[] = [
  oneHolderPerPlace, signedByAll, signedIsTaken, nothingUnsettled, everyCommandOnce, auditMatchesEffects, leftStaysLeft, foldEqualsRow, acknowledgedIsKept, leftHoldsNothing,
];

export function check(run: Run): Violation[] {
  return CHECKS.flatMap((one) => [...one(run)]);
}

/** For a checker's own tests: bodies that hold nothing. */
export const nothing = emptyBodies;
