import { describe, expect, it } from '@jest/globals';
import { buildSchema, Kind, parse } from 'graphql';
import { lookUpsIn } from './look-ups.js';

const schema = buildSchema('scalar BSN  type Query { personByBsn(bsn: BSN!): Person  find(by: By): [Person]  person(id: ID): Person }  input By { name: String  bsn: [BSN!]  not: By }  type Person { id: ID!  partner(bsn: BSN): Person }');

function lookUps(text: string): number {
  const document = parse(text);
  return lookUpsIn(document, document.definitions.find((one) => one.kind === Kind.OPERATION_DEFINITION)!, schema);
}

describe('looking people up by their number', () => {
  it('counts every alias for itself, wherever it stands', () => {
    expect(lookUps('{ personByBsn(bsn: "1") { id } }')).toBe(1);
    expect(lookUps('{ a: personByBsn(bsn: "1") { id } b: personByBsn(bsn: "2") { id } ... on Query { c: personByBsn(bsn: "3") { id } } }')).toBe(3);
    expect(lookUps('{ ...F ... { ...F } } fragment F on Query { a: personByBsn(bsn: "1") { partner(bsn: "2") { id } } }')).toBe(4);
  });

  it('counts a number inside an input too, and nothing else', () => {
    expect(lookUps('{ find(by: { name: "x" }) { id } }')).toBe(1);
    expect(lookUps('{ person(id: "x") { id } __typename }')).toBe(0);
  });
});
