import { describe, expect, it } from '@jest/globals';
import { MAX_REFERENCES, refersToNoId, refersToTooMuch } from './too-many-references.js';

const references = (many: number): object[] => Array.from({ length: many }, (_, index) => ({ __typename: 'Person', id: String(index) }));
const query = 'query ($of: [_Any!]!) { _entities(representations: $of) { __typename } }';

describe('a question that refers to things of others', () => {
  it('may refer to five hundred and to no more, by variable', () => {
    expect(refersToTooMuch({ query, variables: { of: references(MAX_REFERENCES) } })).toBe(false);
    expect(refersToTooMuch({ query, variables: { of: references(MAX_REFERENCES + 1) } })).toBe(true);
  });

  it('and neither to more in the text of the document', () => {
    const written = (many: number): string => `{ _entities(representations: [${references(many).map(() => '{ __typename: "Person", id: "x" }').join(', ')}]) { ... on Person { id } } }`;
    expect(refersToTooMuch({ query: written(MAX_REFERENCES) })).toBe(false);
    expect(refersToTooMuch({ query: written(MAX_REFERENCES + 1) })).toBe(true);
  });

  it.each([{ $ne: null }, ['x'], 7, null, true])('names each by a text: %j is no id', (id) => {
    expect(refersToNoId({ query, variables: { of: [{ __typename: 'Person', id: 'x' }, { __typename: 'Person', id }] } })).toBe(true);
    expect(refersToNoId({ query, variables: { of: references(2), ids: [7], first: 7 } })).toBe(false);
  });

  it.each([{}, { query: null }, { query: 1, variables: null }, { variables: 'x' }])('that is none of ours does not trip it: %j', (question) => {
    expect([refersToTooMuch(question), refersToNoId(question)]).toEqual([false, false]);
  });
});
