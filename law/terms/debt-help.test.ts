import { describe, expect, it } from '@jest/globals';
import { KNOWN_PARAMETERS } from '../testing/known-parameters.js';
import { debtDecisionTerm, firstConversationTerm, type DebtDecisionFacts } from './debt-help.js';

describe('the first conversation about debts (Wgs 4)', () => {
  it('is due four weeks after the application', () => {
    expect(firstConversationTerm('2014-02-03', false)).toEqual({ article: 'Wgs art. 4 lid 1', lastDay: '2014-03-03', counted: [], moved: [] });
  });

  it('rolls when the four weeks end on Easter Monday', () => {
    expect(firstConversationTerm('2014-03-24', false)).toMatchObject({ lastDay: '2014-04-22', moved: [{ day: '2014-04-21', text: 'Geen werkdag: Tweede Paasdag.' }] });
  });

  it('is due within three working days when a necessity is threatened, and says which days count', () => {
    const term = firstConversationTerm('2014-04-17', true);
    expect([term.lastDay, term.counted]).toEqual(['2014-04-24', ['2014-04-22', '2014-04-23', '2014-04-24']]);
    expect(term.moved.map((one) => one.reason)).toEqual(['HOLIDAY', 'SATURDAY', 'SUNDAY', 'HOLIDAY']);
    expect(firstConversationTerm('2014-02-27', true).lastDay).toBe('2014-03-04');
  });
});

describe('the decision on debt help', () => {
  const facts: DebtDecisionFacts = { municipality: '0629', appliedOn: '2014-02-03', firstConversationOn: '2014-02-20', ordinanceWeeks: null };
  const decision = (change: Partial<DebtDecisionFacts> = {}) => debtDecisionTerm({ ...facts, ...change }, KNOWN_PARAMETERS);

  it('was due eight weeks after the application before the Wgs had a term of its own', () => {
    expect(decision()).toMatchObject({ article: 'Awb art. 4:13 lid 2', weeks: 8, term: { lastDay: '2014-03-31' } });
  });

  it('follows the ordinance of the municipality', () => {
    expect(decision({ ordinanceWeeks: 6 })).toMatchObject({ article: 'Awb art. 4:13 lid 1', weeks: 6, term: { lastDay: '2014-03-17' } });
  });

  it('is due eight weeks after the first conversation at most since 2021 (Wgs 4a)', () => {
    const since = { appliedOn: '2022-02-01', firstConversationOn: '2022-02-15' };
    expect(decision(since)).toMatchObject({ article: 'Wgs art. 4a lid 3', weeks: 8, capped: false, term: { lastDay: '2022-04-12' } });
    expect(decision({ ...since, ordinanceWeeks: 10 })).toMatchObject({ weeks: 8, capped: true });
    expect(decision({ ...since, ordinanceWeeks: 4 })).toMatchObject({ weeks: 4, capped: false, term: { lastDay: '2022-03-15' } });
  });

  it('has no day while the conversation from which it runs is still to be held', () => {
    expect(decision({ appliedOn: '2022-02-01', firstConversationOn: null }).term).toBeNull();
    const own = { ...KNOWN_PARAMETERS.find((one) => one.name === 'DEBT_DECISION_TERM_STARTS')!, municipality: '0629', value: 'APPLICATION' };
    expect(debtDecisionTerm({ ...facts, appliedOn: '2022-02-01', firstConversationOn: null }, [...KNOWN_PARAMETERS, own]).term?.lastDay).toBe('2022-03-29');
  });
});
