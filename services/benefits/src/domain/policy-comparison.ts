/**
 * Policy of the municipalities beside one another: each keeps its own (domain brief, decision 8), deviations are shown and never
 * levelled. A municipality without a value for a parameter is shown without one.
 */
import { groupBy } from './group-by.js';
import { allInForce, type PolicyFacts } from './facts.js';

export interface ComparedPolicy {
  readonly parameter: string;
  readonly unit: string | null;
  /** Whether two municipalities have another value, or one has none. */
  readonly differs: boolean;
  readonly values: readonly { readonly municipality: string; readonly policy: PolicyFacts | null }[];
}

/** One row per parameter in force on `on`, one value per municipality that has any policy on that day. */
export function policyComparison(policies: readonly PolicyFacts[], on: string): ComparedPolicy[] {
  const current = allInForce(policies, on);
  const municipalities = [...new Set(current.map((one) => one.municipality))].sort();
  return [...groupBy(current, (one) => one.parameter)].map(([parameter, set]) => {
    const values = municipalities.map((municipality) => ({ municipality, policy: set.find((one) => one.municipality === municipality) ?? null }));
    return { parameter, unit: set[0]?.unit ?? null, differs: new Set(values.map(({ policy }) => policy?.value)).size > 1, values };
  });
}
