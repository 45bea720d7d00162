import { describe, expect, it } from '@jest/globals';
import { graphqlBody, graphqlParameters, HttpRefusal } from './graphql-body.js';

const JSON_HEADERS = { 'content-type': 'application/json' };
const PREFLIGHT = { 'graphql-require-preflight': '1' };

function outcome(read: () => unknown): unknown {
  try {
    return read();
  } catch (error) {
    if (error instanceof HttpRefusal) return [error.status, error.fault.code];
    throw error;
  }
}

const body = (value: unknown, headers: Record<string, string> = JSON_HEADERS): unknown => outcome(() => graphqlBody(headers, Buffer.from(typeof value === 'string' ? value : JSON.stringify(value))));
const address = (search: string, headers: Record<string, string> = PREFLIGHT): unknown => outcome(() => graphqlParameters(headers, new URLSearchParams(search)));

describe('the body of a request', () => {
  it('is a text or the id of one', () => {
    expect(body({ query: '{ a }', variables: null })).toEqual({ query: '{ a }', variables: null });
    expect(body({ documentId: 'sha256:1', variables: { n: 1 } })).toEqual({ documentId: 'sha256:1', variables: { n: 1 } });
    expect(body({ query: '{ a }', documentId: 'sha256:1' })).toEqual([400, 'BAD_USER_INPUT']);
    expect(body({ variables: {} })).toEqual([400, 'BAD_USER_INPUT']);
  });

  it.each([['a batch', [{ query: '{ a }' }]], ['no JSON', '{ "query"'], ['an empty text', { query: '' }], ['variables that are a list', { query: '{ a }', variables: [] }]])('is refused: %s', (_what, value) => {
    expect(body(value)).toEqual([400, 'BAD_USER_INPUT']);
  });

  it.each([
    ['a form', { 'content-type': 'application/x-www-form-urlencoded' }, 415],
    ['plain text, which any page can send', { 'content-type': 'text/plain' }, 415],
    ['another alphabet', { 'content-type': 'application/json; charset=utf-7' }, 415],
    ['a packed body', { ...JSON_HEADERS, 'content-encoding': 'gzip' }, 415],
    ['an answer that we do not have', { ...JSON_HEADERS, accept: 'text/csv' }, 406],
  ])('is refused by its headers: %s', (_what, headers, status) => {
    expect(body({ query: '{ a }' }, headers)).toEqual([status, 'BAD_USER_INPUT']);
  });
});

describe('a question in an address', () => {
  it('needs a header that a browser does not send to another site by itself', () => {
    expect(address('query={a}&variables={"n":1}&operationName=')).toEqual({ query: '{a}', variables: { n: 1 }, operationName: '' });
    expect(address('documentId=sha256:1')).toEqual({ documentId: 'sha256:1' });
    expect(address('query={a}', {})).toEqual([400, 'BAD_USER_INPUT']);
  });

  it.each(['query={a}&query={b}', 'query={a}&variables=[', 'query={a}&variables=[]', 'query=', 'variables={}', 'query={a}&documentId=x'])('is refused: %s', (search) => {
    expect(address(search)).toEqual([400, 'BAD_USER_INPUT']);
  });

  it('names no purpose', () => {
    expect(address('query={a}', { ...PREFLIGHT, 'x-doelbinding': 'wsw' })).toEqual([400, 'BAD_USER_INPUT']);
  });
});
