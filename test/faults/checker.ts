/**
 * Judges a run: the recorded history and what every body's database holds, when all is quiet, against the invariants I1 to I9
 * (docs/reliability.md). A pure function: the same two go in, the same violations come out; seeded bugs prove that it sees.
 */
import { emptyBodies } from './checks/empty.js';
import { auditMatchesEffects } from './checks/audit.js';
import { acknowledgedIsKept, everyCommandOnce } from './checks/commands.js';
import { foldEqualsRow, leftStaysLeft } from './checks/history.js';
import { leftHoldsNothing, oneHolderPerPlace, signedIsTaken } from './checks/places.js';
import { nothingUnsettled } from './checks/settled.js';
import { signedByAll } from './checks/signatures.js';
import type { Check, Run, Violation } from './violation.js';

const CHECKS: readonly Check[] = [
  oneHolderPerPlace, signedByAll, signedIsTaken, nothingUnsettled, everyCommandOnce, auditMatchesEffects, leftStaysLeft, foldEqualsRow, acknowledgedIsKept, leftHoldsNothing,
];

export function check(run: Run): Violation[] {
  return CHECKS.flatMap((one) => [...one(run)]);
}

/** For a checker's own tests: bodies that hold nothing. */
export const nothing = emptyBodies;
