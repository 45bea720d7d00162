import { describe, expect, it } from '@jest/globals';
import { encodeCursor, pageOf, pageRequest } from './pagination.js';

describe('a page', () => {
  it('has 25 rows unless asked otherwise and refuses more than 200', () => {
    expect(pageRequest({}, 1)).toEqual({ first: 25, after: null });
    expect(pageRequest({ first: 200 }, 1).first).toBe(200);
    expect(() => pageRequest({ first: 201 }, 1)).toThrow('200');
    expect(() => pageRequest({ first: 0 }, 1)).toThrow('200');
  });

  it('goes on after the sort key of its last row', () => {
    const page = pageOf([['a', 1], ['b', 2], ['c', 3]] as const, { first: 2, after: null }, 9, ([key]) => [key], ([, value]) => value);
    expect(page).toEqual({ nodes: [1, 2], totalCount: 9, pageInfo: { hasNextPage: true, endCursor: encodeCursor(['b']) } });
    expect(pageRequest({ after: page.pageInfo.endCursor }, 1).after).toEqual(['b']);
  });

  it('refuses a cursor of another list', () => {
    expect(() => pageRequest({ after: encodeCursor(['a', 'b']) }, 1)).toThrow('cursor');
    expect(() => pageRequest({ after: 'not base64 json' }, 1)).toThrow('cursor');
  });

  it('refuses a cursor with a character that no database holds', () => {
    expect(() => pageRequest({ after: encodeCursor(['a\u0000']) }, 1)).toThrow('cursor');
    expect(pageRequest({ after: encodeCursor(['a0']) }, 1).after).toEqual(['a0']);
  });
});
