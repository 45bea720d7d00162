import { describe, expect, it } from '@jest/globals';
import { directory, inputOf } from '../check-input.js';
import { filtersNameProtectedFields } from './filters-name-protected-fields.js';

const worker = (filter: string): string => `${directory}
  type Worker { id: ID!  name: String @policy(policies: [["names"]])  room: Room  size: Int }
  type Room @policy(policies: [["people"]]) { id: ID! }
  input Narrow { by: String @tag(name: "${filter}") }
  extend type Query { workers(where: Narrow): [Worker] }`;
const check = (filter: string): string[] => filtersNameProtectedFields.check(inputOf({ reintegration: worker(filter) }));

describe('filters-name-protected-fields', () => {
  it.each(['filters/Worker/name', 'filters/Worker/room', 'filters/Room/id'])('%s, of a field, of what it answers or of its type, is in order', (filter) => {
    expect(check(filter)).toEqual([]);
  });

  it('a tag for something else is left alone', () => {
    expect(check('partner')).toEqual([]);
  });

  it('a filter on a field that is not there, or not in this subgraph, is refused', () => {
    expect(check('filters/Worker/nome')).toEqual(['reintegration: Narrow.by filters on Worker/nome, which is no field of this subgraph']);
    expect(check('filters/Employer/name')).toHaveLength(1);
    expect(check('filters/Worker')).toHaveLength(1);
  });

  it('a filter on a field that everybody may read is refused: its name must be wrong', () => {
    expect(check('filters/Worker/size')).toEqual(['reintegration: Narrow.by filters on Worker/size, which is under no policy']);
  });

  it('an argument is held to the same', () => {
    const sdl = `${directory} extend type Query { workers(name: String @tag(name: "filters/Worker/name")): Int }`;
    expect(filtersNameProtectedFields.check(inputOf({ reintegration: sdl }))).toEqual(['reintegration: Query.workers(name:) filters on Worker/name, which is no field of this subgraph']);
  });
});
