/** What of a question the gateway answers itself. */
import { describe, expect, test } from '@jest/globals';
import { buildSchema, Kind, parse, type OperationDefinitionNode } from 'graphql';
import { answerIntrospection, introspectionIn, withIntrospection } from './introspection.js';

const SCHEMA = buildSchema('type Query { a(x: Int): Int  me: Query }');

function ask(text: string, variables: Record<string, unknown> = {}): unknown {
  const document = parse(text);
  const operation = document.definitions.find((one): one is OperationDefinitionNode => one.kind === Kind.OPERATION_DEFINITION);
  const about = operation ? introspectionIn(document, operation) : null;
  return about && answerIntrospection(SCHEMA, about, variables).data;
}

describe('a question about the schema', () => {
  test('is answered with the keys, variables and fragments of the client, and without what subgraphs answer', () => {
    const answer = ask('query Q($n: String!) { a me { a } q: __type(name: $n) { ...T } ...S } fragment T on __Type { name f: fields { name } } fragment S on Query { me { a } __schema { queryType { name } } }', { n: 'Query' });
    expect(answer).toEqual({ q: { name: 'Query', f: [{ name: 'a' }, { name: 'me' }] }, __schema: { queryType: { name: 'Query' } } });
  });

  test('obeys @skip and @include of the fragment that it stands in', () => {
    expect(ask('query Q($s: Boolean!) { ... @skip(if: $s) { __schema { __typename } } a }', { s: true })).toEqual({});
  });

  test('is laid beside what was fetched, which stays as it is', () => {
    const complete = withIntrospection(SCHEMA, parse('query Q($n: String!) { a q: __type(name: $n) { name } }'));
    const tree = Object.assign(Object.create(null), { a: 1 }) as Record<string, unknown>;
    expect(complete({ tree, errors: [] }, { n: 'Query' }).tree).toEqual({ a: 1, q: { name: 'Query' } });
    expect(complete({ tree: null, errors: [] }, { n: 'Query' }).tree).toBeNull();
    expect(tree).toEqual({ a: 1 });
  });

  test('is nothing where nobody asks about the schema', () => {
    expect(ask('{ __typename me { __typename } }')).toBeNull();
  });
});
