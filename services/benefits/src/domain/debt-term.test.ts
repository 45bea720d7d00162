import { describe, expect, it } from '@jest/globals';
import { firstConversationDueOn } from './debt-term.js';

describe('first conversation about debts (Wgs art. 4)', () => {
  it('is due four weeks after the application', () => {
    expect(firstConversationDueOn('2014-02-03', false)).toBe('2014-03-03');
  });

  it('rolls when the four weeks end on Easter Monday', () => {
    expect(firstConversationDueOn('2014-03-24', false)).toBe('2014-04-22');
  });

  it('is due within three working days when a necessity is threatened', () => {
    expect(firstConversationDueOn('2014-02-27', true)).toBe('2014-03-04');
  });
});
