/** Regeling uitvoering sw en begeleid werken, explanatory note to the annex to art. 11: amounts are rounded to whole units. Half up: the note does not say. */
import { Big } from 'big.js';

/** `'28.50'` -> `'29'`. RangeError for what is no decimal. */
export function wholeUnits(amount: string): string {
  if (!/^\d+(\.\d+)?$/.test(amount)) throw new RangeError('no decimal number');
  return new Big(amount).round(0, Big.roundHalfUp).toFixed(0);
}
