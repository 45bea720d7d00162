/**
 * Which month ends count for a labour year. Besluit uitvoering sw art. 15(a), BWBR0017240 (2012): not those on which the worker does not work, unless
 * his wage is due by BW 7:628 (the employer's risk), 7:629 (sickness) or 7:639 (holiday).
 */

export type WageGround = '7:628' | '7:629' | '7:639';

export interface Absence {
  readonly from: string;
  /** Last day; null: not ended. */
  readonly until: string | null;
  /** Article by which the wage is due, null when it is not. BW 7:629 ends after 104 weeks: whoever records the absence ends it then. */
  readonly paidBy: WageGround | null;
}

/** False when an absence without wage holds on the month end. */
export function countsOn(monthEnd: string, absences: readonly Absence[]): boolean {
  return !absences.some(({ from, until, paidBy }) => paidBy === null && from <= monthEnd && (until === null || monthEnd <= until));
}
