/**
 * The state grant of a municipality and how it is paid. Wsw art. 8(1); Besluit uitvoering sw art. 17, BWBR0017240 (2012): the municipality's share of all
 * minimum labour years in the amount that is divided, in whole euros, half up. Regeling art. 6, BWBR0023158 (2014): a part each month, a larger one in May.
 */
import { Big } from 'big.js';
import { parameterOn, type Parameter } from '../parameters.js';

const MONTHS = 12;
const MAY = 5;

/** (E / F) x (G - H): own and national minimum labour years, the amount of the budget and what is kept of it. EUR, whole. */
export function grant(minimumLabourYears: string, national: string, budget: string, kept: string): string {
  if (new Big(national).lte(0)) throw new RangeError('no minimum labour years in the whole country');
  return new Big(budget).minus(kept).times(minimumLabourYears).div(national).toFixed(0, Big.roundHalfUp);
}

/** Twelve payments in EUR that sum to the grant exactly; around the fifteenth. Policy, for the text is silent: cents, and December takes what rounding left. */
export function grantPayments(year: number, amount: string, parameters: readonly Parameter[]): readonly string[] {
  const first = Array.from({ length: MONTHS - 1 }, (_, index) => partOf(amount, percentage(year, index + 1, parameters)));
  const paid = first.reduce((sum, one) => sum.plus(one), new Big(0));
  return [...first, new Big(amount).minus(paid)].map((one) => one.toFixed(2));
}

function percentage(year: number, month: number, parameters: readonly Parameter[]): string {
  const on = `${year}-${String(month).padStart(2, '0')}-15`;
  return parameterOn(parameters, month === MAY ? 'WSW_PAYMENT_MAY' : 'WSW_PAYMENT_MONTH', on).value;
}

function partOf(amount: string, percent: string): Big {
  return new Big(amount).times(percent).div(100).round(2, Big.roundHalfUp);
}
