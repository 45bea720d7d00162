import { describe, expect, it } from '@jest/globals';
import { company, directory, inputOf, inputWithoutComposition } from '../check-input.js';
import { noInterfaceKeys } from './no-interface-keys.js';

describe('no-interface-keys', () => {
  it('a directory whose interfaces have no key is in order', () => {
    expect(noInterfaceKeys.check(inputOf())).toEqual([]);
  });

  it('a key on an interface is refused', () => {
    const keyed = directory.replace('interface Workplace {', 'interface Workplace @key(fields: "id") {');
    expect(noInterfaceKeys.check(inputWithoutComposition([{ name: 'reintegration', sdl: keyed }]))).toEqual(['reintegration: interface Workplace has @key']);
  });

  it('a type that poses as an interface is refused', () => {
    const posing = `${company('Leiden')} type Placement @key(fields: "id") @interfaceObject { id: ID! }`;
    expect(noInterfaceKeys.check(inputWithoutComposition([{ name: 'sw-leiden', sdl: posing }]))).toEqual(['sw-leiden: Placement is an @interfaceObject']);
  });
});
