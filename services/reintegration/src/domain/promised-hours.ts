// Guarantees: hours that were promised once are counted once, and none is counted as free before it is: of a running agreement and the one that is to replace it
// the larger counts, because the amendment may still be withdrawn or declined. Domain brief 8.3 invariant 5.
import { Big } from 'big.js';
import type { OverlappingAgreement } from './facts.js';

/** Hours per week of all of them together. */
export function promisedHours(overlapping: readonly OverlappingAgreement[]): Big {
  const ids = new Set(overlapping.map(({ agreement }) => agreement));
  const most = new Map<string, Big>();
  for (const { agreement, amends, hoursPerWeek } of overlapping) {
    const work = amends !== null && ids.has(amends) ? amends : agreement;
    const hours = new Big(hoursPerWeek);
    const known = most.get(work);
    if (!known || hours.gt(known)) most.set(work, hours);
  }
  return [...most.values()].reduce((sum, hours) => sum.plus(hours), new Big(0));
}
