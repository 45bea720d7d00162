import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { anyDate } from '../testing/arbitrary-terms.js';
import { KNOWN_PARAMETERS } from '../testing/known-parameters.js';
import { addDays } from './calendar.js';
import { penaltyOf, type Penalty } from './penalty.js';

const facts = { lastDay: '2014-02-03', noticeReceivedOn: '2014-02-10', decidedOn: null };
const penalty = (on: string, change: Partial<Omit<typeof facts, 'decidedOn'>> & { decidedOn?: string | null } = {}) => penaltyOf({ ...facts, ...change }, on, KNOWN_PARAMETERS);

describe('the penalty for a late decision (Awb 4:17)', () => {
  it('begins when two whole weeks have passed since the notice', () => {
    expect(penalty('2014-02-24')).toMatchObject({ decideBy: '2014-02-24', firstDay: '2014-02-25', days: 0, amount: '0.00', maximum: '1260.00', verified: true });
    expect(penalty('2014-02-25')).toMatchObject({ days: 1, amount: '20.00', fixBy: null });
  });

  it('rises after fourteen and after twenty-eight days', () => {
    expect((penalty('2014-03-10') as Penalty).amount).toBe('280.00');
    expect((penalty('2014-03-11') as Penalty).amount).toBe('310.00');
    expect((penalty('2014-03-25') as Penalty).amount).toBe('740.00');
  });

  it('ends after 42 days, on a day off too, and is fixed within two weeks (4:18)', () => {
    expect(penalty('2014-12-31')).toMatchObject({ lastDay: '2014-04-07', days: 42, amount: '1260.00', fixBy: '2014-04-22' });
    expect(penalty('2014-12-31', { noticeReceivedOn: '2014-02-07' })).toMatchObject({ lastDay: '2014-04-04' });
    expect(penalty('2014-12-31', { noticeReceivedOn: '2014-02-13' })).toMatchObject({ decideBy: '2014-02-27', lastDay: '2014-04-10' });
    expect(penalty('2014-12-31', { lastDay: '2014-02-28', noticeReceivedOn: '2014-03-06' })).toMatchObject({ decideBy: '2014-03-20', lastDay: '2014-05-01' });
  });

  it('gives the two weeks until Monday when they end on Saturday, for only the 42 days are exempt', () => {
    expect(penalty('2014-12-31', { noticeReceivedOn: '2014-02-08' })).toMatchObject({ decideBy: '2014-02-24', firstDay: '2014-02-25', lastDay: '2014-04-07' });
    expect(penalty('2014-12-31', { noticeReceivedOn: '2014-03-01' })).toMatchObject({ decideBy: '2014-03-17', lastDay: '2014-04-28' });
  });

  it('stops with the decision, whose own day is no day in default', () => {
    expect(penalty('2014-12-31', { decidedOn: '2014-02-27' })).toMatchObject({ days: 2, amount: '40.00', fixBy: '2014-03-12' });
    expect(penalty('2014-12-31', { decidedOn: '2014-02-24' })).toMatchObject({ days: 0, amount: '0.00', fixBy: null });
  });

  it('follows the amounts of its first day', () => {
    const now = { lastDay: '2019-02-01', noticeReceivedOn: '2019-02-04' };
    expect(penalty('2019-12-31', now)).toMatchObject({ maximum: '1442.00', verified: false });
    expect(penalty('2019-12-31', { lastDay: '2018-11-30', noticeReceivedOn: '2018-12-03' })).toMatchObject({ firstDay: '2018-12-18', maximum: '1260.00' });
  });

  it('leaves a notice from before the end of the term to a human, with both readings', () => {
    const { human } = penalty('2014-03-03', { noticeReceivedOn: '2014-02-03' }) as { human: readonly string[] };
    expect(human.length).toBe(2);
    expect(human[1]).toContain('2014-02-18');
  });

  it('is not guessed for a day without amounts', () => {
    expect(penalty('2009-01-31', { lastDay: '2008-12-01', noticeReceivedOn: '2008-12-08' })).toHaveProperty('human');
  });

  it('never falls with time and never exceeds its maximum', () => {
    fc.assert(fc.property(anyDate.filter((day) => day > '2010-01-01'), fc.integer({ min: 0, max: 90 }), (lastDay, after) => {
      const due = (on: number) => penalty(addDays(lastDay, on), { lastDay, noticeReceivedOn: addDays(lastDay, 1) }) as Penalty;
      expect(Number(due(after).amount)).toBeLessThanOrEqual(Number(due(after + 1).amount));
      expect(Number(due(after).amount)).toBeLessThanOrEqual(Number(due(after).maximum));
    }));
  });
});
