import { describe, expect, it } from '@jest/globals';
import { Fault, notFound } from '#kernel/faults.js';
import { publicError } from './public-error.js';

const shown = (message: string, extensions: Record<string, unknown> = {}, thrown: unknown = null) => publicError({ message, extensions }, thrown);
const ofSubgraph = (message: string, code: string) => shown(message, { code, serviceName: 'benefits' });

describe('the public form of an error', () => {
  it('an unknown error says nothing', () => {
    expect(shown('connect ECONNREFUSED 127.0.0.1:5432', { code: 'INTERNAL_SERVER_ERROR', stacktrace: ['at x'] })).toEqual({
      message: 'Er ging iets mis. Meld het nummer van dit verzoek aan de beheerder.',
      extensions: { code: 'INTERNAL' },
    });
  });

  it('what does not exist and what may not be seen are the same, byte for byte', () => {
    expect(JSON.stringify(ofSubgraph(notFound().message, 'NOT_FOUND'))).toBe(JSON.stringify(shown(notFound().message, {}, notFound())));
  });

  it.each([
    'select * from client where bsn = 1',
    'relation "client" does not exist',
    'see http://10.0.0.7:4011/graphql',
    'fout bij 999990019',
    'TypeError\n    at handler (file.js:1:1)',
    'getaddrinfo ENOTFOUND sw-leiden',
    `lang ${'x'.repeat(500)}`,
  ])('the sentence "%s" of a subgraph is replaced by the sentence of its code', (sentence) => {
    expect(ofSubgraph(sentence, 'BAD_USER_INPUT')).toEqual({ message: 'De invoer klopt niet.', extensions: { code: 'BAD_USER_INPUT' } });
  });

  it('of a hidden field tells why, by codes that can be no data; of other errors nothing is told', () => {
    const told = (whyHidden: unknown, code = 'UNAUTHORIZED_FIELD_OR_TYPE') => shown('Dit veld mag u niet inzien.', { code, whyHidden }).extensions;
    const why = { reason: 'PURPOSE', purposes: ['schuldhulp'] };
    expect(told(why)).toEqual({ code: 'UNAUTHORIZED_FIELD_OR_TYPE', whyHidden: why });
    expect(told({ ...why, bsn: '999990019' })).toEqual({ code: 'UNAUTHORIZED_FIELD_OR_TYPE', whyHidden: why });
    for (const bad of [{ reason: 'BECAUSE', purposes: [] }, { reason: 'ROLE', purposes: ['see http://10.0.0.7'] }, 'ROLE']) expect(told(bad)).toEqual({ code: 'UNAUTHORIZED_FIELD_OR_TYPE' });
    expect(told(why, 'FORBIDDEN')).toEqual({ code: 'FORBIDDEN' });
  });

  it('a proper sentence of a subgraph is kept', () => {
    expect(ofSubgraph('De datum ligt voor het begin.', 'BAD_USER_INPUT').message).toBe('De datum ligt voor het begin.');
  });

  it.each([
    ['GRAPHQL_PARSE_FAILED', 'BAD_USER_INPUT'],
    ['GRAPHQL_VALIDATION_FAILED', 'BAD_USER_INPUT'],
    ['OPERATION_RESOLUTION_FAILURE', 'BAD_USER_INPUT'],
    ['INVALID_GRAPHQL', 'BAD_USER_INPUT'],
    ['QUERY_PLAN_COMPLEXITY_EXCEEDED', 'LIMIT_EXCEEDED'],
    ['DOWNSTREAM_SERVICE_ERROR', 'INTERNAL'],
    ['toString', 'INTERNAL'],
  ])('the code %s of a library is told as %s', (code, told) => {
    expect(shown('x', { code }).extensions).toEqual({ code: told });
  });

  it('a planner that stops at its limit is a limit, not a breakdown', () => {
    expect(shown('Too many options generated for x, reached the limit of 1000', { code: 'INTERNAL_SERVER_ERROR' }).extensions).toEqual({ code: 'LIMIT_EXCEEDED' });
  });

  it('a value that the client sent is not sent back', () => {
    expect(shown('Variable "$n" got invalid value "999990019"; Int cannot represent', { code: 'BAD_USER_INPUT' }).message).toBe('Variable "$n" is missing or of the wrong type.');
  });

  it('a silent body keeps its name', () => {
    expect(shown('', {}, new Fault('UNAVAILABLE', 'x', { body: 'sw-leiden' })).extensions?.['code']).toBe('UNAVAILABLE');
    expect(shown('x', { code: 'UNAVAILABLE', body: 'sw-leiden', url: 'http://x' }).extensions).toEqual({ code: 'UNAVAILABLE', body: 'sw-leiden' });
  });
});
