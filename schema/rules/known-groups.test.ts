import { describe, expect, it } from '@jest/globals';
import { directory, inputOf } from '../check-input.js';
import { knownGroups } from './known-groups.js';

const check = (groups: string, known: readonly string[]): string[] =>
  knownGroups.check({ ...inputOf({ reintegration: `${directory} extend type Query { count: Int @policy(policies: ${groups}) }` }), groups: new Set(known) });

describe('known-groups', () => {
  it('groups that directives and register both have are in order', () => {
    expect(check('[["people", "names"], ["names"]]', ['people', 'names'])).toEqual([]);
  });

  it('a group that the register does not have is refused', () => {
    expect(check('[["people", "nammes"]]', ['people'])).toEqual(['Query.count in reintegration asks nammes, which the register of activities does not have']);
  });

  it('a group that no field asks is refused', () => {
    expect(check('[["people"]]', ['people', 'names'])).toEqual(['no field asks names of the register of activities']);
  });
});
