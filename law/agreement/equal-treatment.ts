/**
 * A worker who is supplied earns and works as the hirer's own people in the same or a like function. Waadi art. 8, BWBR0009616: pay, other
 * allowances and working time are at least equal, unless a collective agreement of the lender or of the hirer says otherwise.
 */
import { Big } from 'big.js';

export interface PayFacts {
  /** EUR per hour, allowances included; null: not known. */
  readonly paid: string | null;
  readonly atHirer: string | null;
  /** A collective agreement deviates; null: nobody looked. */
  readonly agreementDeviates: boolean | null;
}

export type PayStanding = 'EQUAL' | 'BY_COLLECTIVE_AGREEMENT' | 'LOWER' | 'NOT_KNOWN';

export function equalPay({ paid, atHirer, agreementDeviates }: PayFacts): PayStanding {
  if (paid !== null && atHirer !== null && new Big(paid).gte(atHirer)) return 'EQUAL';
  if (agreementDeviates === true) return 'BY_COLLECTIVE_AGREEMENT';
  return paid === null || atHirer === null || agreementDeviates === null ? 'NOT_KNOWN' : 'LOWER';
}
