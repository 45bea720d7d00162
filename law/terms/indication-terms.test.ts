import { describe, expect, it } from '@jest/globals';
import { indicationDecisionTerm, indicationObjectionDecisionTerm, reindicationRequestTerm } from './indication-terms.js';

describe('the terms of an indication', () => {
  it('give UWV sixteen weeks, without rolling (Wsw 11(5))', () => {
    expect(indicationDecisionTerm('2014-01-05', [], '2014-02-01')).toMatchObject({ lastDay: '2014-04-27', moved: [] });
  });

  it('are suspended like any decision term (Awb 4:15)', () => {
    const term = indicationDecisionTerm('2014-01-06', [{ from: '2014-01-20', until: '2014-01-27' }], '2014-02-01');
    expect([term.lastDay, term.moved.length]).toEqual(['2014-05-05', 7]);
  });

  it('count the decision on an objection from the day after the term to object, which itself rolls (Wsw 11(6))', () => {
    expect(indicationObjectionDecisionTerm('2014-03-07').lastDay).toBe('2014-08-12');
  });

  it('ask re-indication sixteen weeks before the end, without a shift (Besluit 6(1))', () => {
    expect(reindicationRequestTerm('2014-06-30').lastDay).toBe('2014-03-10');
  });
});
