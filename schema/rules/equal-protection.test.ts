import { describe, expect, it } from '@jest/globals';
import { company, directory, inputOf } from '../check-input.js';
import { equalProtection } from './equal-protection.js';

const guarded = (prefix: string, mark: string) => company(prefix).replace('employer: Employer }', `employer: Employer ${mark} }`);
const both = (leiden: string, wassenaar: string) => equalProtection.check(inputOf({ 'sw-leiden': guarded('Leiden', leiden), 'sw-wassenaar': guarded('Wassenaar', wassenaar) }));
const NAMES = '@policy(policies: [["names"]])';

describe('equal-protection', () => {
  it('the same marks at every company are in order, and so are none', () => {
    expect(equalProtection.check(inputOf())).toEqual([]);
    expect(both(`${NAMES} @cost(weight: 3)`, `@cost(weight: 3) ${NAMES}`)).toEqual([]);
  });

  it.each([NAMES, '@authenticated', '@requiresScopes(scopes: [["a"]])', '@cost(weight: 2)', '@tag(name: "filters/A/b")'])('%s at one company only is refused', (mark) => {
    expect(both(mark, '')).toEqual([`LeidenWorkplace.employer in sw-leiden has ${mark}, WassenaarWorkplace.employer in sw-wassenaar has nothing`]);
    expect(both('', mark)).toHaveLength(1);
  });

  it('another group or cost at one company is refused', () => {
    expect(both(NAMES, '@policy(policies: [["people"]])')).toHaveLength(1);
    expect(both('@cost(weight: 2)', '@cost(weight: 3)')).toHaveLength(1);
  });

  it('a type that the directory leaves open and its company protects is refused', () => {
    const own = company('Leiden').replace('@key(fields: "id") {', `@key(fields: "id") ${NAMES} {`);
    expect(equalProtection.check(inputOf({ 'sw-leiden': own }))).not.toEqual([]);
    const stubs = directory.replaceAll('@key(fields: "id") {', `@key(fields: "id") ${NAMES} {`);
    const wassenaar = company('Wassenaar').replace('@key(fields: "id") {', `@key(fields: "id") ${NAMES} {`);
    expect(equalProtection.check(inputOf({ reintegration: stubs, 'sw-leiden': own, 'sw-wassenaar': wassenaar }))).toEqual([]);
  });

  it('an input field or enum value that is marked in one subgraph only is refused', () => {
    const city = company('Leiden').replace('city: String }', 'city: String @tag(name: "filters/Person/residence") }');
    expect(equalProtection.check(inputOf({ 'sw-leiden': city }))).toEqual(['TitleFilter.city in sw-leiden has @tag(name: "filters/Person/residence"), TitleFilter.city in sw-wassenaar has nothing']);
    const status = company('Leiden').replace('OPEN TAKEN', 'OPEN TAKEN @tag(name: "filters/Person/residence")');
    expect(equalProtection.check(inputOf({ 'sw-leiden': status }))).toHaveLength(1);
  });
});
