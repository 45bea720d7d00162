/**
 * What the state takes back. Wsw art. 9(1), BWBR0008903 (2013): (A - B) / A x C when fewer labour years were realised than the minimum; art. 9(4): the whole
 * grant when the account did not come within twelve months after the year, art. 1(2)(b): twenty-four by way of a joint arrangement. Cents are our reading.
 */
import { Big } from 'big.js';

const MONTHS_ALLOWED = { COLLEGE: 12, JOINT_ARRANGEMENT: 24 } as const;

/** Who accounts for the year: the college itself, or the board of the joint arrangement that replaces it. */
export type Accountant = keyof typeof MONTHS_ALLOWED;

/** EUR, two decimals; nothing when the minimum was realised. */
export function clawback(minimumLabourYears: string, realised: string, grant: string): string {
  const minimum = new Big(minimumLabourYears);
  const missing = minimum.minus(realised);
  if (missing.lte(0)) return '0.00';
  return new Big(grant).times(missing).div(minimum).toFixed(2, Big.roundHalfUp);
}

/** Last day on which the account of `year` is received in time. */
export function accountDueOn(year: number, accountant: Accountant): string {
  return `${year + MONTHS_ALLOWED[accountant] / 12}-12-31`;
}

/** True: the grant of `year` is set to nil, though the minister may find that too hard (art. 9(4)). `receivedOn` null: nothing came until `on`. */
export function grantIsForfeit(year: number, accountant: Accountant, receivedOn: string | null, on: string): boolean {
  return (receivedOn ?? on) > accountDueOn(year, accountant);
}
