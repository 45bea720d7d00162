/**
 * The extra amount for realised supervised employment. Besluit uitvoering sw art. 18, BWBR0017240 (2012): I x H / J, the municipality's labour years in
 * supervised employment times what the budget gives per national one; Regeling art. 8, BWBR0023158 (2014): at most a maximum per labour year.
 */
import { Big } from 'big.js';

const LEAST_MONTHS = 6;

export interface SupervisedContract {
  /** The employer falls under the collective agreement of the sheltered companies. */
  readonly underSwAgreement: boolean;
  /** The legal person that executes the Wsw has control of the employer. */
  readonly controlledBySwBody: boolean;
  readonly months: number;
}

/** Why a contract does not count for the amount; empty when it does. */
export function stimulationFaults(contract: SupervisedContract): readonly ('EMPLOYER_UNDER_SW_AGREEMENT' | 'EMPLOYER_CONTROLLED_BY_SW_BODY' | 'CONTRACT_TOO_SHORT')[] {
  return [
    ...(contract.underSwAgreement ? ['EMPLOYER_UNDER_SW_AGREEMENT' as const] : []),
    ...(contract.controlledBySwBody ? ['EMPLOYER_CONTROLLED_BY_SW_BODY' as const] : []),
    ...(contract.months < LEAST_MONTHS ? ['CONTRACT_TOO_SHORT' as const] : []),
  ];
}

/** EUR. `labourYears` and `national` are realised in contracts that count; `maximum` is STIMULATION_MAX. Cents are our reading. */
export function stimulation(labourYears: string, national: string, budget: string, maximum: string): string {
  if (new Big(national).lte(0)) return '0.00';
  const even = new Big(budget).times(labourYears).div(national);
  const most = new Big(maximum).times(labourYears);
  return (even.lt(most) ? even : most).toFixed(2, Big.roundHalfUp);
}
