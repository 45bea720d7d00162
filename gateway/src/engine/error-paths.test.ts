import { describe, expect, it } from '@jest/globals';
import { entityPaths, withoutPlannerAliases } from './error-paths.js';

const answer = {
  person: {
    employments: [
      null,
      { __typename: 'WassenaarSwEmployment', id: 'wassenaar:E:1' },
      { __typename: 'LeidenSwEmployment', id: 'leiden:E:1' },
      { __typename: 'LeidenSwEmployment', id: 'leiden:E:1' },
    ],
  },
};
const leiden = { __typename: 'LeidenSwEmployment', id: 'leiden:E:1' };

describe('the place of an error about an entity', () => {
  it('rows of other types and empty rows are not counted as representations, but keep their index', () => {
    expect(entityPaths(answer, ['person', 'employments', '@'], [leiden])).toEqual([['person', 'employments', 2]]);
  });

  it('the same entity at two places gets two paths, in order', () => {
    expect(entityPaths(answer, ['person', 'employments', '@'], [leiden, leiden])).toEqual([
      ['person', 'employments', 2],
      ['person', 'employments', 3],
    ]);
  });

  it('an entity that is not in the answer has no path', () => {
    expect(entityPaths(answer, ['person', 'employments', '@'], [{ __typename: 'LeidenSwEmployment', id: 'leiden:E:9' }])).toEqual([undefined]);
    expect(entityPaths({}, ['person'], [leiden])).toEqual([undefined]);
  });

  it('an entity that is no row of a list is found too', () => {
    expect(entityPaths({ person: leiden }, ['person'], [leiden])).toEqual([['person']]);
  });

  it('lists in lists are walked', () => {
    const nested = { a: [{ b: [leiden] }, { b: [] }, { b: [leiden] }] };
    expect(entityPaths(nested, ['a', '@', 'b', '@'], [leiden, leiden])).toEqual([
      ['a', 0, 'b', 0],
      ['a', 2, 'b', 0],
    ]);
  });

  it('an alias that the planner made is told as the field it stands for', () => {
    expect(withoutPlannerAliases(['a', 0, 'title__alias_1'])).toEqual(['a', 0, 'title']);
  });
});
