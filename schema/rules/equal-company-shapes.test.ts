import { describe, expect, it } from '@jest/globals';
import { company, directory, inputOf } from '../check-input.js';
import { equalCompanyShapes } from './equal-company-shapes.js';

const wassenaar = company('Wassenaar');

describe('equal-company-shapes', () => {
  it('companies whose types differ in name only are in order, whatever the order of their fields', () => {
    expect(equalCompanyShapes.check(inputOf())).toEqual([]);
    const turned = wassenaar.replace('{ status: WorkplaceStatus  city: String }', '{ city: String  status: WorkplaceStatus }');
    expect(equalCompanyShapes.check(inputOf({ 'sw-wassenaar': turned }))).toEqual([]);
  });

  it('a field of one company only is refused', () => {
    const more = wassenaar.replace('employer: Employer }', 'employer: Employer  rent: Int }');
    expect(equalCompanyShapes.check(inputOf({ 'sw-wassenaar': more }))).toEqual(['sw-leiden and sw-wassenaar differ in Workplace: rent: Int']);
  });

  it('a protection of one company only is refused', () => {
    const guarded = wassenaar.replace('employer: Employer }', 'employer: Employer @authenticated }');
    expect(equalCompanyShapes.check(inputOf({ 'sw-wassenaar': guarded }))).toHaveLength(2);
  });

  it('another default of an argument is refused', () => {
    const other = wassenaar.replaceAll('first: Int = 25', 'first: Int = 50');
    expect(equalCompanyShapes.check(inputOf({ 'sw-wassenaar': other, 'sw-leiden': company('Leiden').replace('= 25): String }', '= 50): String }') }))).not.toEqual([]);
  });

  it('a directory that says more of one company than of another is refused', () => {
    const uneven = directory.replace('type WassenaarWorkplace implements Workplace @key(fields: "id") { id: ID! }', 'type WassenaarWorkplace implements Workplace @key(fields: "id") { id: ID!  note: String }');
    expect(equalCompanyShapes.check(inputOf({ reintegration: uneven }))).toEqual(['reintegration (leiden) and reintegration (wassenaar) differ in Workplace: note: String']);
  });
});
