// The rule of domain/placement-status.ts as an SQL condition, for companies whose dates are SQL dates.
import type { PlacementStatus } from '../model.js';

/** SQL expressions of one placement. */
export interface PlacementColumns {
  /** Date. */
  readonly from: string;
  /** Date; null means open. */
  readonly until: string;
  /** Uuid; null for a placement that comes from no agreement. */
  readonly agreement: string;
}

/** A condition that holds for placements with `status` on the day of parameter `on` (such as `$3` or `:on`, a date). */
export function placementStatusSql(status: PlacementStatus, placement: PlacementColumns, on: string): string {
  const { from, until } = placement;
  switch (status) {
    case 'PLANNED':
      return `(${from} > ${on} and (${until} is null or ${until} >= ${from}))`;
    case 'ACTIVE':
      return `(${inForceSql(placement, on)} and not ${suspendedSql(placement, on)})`;
    case 'ENDED':
      return `(${until} < ${from} or ${until} < ${on})`;
    case 'SUSPENDED':
      return `(${inForceSql(placement, on)} and ${suspendedSql(placement, on)})`;
  }
}

/** Begun and not ended, suspended or not. */
export function inForceSql({ from, until }: PlacementColumns, on: string): string {
  return `(${from} <= ${on} and (${until} is null or ${until} >= ${on}))`;
}

function suspendedSql({ agreement }: PlacementColumns, on: string): string {
  return `exists (select 1 from placement_suspension s where s.agreement = ${agreement} and s.from_date <= ${on} and (s.until_date is null or s.until_date > ${on}))`;
}
