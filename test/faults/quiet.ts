/** Waits until nothing is under way any more, reads every body, and has the checker judge. */
import { setTimeout as sleep } from 'node:timers/promises';
import { readBodies, unsettled, type Bodies } from './bodies.js';
import { check } from './checker.js';
import type { Recorder } from './recorder.js';
import type { Rig } from './rig.js';
import type { Violation } from './violation.js';

const PATIENCE_MS = 45_000;

export interface Judged {
  readonly violations: readonly Violation[];
  /** From the last restart until nothing was under way. */
  readonly settledAfterMs: number;
  readonly bodies: Bodies;
}

/** To be called when nobody gives commands any more. */
export async function judge(rig: Rig, recorder: Recorder): Promise<Judged> {
  await rig.untilWell();
  for (const deadline = Date.now() + PATIENCE_MS; Date.now() < deadline; await sleep(100)) {
    const { agreements, messages } = await unsettled(rig.stack);
    if (agreements + messages === 0) break;
  }
  const settledAfterMs = rig.sinceRestart;
  const bodies = await readBodies(rig.stack);
  return { bodies, settledAfterMs, violations: check({ recorded: recorder.entries, bodies, settledAfterMs }) };
}
