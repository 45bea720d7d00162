import { describe, expect, it } from '@jest/globals';
import { parse } from 'graphql';
import type { RequiredSelection, Rewrite } from '../plan.js';
import { representations } from './representations.js';
import { SupergraphTypes } from './types.js';

const types = new SupergraphTypes(parse('type Query { a: Int } interface I { id: ID } type A implements I { id: ID } type B implements I { id: ID } type P { x: Int } type Q { y: Int } union U = P | Q'));
const field = (name: string, selections?: readonly RequiredSelection[], alias?: string): RequiredSelection => ({ kind: 'Field', name, ...(selections && { selections }), ...(alias !== undefined && { alias }) });
const on = (typeCondition: string, ...selections: RequiredSelection[]): RequiredSelection => ({ kind: 'InlineFragment', typeCondition, selections });

function represented(object: object, requires: readonly RequiredSelection[], rewrites: readonly Rewrite[] = []): unknown {
  const text = representations(requires, rewrites, types).textOf(object as Record<string, unknown>);
  return text === null ? null : JSON.parse(text);
}

describe('what of an object is sent', () => {
  it('the same field twice, with other arguments: each under the name that the subgraph knows, read from where it stands', () => {
    const euro = [on('A', field('__typename'), field('price_1', undefined, 'price'), field('size'))];
    expect(represented({ __typename: 'A', price: 10, price_1: 20, size: 1 }, euro)).toEqual({ __typename: 'A', price: 20, size: 1 });
    expect(represented({ __typename: 'A', price: 10, price_1: 20 }, [...euro, on('A', field('__typename'), field('price_1', undefined, 'price'))])).toEqual({ __typename: 'A', price: 20 });
  });

  it('what is required of its type and of the interfaces it is one of, and nothing else', () => {
    const requires = [on('A', field('__typename'), field('id')), on('I', field('__typename'), field('size')), on('B', field('other'))];
    expect(represented({ __typename: 'A', id: '"1"', size: 2.5, other: 1, more: 1 }, requires)).toEqual({ __typename: 'A', id: '"1"', size: 2.5 });
  });

  it('inner objects and lists of them, as deep as is required; null for what is null, not an object, or lacks something', () => {
    const requires = [on('A', field('__typename'), field('in', [field('x'), field('y')]))];
    const rows = [{ x: 1, y: [1, null] }, null, { x: 1 }, 'text', [{ x: true, y: {} }]];
    expect(represented({ __typename: 'A', in: rows }, requires)).toEqual({ __typename: 'A', in: [{ x: 1, y: [1, null] }, null, null, null, [{ x: true, y: {} }]] });
  });

  it('inner objects by their own type', () => {
    const requires = [on('A', field('__typename'), field('u', [field('__typename'), on('P', field('x')), on('Q', field('y'))]))];
    const u = [{ __typename: 'P', x: 1, y: 1 }, { __typename: 'Q', y: 2 }];
    expect(represented({ __typename: 'A', u }, requires)).toEqual({ __typename: 'A', u: [{ __typename: 'P', x: 1 }, { __typename: 'Q', y: 2 }] });
  });

  it('by its key in the answer', () => {
    expect(represented({ __typename: 'A', id__arg1: 5 }, [on('A', field('__typename'), field('id__arg1'))])).toEqual({ __typename: 'A', id__arg1: 5 });
  });

  it('a requirement that is not met leaves out its own fragment; without any the object is not asked about', () => {
    const requires = [on('A', field('__typename'), field('id')), on('I', field('__typename'), field('size'))];
    expect(represented({ __typename: 'A', id: 1 }, requires)).toEqual({ __typename: 'A', id: 1 });
    expect(represented({ __typename: 'A' }, requires)).toBeNull();
    expect(represented({ __typename: 'Nobody', id: 1 }, requires)).toBeNull();
    expect(represented({ id: 1 }, requires)).toBeNull();
  });

  it('the plan may change it, also far inside', () => {
    const requires = [on('A', field('__typename'), field('in', [field('x')]))];
    const object = { __typename: 'A', in: [{ x: 1 }] };
    expect(represented(object, requires, [{ kind: 'ValueSetter', path: ['... on I', '__typename'], setValueTo: 'I' }])).toEqual({ __typename: 'I', in: [{ x: 1 }] });
    expect(represented(object, requires, [{ kind: 'KeyRenamer', path: ['... on A', 'in', 'x'], renameKeyTo: 'z' }])).toEqual({ __typename: 'A', in: [{ z: 1 }] });
    expect(object.in).toEqual([{ x: 1 }]);
  });
});
