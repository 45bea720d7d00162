import { describe, expect, it } from '@jest/globals';
import { company, inputOf } from '../check-input.js';
import { noBreakingChanges } from './no-breaking-changes.js';

const both = (change: (sdl: string) => string) => ({ 'sw-leiden': change(company('Leiden')), 'sw-wassenaar': change(company('Wassenaar')) });
const last = inputOf().supergraphSdl;
const findings = (change: (sdl: string) => string) => noBreakingChanges.check({ ...inputOf(both(change)), lastSupergraphSdl: last });

describe('no-breaking-changes', () => {
  it('the same API, a new field and the first API ever are in order', () => {
    expect(findings((sdl) => sdl)).toEqual([]);
    expect(findings((sdl) => sdl.replace('employer: Employer }', 'employer: Employer  city: String }'))).toEqual([]);
    expect(noBreakingChanges.check(inputOf())).toEqual([]);
  });

  it('a field that is gone is refused', () => {
    expect(findings((sdl) => sdl.replace('  employer: Employer }', ' }')).join()).toContain('LeidenWorkplace.employer was removed');
  });

  it('an argument that is gone is refused', () => {
    expect(findings((sdl) => sdl.replaceAll(', first: Int = 25', '')).join()).toContain('title arg first was removed');
  });

  it('a field that may now be null is refused', () => {
    expect(findings((sdl) => sdl.replace('name: String!', 'name: String')).join()).toContain('Employer.name changed type from String! to String');
  });
});
