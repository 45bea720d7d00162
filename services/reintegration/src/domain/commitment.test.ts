import { describe, expect, it } from '@jest/globals';
import type { AgreementEvent } from './agreement.js';
import { afterConfirmation, afterHold, afterRenewal, decide, isSettled, onDate } from './commitment.js';
import { evolve } from './evolve.js';
import { agreementAfter, WAY_TO } from './testing/sample-agreement.js';

const typesOf = (events: readonly AgreementEvent[]): string[] => events.map((event) => event.type);
const TAKEN = { held: false, reason: 'TAKEN' } as const;
const HELD = { held: true } as const;
const committing = agreementAfter(...WAY_TO.COMMITTING);
const decided = agreementAfter(...WAY_TO.COMMITTING, { type: 'DECIDED' });

describe('the hold', () => {
  it('makes the agreement of the bodies final, a place that is gone reopens it', () => {
    const reserving = agreementAfter(...WAY_TO.RESERVING);
    expect(typesOf(afterHold(reserving, HELD))).toEqual(['WORKPLACE_HELD']);
    expect(typesOf(afterHold(reserving, TAKEN))).toEqual(['WORKPLACE_TAKEN']);
  });

  it.each(Object.entries(WAY_TO).filter(([state]) => state !== 'RESERVING'))('that is answered when the agreement is %s says nothing any more', (_state, events) => {
    expect(afterHold(agreementAfter(...events), TAKEN)).toEqual([]);
  });

  it('that was lost before the decision is no ground to sign', () => {
    expect(typesOf(afterRenewal(committing, TAKEN))).toEqual(['WORKPLACE_TAKEN']);
    expect(afterRenewal(committing, HELD)).toEqual([]);
  });
});

describe('the decision', () => {
  it('falls once, on complete and genuine acceptances of one version (I2)', () => {
    expect(typesOf(decide(committing, true))).toEqual(['DECIDED']);
    expect(decide(decided, true)).toEqual([]);
  });

  it('does not fall on a signature that is not genuine, nor on an acceptance that is missing or of another version', () => {
    expect(typesOf(decide(committing, false))).toEqual(['ACCEPTANCES_VOID']);
    expect(typesOf(decide({ ...committing, acceptances: committing.acceptances.slice(1) }, true))).toEqual(['ACCEPTANCES_VOID']);
    const older = { ...committing, acceptances: committing.acceptances.map((one) => ({ ...one, termsVersion: 0 })) };
    expect(typesOf(decide(older, true))).toEqual(['ACCEPTANCES_VOID']);
  });

  it('cannot be undone: after it nothing but the confirmation counts', () => {
    expect(afterRenewal(decided, TAKEN)).toEqual([]);
    expect(decide(decided, false)).toEqual([]);
    expect(typesOf(afterConfirmation(decided))).toEqual(['SIGNED']);
    expect(afterConfirmation(committing)).toEqual([]);
  });
});

describe('the calendar', () => {
  const on = (state: keyof typeof WAY_TO, date: string): string[] => typesOf(onDate(agreementAfter(...WAY_TO[state]), date));

  it('lets a proposal lapse on the day after its last day', () => {
    expect(on('PROPOSED', '2014-03-24')).toEqual(['REMINDED', 'REMINDED']);
    expect(on('PROPOSED', '2014-03-25')).toEqual(['LAPSED']);
    expect(on('RESERVING', '2014-03-25')).toEqual(['LAPSED']);
  });

  it('lets an agreement that nobody finished lapse when its start has passed', () => {
    expect(on('AGREED', '2014-03-17')).toEqual([]);
    expect(on('AGREED', '2014-04-01')).toEqual(['REMINDED']);
    expect(on('AGREED', '2014-04-02')).toEqual(['LAPSED']);
    expect(on('WORKER_INFORMED', '2014-04-02')).toEqual(['LAPSED']);
  });

  it('begins the work on the start date, not before, and not before it is signed', () => {
    expect(on('SIGNED', '2014-03-31')).toEqual([]);
    expect(on('SIGNED', '2014-04-01')).toEqual(['ACTIVATED']);
    expect(on('COMMITTING', '2014-04-01')).toEqual([]);
  });

  it('ends the work on the day after its last day', () => {
    expect(on('ENDING', '2014-06-30')).toEqual([]);
    expect(on('ENDING', '2014-07-01')).toEqual(['ENDED']);
    const active = agreementAfter(...WAY_TO.ACTIVE);
    const fixed = { ...active, current: { ...active.current, terms: { ...active.current.terms, until: '2014-12-31' } } };
    expect(typesOf(onDate(fixed, '2014-12-31'))).toEqual(['REMINDED', 'REMINDED']);
    expect(typesOf(onDate(fixed, '2015-01-01'))).toEqual(['ENDING_STARTED', 'ENDED']);
  });

  it('reminds once of every date that it passed, in order; a proposal that lapsed on the way is reminded of no more', () => {
    expect(on('PROPOSED', '2014-03-13')).toEqual([]);
    expect(onDate(agreementAfter(), '2014-03-21')).toMatchObject([{ of: 'REMIND_HALF', dueOn: '2014-03-14' }, { of: 'REMIND_MOST', dueOn: '2014-03-20' }]);
    const told = onDate(agreementAfter(), '2014-03-21').reduce(evolve, agreementAfter());
    expect(onDate(told, '2014-03-21')).toEqual([]);
    expect(on('PROPOSED', '2014-03-25')).toEqual(['LAPSED']);
  });

  it.each(['ENDED', 'REJECTED', 'DECLINED', 'WITHDRAWN', 'LAPSED'] as const)('leaves %s alone (I7)', (state) => {
    expect(on(state, '2030-01-01')).toEqual([]);
  });
});

it('only a reservation and a commitment wait for the coordinator', () => {
  const waiting = Object.entries(WAY_TO).filter(([, events]) => !isSettled(agreementAfter(...events)));
  expect(waiting.map(([state]) => state)).toEqual(['RESERVING', 'COMMITTING']);
});
