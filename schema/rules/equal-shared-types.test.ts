import { describe, expect, it } from '@jest/globals';
import { company, inputOf } from '../check-input.js';
import { equalSharedTypes } from './equal-shared-types.js';

const changed = (from: string, to: string) => inputOf({ 'sw-wassenaar': company('Wassenaar').replace(from, to) });

describe('equal-shared-types', () => {
  it('inputs, enums and value types that are the same everywhere are in order', () => {
    expect(equalSharedTypes.check(inputOf())).toEqual([]);
  });

  it('an input field that one subgraph does not have is refused: composition would drop it for all', () => {
    expect(equalSharedTypes.check(changed('  city: String', ''))).toEqual(['sw-leiden and sw-wassenaar differ in TitleFilter: city: String']);
  });

  it('an enum value that one subgraph does not have is refused', () => {
    expect(equalSharedTypes.check({ ...inputOf(), subgraphs: [{ name: 'a', sdl: 'enum E { X Y }' }, { name: 'b', sdl: 'enum E { X }' }] })).toEqual(['a and b differ in E: Y']);
  });

  it('a value type with another shape in one subgraph is refused', () => {
    const employer = (more: string) => `type Employer @shareable { id: ID!  name: String!${more} }`;
    const subgraphs = [{ name: 'a', sdl: employer('') }, { name: 'b', sdl: employer('  city: String') }];
    expect(equalSharedTypes.check({ ...inputOf(), subgraphs })).toEqual(['a and b differ in Employer: city: String']);
  });
});
