import { describe, expect, it } from '@jest/globals';
import { currentDueOn, decisionTerm, termBase, type SuspendedPeriod, type TermFacts } from './decision-term.js';
import { rollForward } from '#law/terms/calendar.js';

const application = (suspensions: SuspendedPeriod[] = [], decidedOn: string | null = null): TermFacts => ({
  receivedOn: '2013-03-04',
  decidedOn,
  suspensions,
});

describe('decision term (Awb 4:13, 4:15)', () => {
  it('is due eight weeks after receipt', () => {
    expect(decisionTerm(application(), '2013-03-10')).toEqual({ dueOn: '2013-04-29', daysLeft: 50, grossDays: 6, netDays: 6 });
  });

  it('counts the day after the invitation and not the day of completion, and rolls from Ascension Day to Friday', () => {
    const term = decisionTerm(application([{ from: '2013-03-12', until: '2013-03-22' }]), '2013-04-01');
    expect(term.dueOn).toBe('2013-05-10');
    expect(term.grossDays - term.netDays).toBe(10);
  });

  it('rolls from Sunday to Monday when completed three days later', () => {
    const term = decisionTerm(application([{ from: '2013-03-12', until: '2013-03-25' }]), '2013-04-01');
    expect(term.dueOn).toBe('2013-05-13');
    expect(term.grossDays - term.netDays).toBe(13);
  });

  it('counts net and gross days to the decision and leaves no days once decided', () => {
    const term = decisionTerm(application([{ from: '2013-03-12', until: '2013-03-22' }], '2013-04-03'), '2014-03-03');
    expect(term).toEqual({ dueOn: '2013-05-10', daysLeft: null, grossDays: 30, netDays: 20 });
  });

  it('counts overlapping suspensions once', () => {
    const periods = [{ from: '2013-03-12', until: '2013-03-22' }, { from: '2013-03-18', until: '2013-03-25' }];
    expect(decisionTerm(application(periods), '2013-04-01').dueOn).toBe('2013-05-13');
  });

  it('lets a suspension that still stands push the due date one day per day', () => {
    const facts = application([{ from: '2013-03-12', until: null }]);
    expect(decisionTerm(facts, '2013-03-12').dueOn).toBe('2013-05-01');
    expect(decisionTerm(facts, '2013-03-14').dueOn).toBe('2013-05-02');
    expect(decisionTerm(facts, '2013-03-13').netDays).toBe(7);
  });

  it('ignores a suspension that begins after the term has lapsed', () => {
    const term = decisionTerm(application([{ from: '2013-05-02', until: '2013-05-20' }]), '2013-06-01');
    expect(term.dueOn).toBe('2013-04-29');
    expect(term.daysLeft).toBe(-33);
    expect(term.netDays).toBe(term.grossDays);
  });

  it('counts a second suspension that begins in the time the first one gave', () => {
    const periods = [{ from: '2013-03-12', until: '2013-03-22' }, { from: '2013-05-06', until: '2013-05-08' }];
    expect(decisionTerm(application(periods), '2013-06-01').dueOn).toBe('2013-05-13');
  });

  it('sorts as it computes: the base and the standing suspension give the same due date', () => {
    const facts = application([{ from: '2013-03-12', until: '2013-03-22' }, { from: '2013-04-01', until: null }]);
    expect(rollForward(currentDueOn(termBase(facts), '2013-04-10'))).toBe(decisionTerm(facts, '2013-04-10').dueOn);
  });
});
