import { describe, expect, it } from '@jest/globals';
import { buildSchema, Kind, parse } from 'graphql';
import { nestsTooDeep } from './nesting.js';

const schema = buildSchema('type Query { person: Person } type Person { id: ID! employments: [Employment] } interface Employment { id: ID! person: Person } type Leiden implements Employment { id: ID! person: Person }');
const bounds = { depth: 9, turns: 3 };

function tooDeep(text: string): boolean {
  const document = parse(text);
  const operation = document.definitions.find((one) => one.kind === Kind.OPERATION_DEFINITION)!;
  return nestsTooDeep(document, operation, schema, bounds);
}

const rings = (count: number): string => `{ person { ${'employments { person { '.repeat(count)} id ${'} }'.repeat(count)} } }`;

describe('nesting', () => {
  it('lets a ring be turned as often as the bounds say, and no more', () => {
    expect(tooDeep(rings(2))).toBe(false);
    expect(tooDeep(rings(3))).toBe(true);
    expect(tooDeep(rings(200))).toBe(true);
  });

  it('is the same through fragments, inline fragments and aliases', () => {
    const inner = (count: number): string => `{ a: person { b: employments { ... on Leiden { c: person { ...P } } } } } fragment P on Person { ${'employments { ... { person { '.repeat(count)} id ${'} } }'.repeat(count)} }`;
    expect(tooDeep(inner(1))).toBe(false);
    expect(tooDeep(inner(2))).toBe(true);
  });

  it('does not look into introspection, which is never planned', () => {
    expect(tooDeep(`{ __schema { types { ${'ofType { '.repeat(20)} name ${'}'.repeat(20)} } } }`)).toBe(false);
  });
});
