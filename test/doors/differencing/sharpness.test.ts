import { describe, expect, it } from '@jest/globals';
import { attack, type Outcome } from './attack.js';
import { type Fault, faultySource, NO_FAULT, workersTarget } from './in-process.js';
import { RULE } from './reader.js';

const SLOW_MS = 120_000;
const target = workersTarget();

/** He knows the rule by which is published, the fault in it included. */
async function attacked(fault: Partial<Fault>, solved = 0): Promise<Outcome> {
  const members = await target.membersOn(target.standardDay);
  const ask = faultySource(members, { ...NO_FAULT, ...fault });
  const rule = { base: fault.rounding === false ? 1 : RULE.base, least: fault.threshold === false ? 0 : RULE.least };
  return attack({ targets: [target], ask, rule, queries: 400, seed: 4, solved, say: () => undefined });
}

describe('the differencing attacker', () => {
  it('singles nobody out of the published tables', async () => {
    const outcome = await attacked({}, 3);
    expect(outcome.singledOut).toEqual([]);
    expect(outcome.systemsSolved).toBe(3);
  }, SLOW_MS);

  // The audit hides whatever another safeguard left open, so that it is left out with each.
  it.each<readonly [string, Partial<Fault>]>([
    ['the threshold', { threshold: false, complementary: false, audit: false }],
    ['complementary suppression', { complementary: false, audit: false }],
    ['the audit over all tables', { audit: false }],
    ['rounding', { rounding: false }],
  ])('finds persons when %s is left out', async (_safeguard, fault) => {
    expect((await attacked(fault)).singledOut.length).toBeGreaterThan(0);
  }, SLOW_MS);
});
