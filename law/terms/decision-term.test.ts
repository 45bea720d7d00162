import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { anyDate, suspensionsAround } from '../testing/arbitrary-terms.js';
import { addDays, rollForward } from './calendar.js';
import { currentDueOn, decisionTerm, elapsedDays, termBase, type TermFacts } from './decision-term.js';
import type { SuspendedPeriod } from './suspension.js';

const application = (suspensions: SuspendedPeriod[] = [], change: Partial<TermFacts> = {}): TermFacts => ({ receivedOn: '2013-03-04', decidedOn: null, suspensions, ...change });
const INVITED = { from: '2013-03-12', until: '2013-03-22' };

describe('decision term (Awb 4:13, 4:15)', () => {
  it('is due eight weeks after receipt', () => {
    expect(decisionTerm(application(), '2013-03-10')).toMatchObject({ article: 'Awb art. 4:13 lid 2', lastDay: '2013-04-29', daysLeft: 50, elapsed: { grossDays: 6, netDays: 6 }, moved: [] });
  });

  it('is the one of the statutory provision where there is one', () => {
    const statutory = { length: 6, unit: 'weeks', article: 'Awb art. 4:13 lid 1' } as const;
    expect(decisionTerm(application([], { statutory }), '2013-03-10')).toMatchObject({ article: 'Awb art. 4:13 lid 1', lastDay: '2013-04-15' });
  });

  it('counts the day after the invitation and not the day of completion, and rolls from Ascension Day to Friday', () => {
    const term = decisionTerm(application([INVITED]), '2013-04-01');
    expect([term.rawLastDay, term.lastDay]).toEqual(['2013-05-09', '2013-05-10']);
    expect(term.elapsed.grossDays - term.elapsed.netDays).toBe(10);
  });

  it('rolls from Sunday to Monday when completed three days later', () => {
    const term = decisionTerm(application([{ from: '2013-03-12', until: '2013-03-25' }]), '2013-04-01');
    expect([term.rawLastDay, term.lastDay]).toEqual(['2013-05-12', '2013-05-13']);
    expect(term.elapsed.grossDays - term.elapsed.netDays).toBe(13);
  });

  it('counts net and gross days to the decision and leaves no days once decided', () => {
    const term = decisionTerm(application([INVITED], { decidedOn: '2013-04-03' }), '2014-03-03');
    expect(term).toMatchObject({ lastDay: '2013-05-10', daysLeft: null, suspendedOn: false, elapsed: { grossDays: 30, netDays: 20 } });
  });

  it('counts overlapping suspensions once', () => {
    expect(decisionTerm(application([INVITED, { from: '2013-03-18', until: '2013-03-25' }]), '2013-04-01').lastDay).toBe('2013-05-13');
  });

  it('lets a suspension that still stands push the last day one day per day', () => {
    const facts = application([{ from: '2013-03-12', until: null }]);
    expect(decisionTerm(facts, '2013-03-12')).toMatchObject({ lastDay: '2013-05-01', suspendedOn: true });
    expect(decisionTerm(facts, '2013-03-14').lastDay).toBe('2013-05-02');
    expect(decisionTerm(facts, '2013-03-13').elapsed.netDays).toBe(7);
    expect(decisionTerm(facts, '2013-03-11').suspendedOn).toBe(false);
  });

  it('ignores a suspension that begins after the term has lapsed', () => {
    const term = decisionTerm(application([{ from: '2013-05-02', until: '2013-05-20' }]), '2013-06-01');
    expect(term).toMatchObject({ lastDay: '2013-04-29', daysLeft: -33 });
    expect(term.elapsed.netDays).toBe(term.elapsed.grossDays);
  });

  it('counts a second suspension that begins in the time the first one gave', () => {
    expect(decisionTerm(application([INVITED, { from: '2013-05-06', until: '2013-05-08' }]), '2013-06-01').lastDay).toBe('2013-05-13');
  });
});

describe('a new term that the applicant was told (Awb 4:14)', () => {
  const newTerm = { toldOn: '2013-04-22', until: '2013-06-08' };

  it('takes the place of the eight weeks when told within them, and does not roll, for no law set it', () => {
    expect(decisionTerm(application([], { newTerm }), '2013-05-01')).toMatchObject({ article: 'Awb art. 4:14 lid 3', statutoryLastDay: '2013-04-29', lastDay: '2013-06-08', daysLeft: 38 });
  });

  it('moves nothing when told too late, or under a statutory term', () => {
    const statutory = { length: 8, unit: 'weeks', article: 'Awb art. 4:13 lid 1' } as const;
    expect(decisionTerm(application([], { newTerm: { ...newTerm, toldOn: '2013-04-30' } }), '2013-05-01').lastDay).toBe('2013-04-29');
    expect(decisionTerm(application([], { newTerm, statutory }), '2013-05-01').lastDay).toBe('2013-04-29');
  });

  it('is moved by suspensions that begin after it was told only', () => {
    const facts = application([INVITED, { from: '2013-05-06', until: '2013-05-09' }], { newTerm });
    expect(decisionTerm(facts, '2013-05-20')).toMatchObject({ lastDay: '2013-06-11', elapsed: { grossDays: 77, netDays: 64 } });
    expect(termBase(facts)).toEqual({ baseDueOn: '2013-06-11', suspendedSince: null, rolls: false });
  });
});

describe('what a store sorts by', () => {
  const anyFacts = anyDate.chain((receivedOn) => fc.record({
    receivedOn: fc.constant(receivedOn), suspensions: suspensionsAround(receivedOn), decidedOn: fc.constant(null),
    newTerm: fc.option(fc.record({ toldOn: fc.integer({ min: 1, max: 80 }), until: fc.integer({ min: 40, max: 150 }) })
      .map(({ toldOn, until }) => ({ toldOn: addDays(receivedOn, toldOn), until: addDays(receivedOn, until) }))),
  }));

  it('gives the same last day as the term itself, on every day', () => {
    fc.assert(fc.property(anyFacts, fc.integer({ min: 0, max: 250 }), (facts, after) => {
      const on = addDays(facts.receivedOn, after);
      const base = termBase(facts);
      const current = currentDueOn(base, on);
      expect(base.rolls ? rollForward(current) : current).toBe(decisionTerm(facts, on).lastDay);
    }));
  });

  it('never has more net days than gross days, nor fewer than none', () => {
    fc.assert(fc.property(anyFacts, fc.integer({ min: -5, max: 250 }), (facts, after) => {
      const { grossDays, netDays } = elapsedDays(facts, addDays(facts.receivedOn, after));
      expect(netDays >= 0 && netDays <= grossDays).toBe(true);
    }));
  });

  it('never leaves a day in a suspension as the last one', () => {
    fc.assert(fc.property(anyFacts, fc.integer({ min: 0, max: 250 }), (facts, after) => {
      const on = addDays(facts.receivedOn, after);
      const term = decisionTerm(facts, on);
      expect(term.suspendedOn && facts.newTerm === null ? term.lastDay > on : true).toBe(true);
    }));
  });
});
