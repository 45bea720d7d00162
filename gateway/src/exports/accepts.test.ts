import { describe, expect, it } from '@jest/globals';
import { accepts } from './accepts.js';

describe('a client takes text/csv', () => {
  it.each([undefined, '', '*/*', 'text/*', 'text/csv', 'TEXT/CSV', 'application/json, text/csv;q=0.1', 'application/json;q=1, */*;q=0.1', 'text/csv;charset=utf-8'])('that says %p', (header) => {
    expect(accepts(header, 'text/csv; charset=utf-8')).toBe(true);
  });

  it.each(['application/json', 'text/plain', 'application/*', 'text/csv;q=0', 'text/csv;q=0, */*', '*/*;q=0.0', 'text'])('not that says %p', (header) => {
    expect(accepts(header, 'text/csv; charset=utf-8')).toBe(false);
  });
});
