/**
 * The fee for a worker's labour. Wsw art. 5, BWBR0008903 (2013): the college bargains a fee that does not influence competition irresponsibly,
 * so a secondment always has one. The act names no amount: below which one somebody must look is policy, handed in.
 */
import { Big } from 'big.js';

export type FeeStanding = 'FAIR' | 'ABSENT' | 'BELOW_FLOOR';

/** EUR per hour both. ABSENT is against the act, BELOW_FLOOR against the policy. */
export function feeStanding(feePerHour: string | null, floorPerHour: string): FeeStanding {
  if (feePerHour === null || new Big(feePerHour).lte(0)) return 'ABSENT';
  return new Big(feePerHour).lt(floorPerHour) ? 'BELOW_FLOOR' : 'FAIR';
}
