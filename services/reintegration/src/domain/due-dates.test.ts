import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Agreement, AgreementEvent } from './agreement.js';
import { isSettled, onDate } from './commitment.js';
import { dueDatesOf, type DueKind } from './due-dates.js';
import { evolve } from './evolve.js';
import { addDays } from '#law/terms/calendar.js';
import { REMINDER_KINDS } from './reminder.js';
import { AGREEMENT_STATES } from './state-machine.js';
import { agreementAfter, PROPOSAL, versionOf, WAY_TO } from './testing/sample-agreement.js';

type Dates = [DueKind, string][];
const datesIn = (agreement: Agreement): Dates => dueDatesOf(agreement).map(({ kind, dueOn }) => [kind, dueOn]);
const datesAt = (state: keyof typeof WAY_TO): Dates => datesIn(agreementAfter(...WAY_TO[state]));
const withTerms = (agreement: Agreement, until: string | null): Agreement => ({ ...agreement, current: versionOf(1, { ...PROPOSAL, until }) });
const proposedAt = (agreement: Agreement, proposed: string): Agreement => ({ ...agreement, current: { ...agreement.current, proposedAt: `${proposed}T09:00:00.000Z` } });

describe('8.4 row 10: a proposal of 21 days, made on 3 March', () => {
  it('reminds at 50 % and 80 % of its validity, in whole days, and lapses after its last day', () => {
    expect(datesAt('PROPOSED')).toEqual([['REMIND_HALF', '2014-03-14'], ['REMIND_MOST', '2014-03-20'], ['EXPIRE', '2014-03-25']]);
  });

  it('reminds of a counter-proposal by the days that are left for it', () => {
    const countered = proposedAt(agreementAfter(), '2014-03-14');
    expect(datesIn(countered)).toEqual([['REMIND_HALF', '2014-03-19'], ['REMIND_MOST', '2014-03-22'], ['EXPIRE', '2014-03-25']]);
  });

  it('reminds nobody of terms of the last day itself, nor of what was reminded of already', () => {
    expect(datesIn(proposedAt(agreementAfter(), '2014-03-24'))).toEqual([['EXPIRE', '2014-03-25']]);
    const told = evolve(agreementAfter(), { type: 'REMINDED', of: 'REMIND_HALF', dueOn: '2014-03-14', reason: '' });
    expect(datesIn(told)).toEqual([['REMIND_MOST', '2014-03-20'], ['EXPIRE', '2014-03-25']]);
  });

  it('awaits only the expiry while the place is asked for: nobody has anything to answer', () => {
    expect(datesAt('RESERVING')).toEqual([['EXPIRE', '2014-03-25']]);
  });

  it('whatever its length, reminds after the day of the proposal, in order, and never after the last day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), (days) => {
        const expiresOn = addDays('2014-03-03', days);
        const [half, most, expiry] = dueDatesOf({ ...agreementAfter(), expiresOn });
        expect('2014-03-03' < half!.dueOn && half!.dueOn <= most!.dueOn && most!.dueOn <= expiresOn && expiresOn < expiry!.dueOn).toBe(true);
      }),
    );
  });
});

describe('the way to the start', () => {
  it('has a last day to inform the worker and a day on which it is too late to begin', () => {
    expect(datesAt('AGREED')).toEqual([['INFORM_BY', '2014-03-18'], ['START_MISSED', '2014-04-02']]);
    expect(datesAt('WORKER_INFORMED')).toEqual([['START_MISSED', '2014-04-02']]);
    expect(datesAt('SIGNED')).toEqual([['ACTIVATE', '2014-04-01']]);
  });
});

describe('8.4 row 17: work for a fixed period', () => {
  const active = agreementAfter(...WAY_TO.ACTIVE);

  it('asks for the notice more than a month before the end, after the review, and ends on the day after its last day', () => {
    const expected: Dates = [['REVIEW', '2014-07-01'], ['NOTICE_TASK', '2014-11-02'], ['END', '2015-01-01']];
    expect(datesIn(withTerms(active, '2014-12-31'))).toEqual(expected);
    expect(datesIn(withTerms({ ...active, state: 'SUSPENDED' }, '2014-12-31'))).toEqual(expected);
  });

  it('that has no end asks for none, and one that is being ended waits for its end only', () => {
    expect(datesIn(active)).toEqual([['REVIEW', '2014-07-01']]);
    expect(datesAt('ENDING')).toEqual([['END', '2014-07-01']]);
  });
});

it.each(['ENDED', 'REJECTED', 'DECLINED', 'WITHDRAWN', 'LAPSED'] as const)('%s waits for nothing (I7)', (state) => {
  expect(datesAt(state)).toEqual([]);
});

/** Few days, so that every date is often the day itself, the day before or the day after. */
const day = fc.integer({ min: 1, max: 60 }).map((days) => addDays('2014-03-03', days));
const agreement = fc
  .record({ state: fc.constantFrom(...AGREEMENT_STATES), expiresOn: day, endsOn: fc.option(day), from: day, last: fc.option(day), told: fc.subarray([...REMINDER_KINDS]) })
  .map(({ state, expiresOn, endsOn, from, last, told }): Agreement => {
    const until = last !== null && last < from ? from : last;
    const made: Agreement = { ...agreementAfter(), state, expiresOn, endsOn, current: versionOf(1, { ...PROPOSAL, from, until }) };
    return { ...made, reminders: dueDatesOf(made).flatMap(({ kind, dueOn }) => told.filter((one) => one === kind).map((of) => ({ of, dueOn }))) };
  });

describe('the calendar and the dates', () => {
  it('on whatever day the calendar acts, a date was awaited for that day or before, and it never wakes up for nothing', () => {
    fc.assert(
      fc.property(agreement, day, (one, on) => {
        const awaited = dueDatesOf(one).some(({ dueOn }) => dueOn <= on);
        expect(onDate(one, on).length > 0).toBe(awaited);
      }),
      { numRuns: 2_000 },
    );
  });

  it('whatever days are passed over, the calendar comes to rest and tells no date twice', () => {
    fc.assert(
      fc.property(agreement, fc.array(day, { maxLength: 4 }), (start, days) => {
        let now = start;
        for (const on of days.sort()) for (let step = 0; onDate(now, on).length > 0; step += 1) {
          expect(step).toBeLessThan(4);
          now = onDate(now, on).reduce<Agreement>((before, event: AgreementEvent) => evolve(before, event), now);
        }
        const keys = now.reminders.map(({ of, dueOn }) => `${of} ${dueOn}`);
        expect(new Set(keys).size).toBe(keys.length);
        expect(isSettled(now)).toBe(isSettled(start) || now.state === 'LAPSED');
      }),
      { numRuns: 1_000 },
    );
  });
});
