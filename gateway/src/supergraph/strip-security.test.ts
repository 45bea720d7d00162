import { describe, expect, it } from '@jest/globals';
import { parse } from 'graphql';
import { guardedSupergraph } from '../authorization/testing/guarded-supergraph.js';
import { withoutSecurity } from './strip-security.js';

const full = guardedSupergraph();
const copy = withoutSecurity(parse(full));

describe('the planner copy of the supergraph', () => {
  it('has nothing left of the three features: no link, definition, use or type', () => {
    expect(full).toMatch(/policy__Policy/);
    expect(copy).not.toMatch(/authenticated|requiresScopes|policy/);
  });

  it('keeps all else: fields, joins, tags, and what is inaccessible', () => {
    for (const kept of ['debts: Int', '@join__type(graph: PERSONS, key: "id")', '@tag(name: "filters/Person/debts")', '@inaccessible', 'inaccessible/v0.2", for: SECURITY']) {
      expect(full).toContain(kept);
      expect(copy).toContain(kept);
    }
  });
});
