/** Every rule that schema:check holds the federation to. */
import type { Rule } from '../rule.js';
import { equalCompanyShapes } from './equal-company-shapes.js';
import { equalSharedTypes } from './equal-shared-types.js';
import { harmlessHints } from './harmless-hints.js';
import { noBreakingChanges } from './no-breaking-changes.js';
import { noInterfaceKeys } from './no-interface-keys.js';
import { notStale } from './not-stale.js';
import { oneEvaluatedPlan } from './one-evaluated-plan.js';
import { subscriptionsAsQueries } from './subscriptions-as-queries.js';
import { validOperations } from './valid-operations.js';

export const RULES: readonly Rule[] = [
  notStale,
  noBreakingChanges,
  noInterfaceKeys,
  equalCompanyShapes,
  equalSharedTypes,
  harmlessHints,
  validOperations,
  subscriptionsAsQueries,
  oneEvaluatedPlan,
];
