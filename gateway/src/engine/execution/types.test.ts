import { describe, expect, it } from '@jest/globals';
import { parse } from 'graphql';
import { SupergraphTypes } from './types.js';

const types = new SupergraphTypes(parse('interface N { i: ID } interface M implements N { i: ID } type A implements M & N @inaccessible { i: ID } type B implements N { i: ID } union U = A | B scalar S'));

describe('the types of a supergraph', () => {
  it('an interface covers its objects and the interfaces below it, a union its members, a type itself; also what clients do not see', () => {
    expect(['N', 'M', 'U', 'A'].map((name) => [...types.namesOf(name)].sort())).toEqual([['A', 'B', 'M', 'N'], ['A', 'M'], ['A', 'B', 'U'], ['A']]);
    expect([types.covers('M', 'A'), types.covers('M', 'B'), types.covers('A', 'M')]).toEqual([true, false, false]);
  });

  it('a name that is no type of an object is not known and covers nothing, nor do names that all objects inherit', () => {
    for (const name of ['S', 'Nobody', 'constructor', '__proto__', '']) expect([types.isKnown(name), types.covers(name, name), types.namesOf(name).size]).toEqual([false, false, 0]);
  });
});
