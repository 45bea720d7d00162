/**
 * The worker has his terms in writing. BW art. 7:655, BWBR0005290 (2015): within one month of the start, changes within one month after they take
 * effect; electronically only when he expressly agreed to that (7:655(9)).
 */
import { Temporal } from 'temporal-polyfill';

/** Last day to give them; of a change: the day on which it took effect. Its length by newer texts is not read here. */
export function statementDue(effectiveOn: string): string {
  return Temporal.PlainDate.from(effectiveOn).add({ months: 1 }).toString();
}

/** Null: nobody asked him, so paper it is. */
export function mayBeElectronic(consent: boolean | null): boolean {
  return consent === true;
}
