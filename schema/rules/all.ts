/** Every rule that schema:check holds the federation to. */
import type { Rule } from '../rule.js';
import { equalCompanyShapes } from './equal-company-shapes.js';
import { equalProtection } from './equal-protection.js';
import { equalSharedTypes } from './equal-shared-types.js';
import { filtersNameProtectedFields } from './filters-name-protected-fields.js';
import { harmlessHints } from './harmless-hints.js';
import { knownGroups } from './known-groups.js';
import { noBreakingChanges } from './no-breaking-changes.js';
import { noInterfaceKeys } from './no-interface-keys.js';
import { noProtectedInterfaces } from './no-protected-interfaces.js';
import { notStale } from './not-stale.js';
import { nullableWhenHidden } from './nullable-when-hidden.js';
import { oneEvaluatedPlan } from './one-evaluated-plan.js';
import { plainSecurityDirectives } from './plain-security-directives.js';
import { subscriptionsAsQueries } from './subscriptions-as-queries.js';
import { validOperations } from './valid-operations.js';

export const RULES: readonly Rule[] = [
  notStale,
  noBreakingChanges,
  noInterfaceKeys,
  equalCompanyShapes,
  equalSharedTypes,
  harmlessHints,
  plainSecurityDirectives,
  noProtectedInterfaces,
  knownGroups,
  equalProtection,
  nullableWhenHidden,
  filtersNameProtectedFields,
  validOperations,
  subscriptionsAsQueries,
  oneEvaluatedPlan,
];
