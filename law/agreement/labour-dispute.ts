/** No worker is supplied to a place, or a part of it, where people strike, are locked out or occupy it. Waadi art. 10, BWBR0009616. */

export interface LabourDispute {
  /** Id of the hirer, `kvk:<number>`. */
  readonly hirer: string;
  readonly from: string;
  /** Null: it still lasts. */
  readonly until: string | null;
}

/** The dispute that forbids supply to the hirer on a day of the period; null: none is known. An open period has no end. */
export function disputeInWay(disputes: readonly LabourDispute[], hirer: string | null, period: { readonly from: string; readonly until: string | null }): LabourDispute | null {
  const meets = ({ from, until }: LabourDispute): boolean => (period.until === null || from <= period.until) && (until === null || until >= period.from);
  return disputes.find((one) => one.hirer === hirer && meets(one)) ?? null;
}
