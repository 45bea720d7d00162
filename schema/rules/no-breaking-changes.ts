/** Nothing that a client of the last committed API may use is removed, renamed or made stricter. */
import { findBreakingChanges } from 'graphql';
import { apiSchemaOf } from '../planning.js';
import type { Rule } from '../rule.js';

export const noBreakingChanges: Rule = {
  name: 'no-breaking-changes',
  check: ({ lastSupergraphSdl, supergraphSdl }) => {
    if (lastSupergraphSdl === null) return [];
    return findBreakingChanges(apiSchemaOf(lastSupergraphSdl), apiSchemaOf(supergraphSdl)).map(({ type, description }) => `${type}: ${description}`);
  },
};
