// The rule of domain/placement-status.ts as an SQL condition, for companies whose dates are SQL dates.
import type { PlacementStatus } from '../model.js';

/**
 * A condition that holds for placements with `status` on the day of parameter `on` (such as `$3` or `:on`, a date).
 * `from` and `until` are SQL date expressions; `until` null means open. No company records suspensions of its own yet.
 */
export function placementStatusSql(status: PlacementStatus, from: string, until: string, on: string): string {
  switch (status) {
    case 'PLANNED':
      return `(${from} > ${on} and (${until} is null or ${until} >= ${from}))`;
    case 'ACTIVE':
      return `(${from} <= ${on} and (${until} is null or ${until} >= ${on}))`;
    case 'ENDED':
      return `(${until} < ${from} or ${until} < ${on})`;
    case 'SUSPENDED':
      return 'false';
  }
}
