import { describe, expect, it } from '@jest/globals';
import { forwarded, forwardRule } from './plain-manner.js';

const HEADERS = new Map([
  ['authorization', 'Bearer t'],
  ['x-tenant', 'a'],
  ['cookie', 'c=1'],
  ['host', 'gateway'],
  ['connection', 'keep-alive, X-Hop'],
  ['x-hop', '1'],
  ['transfer-encoding', 'chunked'],
  ['content-length', '12'],
  ['content-type', 'application/json'],
  ['te', 'trailers'],
]);
const names = (rule: string): string[] => forwarded(HEADERS, forwardRule(rule)).filter((_text, index) => index % 2 === 0);

describe('headers of the client that go along', () => {
  it('are those of the rule, as far as the client sent them', () => {
    expect(forwarded(HEADERS, forwardRule('Authorization, x-absent'))).toEqual(['authorization', 'Bearer t']);
    expect(names('')).toEqual([]);
  });

  it('with * are all but those of one connection, by name or because the client calls them so', () => {
    expect(names('*')).toEqual(['authorization', 'x-tenant', 'cookie']);
  });

  it('are never those of a connection, whoever names them in the rule', () => {
    expect(names('host, transfer-encoding, content-length, x-tenant')).toEqual(['x-tenant']);
  });
});
