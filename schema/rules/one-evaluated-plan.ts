/**
 * Planning stays linear in the number of companies: every public operation has ONE evaluated plan at 3 and at 30 companies
 * (architecture, decision 1). More than one is the first sign of options that multiply per company.
 */
import { compose } from '../composing.js';
import { planAll } from '../planning.js';
import type { CheckInput, Rule } from '../rule.js';
import { withCompanies } from '../widening.js';

export const COMPANY_COUNTS = [3, 30] as const;

export const oneEvaluatedPlan: Rule = {
  name: 'one-evaluated-plan',
  /** What is wrong at few companies is not tried at many: it would not end. */
  check: (input) => {
    for (const count of COMPANY_COUNTS) {
      const findings = findingsAt(input, count);
      if (findings.length > 0) return findings;
    }
    return [];
  },
};

function findingsAt({ subgraphs, companyCodes, operations }: CheckInput, count: number): string[] {
  const { supergraphSdl } = compose(withCompanies(subgraphs, companyCodes, count));
  return planAll(supergraphSdl, operations.values())
    .filter(({ evaluatedPlans }) => evaluatedPlans > 1)
    .map(({ operation, evaluatedPlans }) => `${operation}: ${evaluatedPlans} evaluated plans at ${count} companies`);
}
