import { describe, expect, it } from '@jest/globals';
import { categoryOf, codeOfWorkForm, letterOfStatus, sqlStatus, statusOf, workFormOf } from './codes.js';

describe('code letters', () => {
  it.each([
    ['B', 'INTERNAL'],
    ['DI', 'SECONDMENT_INDIVIDUAL'],
    ['DG', 'SECONDMENT_GROUP'],
    ['BW', 'SUPERVISED_EMPLOYMENT'],
    ['NB', 'NEW_SHELTERED'],
  ] as const)('work form %s is %s, and back', (code, name) => {
    expect(workFormOf(code)).toBe(name);
    expect(codeOfWorkForm(name)).toBe(code);
  });

  it.each([
    ['V', 'OPEN'],
    ['R', 'HELD'],
    ['B', 'TAKEN'],
    ['G', 'CLOSED'],
  ] as const)('status %s is %s, and back', (letter, name) => {
    expect(statusOf(letter)).toBe(name);
    expect(letterOfStatus(name)).toBe(letter);
  });

  it('category E is severe', () => {
    expect(categoryOf('E')).toBe('SEVERE');
  });

  it('an unknown letter stops the reader', () => {
    expect(() => statusOf('Q')).toThrow(RangeError);
  });

  it('SQL uses the same table', () => {
    expect(sqlStatus('w.status')).toBe("CASE w.status WHEN 'V' THEN 'OPEN' WHEN 'B' THEN 'TAKEN' WHEN 'G' THEN 'CLOSED' WHEN 'R' THEN 'HELD' END");
  });
});
