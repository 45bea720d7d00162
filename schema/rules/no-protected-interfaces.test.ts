import { describe, expect, it } from '@jest/globals';
import { directory, inputOf, inputWithoutComposition } from '../check-input.js';
import { noProtectedInterfaces } from './no-protected-interfaces.js';

const check = (sdl: string): string[] => noProtectedInterfaces.check(inputWithoutComposition([{ name: 'reintegration', sdl }]));

describe('no-protected-interfaces', () => {
  it('protection on concrete types is in order', () => {
    const sdl = directory.replace('type LeidenWorkplace implements Workplace @key(fields: "id") {', 'type LeidenWorkplace implements Workplace @key(fields: "id") @authenticated {');
    expect(noProtectedInterfaces.check(inputOf())).toEqual([]);
    expect(check(sdl)).toEqual([]);
  });

  it.each(['@authenticated', '@policy(policies: [["people"]])', '@requiresScopes(scopes: [["a"]])'])('%s on an interface or on a field of one is refused', (mark) => {
    expect(check(directory.replace('interface Workplace {', `interface Workplace ${mark} {`))).toEqual([`reintegration: Workplace of an interface has ${mark}`]);
    expect(check(directory.replace('interface Workplace { id: ID! }', `interface Workplace { id: ID! ${mark} }`))).toEqual([`reintegration: Workplace.id of an interface has ${mark}`]);
  });
});
