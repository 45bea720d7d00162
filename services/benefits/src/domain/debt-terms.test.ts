import { describe, expect, it } from '@jest/globals';
import { debtDecisionOf, firstConversationOf, weeksOf } from './debt-terms.js';
import type { DebtTrajectoryFacts, PolicyFacts } from './facts.js';

const trajectory: DebtTrajectoryFacts = {
  number: '1', person: 'p', municipality: '0629', appliedOn: '2014-02-27', threatened: true, phase: 'INTAKE', from: '2014-03-04', until: null, outcome: null,
};
const ordinance = (change: Partial<PolicyFacts>): PolicyFacts =>
  ({ municipality: '0629', parameter: 'debt-help-decision-term', value: '6', unit: 'weeks', councilDecision: 'Raadsbesluit', from: '2012-01-01', until: null, ...change });

describe('the terms of a debt trajectory', () => {
  it('give a threatened client three working days', () => {
    expect(firstConversationOf(trajectory, [])).toMatchObject({ lastDay: '2014-03-04', counted: ['2014-02-28', '2014-03-03', '2014-03-04'] });
  });

  it('follow the ordinance of the responsible municipality that was in force on the day of the application', () => {
    const policies = [ordinance({ municipality: '1916', value: '8' }), ordinance({ value: '4', from: '2014-03-01' }), ordinance({ until: '2014-02-28' })];
    expect(debtDecisionOf(trajectory, policies, [])).toMatchObject({ weeks: 6, term: { lastDay: '2014-04-10' } });
  });

  it('take eight weeks where the ordinance says nothing, or nothing in weeks', () => {
    expect(debtDecisionOf(trajectory, [ordinance({ unit: 'days' })], [])).toMatchObject({ weeks: 8, article: 'Awb art. 4:13 lid 2' });
    expect([weeksOf('8'), weeksOf('acht'), weeksOf('0'), weeksOf('1.5'), weeksOf(null)]).toEqual([8, null, null, null, null]);
  });
});
