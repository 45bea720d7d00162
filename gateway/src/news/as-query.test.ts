import { describe, expect, it } from '@jest/globals';
import { buildSchema, getOperationAST, parse, print, validate } from 'graphql';
import { asQuery, type EventQuery } from './as-query.js';

const schema = buildSchema(`
  type Query { agreement(id: ID!): Agreement }
  type Mutation { noop: Int }
  type Subscription { agreementChanged(id: ID): Agreement }
  type Agreement { id: ID!  version: Int!  terms(first: Int): Terms  next: Agreement }
  type Terms { hash: String }
`);

function rewritten(text: string, variables: Record<string, unknown> = {}, operationName?: string): EventQuery {
  const document = parse(text);
  const operation = getOperationAST(document, operationName);
  if (!operation) throw new Error('no operation');
  expect(validate(schema, document)).toEqual([]);
  const query = asQuery({ document, operation, schema, variables });
  expect(validate(schema, parse(query.query))).toEqual([]);
  return query;
}

const same = (query: string, expected: string): void => expect(query).toBe(print(parse(expected)));

describe('the query of a subscription', () => {
  it('asks for the changed agreement under the name of the subscribed field', () => {
    const { query, idVariable, id, operationName } = rewritten('subscription { agreementChanged { id version } }');
    same(query, 'query ($changed: ID!) { agreementChanged: agreement(id: $changed) { id version } }');
    expect({ idVariable, id, operationName }).toEqual({ idVariable: 'changed', id: null, operationName: null });
  });

  it('keeps alias, variables, directives and fragments', () => {
    const { query, id } = rewritten(
      `subscription S($first: Int = 3, $more: Boolean!) { news: agreementChanged { ...Short @include(if: $more) terms(first: $first) { ...T } } }
       fragment Short on Agreement { id next { id } }  fragment T on Terms { hash }`,
      { more: true },
    );
    same(query, `query S($changed: ID!, $first: Int = 3, $more: Boolean!) { news: agreement(id: $changed) { ...Short @include(if: $more) terms(first: $first) { ...T } } }
       fragment Short on Agreement { id next { id } }  fragment T on Terms { hash }`);
    expect(id).toBeNull();
  });

  it('works with fragments on the subscription itself', () => {
    const { query } = rewritten('subscription { ...Root } fragment Root on Subscription { ... on Subscription { agreementChanged { id } } }');
    same(query, 'query ($changed: ID!) { ...Root } fragment Root on Query { ... on Query { agreementChanged: agreement(id: $changed) { id } } }');
  });

  it('leaves out the variable that only said which agreement, and knows which', () => {
    const one = 'ABCDEF00-0000-4000-8000-000000000001';
    const { query, id } = rewritten('subscription S($id: ID) { agreementChanged(id: $id) { version } }', { id: one });
    same(query, 'query S($changed: ID!) { agreementChanged: agreement(id: $changed) { version } }');
    expect(id).toBe(one.toLowerCase());
    expect(rewritten('subscription { agreementChanged(id: "x") { version } }').id).toBe('x');
    expect(rewritten('subscription S($id: ID = "y") { agreementChanged(id: $id) { version } }').id).toBe('y');
    expect(rewritten('subscription S($id: ID) { agreementChanged(id: $id) { version } }', { id: null }).id).toBeNull();
  });

  it('takes a name for its variable that is free', () => {
    const { idVariable, query } = rewritten('subscription ($changed: Int) { agreementChanged { terms(first: $changed) { hash } } }');
    expect(idVariable).toBe('changed_');
    expect(query).toContain('agreement(id: $changed_)');
  });

  it('takes one operation of several, with the fragments that it needs and no other', () => {
    const { query } = rewritten('query Q { agreement(id: 1) { ...A } } subscription S { agreementChanged { ...B } } fragment A on Agreement { id } fragment B on Agreement { version }', {}, 'S');
    same(query, 'query S($changed: ID!) { agreementChanged: agreement(id: $changed) { ...B } } fragment B on Agreement { version }');
  });

  it('does not touch a field of the same name further down', () => {
    const nested = buildSchema('type Query { agreement(id: ID!): Agreement } type Subscription { agreementChanged(id: ID): Agreement } type Agreement { agreementChanged: Int }');
    const document = parse('subscription { agreementChanged { agreementChanged } }');
    const query = asQuery({ document, operation: getOperationAST(document)!, schema: nested, variables: {} });
    same(query.query, 'query ($changed: ID!) { agreementChanged: agreement(id: $changed) { agreementChanged } }');
  });

  it('is refused for variables that do not fit, and is made for those that do', () => {
    const text = 'subscription S($id: ID!) { agreementChanged(id: $id) { id } }';
    expect(() => rewritten(text, {})).toThrow('Een variabele ontbreekt');
    expect(() => rewritten(text, { id: {} })).toThrow('Een variabele ontbreekt');
    expect(rewritten(text, { id: 'z' }).id).toBe('z');
  });
});
