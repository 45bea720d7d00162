import { describe, expect, it } from '@jest/globals';
import type { Agreement } from './agreement.js';
import { decideAccept, decideCounter, decideReject, decideWithdraw, type Decision } from './negotiation.js';
import { isRefused, refusalMessage } from './refusals.js';
import type { Actor } from './standing.js';
import {
  ACCEPTED_BY_LEIDEN, ACCEPTED_BY_ZOETERMEER, acceptancesOf, agreementAfter, CASE_WORKER, draftOf, FACTS, LEIDEN, MATRIX, STRANGER, versionOf, WAY_TO, ZOETERMEER, viewerOf,
} from './testing/sample-agreement.js';

const proposed = agreementAfter();
const request = { expectedVersion: 1, termsHash: 'hash-1', overlapping: [] };
const accept = (agreement: Agreement, actor: Actor, changes: Partial<typeof request> = {}): Decision =>
  decideAccept(agreement, { ...request, ...changes }, acceptancesOf(agreement.parties, actor.viewer.body, agreement.current.number), actor);
const counter = (agreement: Agreement, actor: Actor, changes = {}): Decision => decideCounter(agreement, 1, draftOf(actor.viewer.body, versionOf(2, changes)), actor);
const codeOf = (decision: Decision): string => (isRefused(decision) ? decision.refused : 'done');
const typesOf = (decision: Decision): string[] => (isRefused(decision) ? [decision.refused] : decision.map((event) => event.type));

describe('accepting', () => {
  it('one of several missing acceptances leaves the terms on the table', () => {
    expect(typesOf(accept(proposed, ZOETERMEER))).toEqual(['ACCEPTED']);
  });

  it('a body that acts in two roles accepts in both at once', () => {
    expect(accept(proposed, LEIDEN)).toMatchObject([{ acceptances: [{ role: 'FORMAL_EMPLOYER' }, { role: 'PLACING_COMPANY' }] }]);
  });

  it('the last required acceptance starts the reservation', () => {
    expect(typesOf(accept(agreementAfter(ACCEPTED_BY_LEIDEN), ZOETERMEER))).toEqual(['ACCEPTED', 'RESERVATION_STARTED']);
  });

  it('who proposed has accepted already', () => {
    expect(codeOf(accept(proposed, CASE_WORKER))).toBe('ALREADY_ACCEPTED');
    expect(codeOf(accept(proposed, LEIDEN))).toBe('done');
  });

  it('another hash than that of the terms on the table is refused', () => {
    expect(codeOf(accept(proposed, LEIDEN, { termsHash: 'hash-0' }))).toBe('STALE_TERMS');
    expect(codeOf(accept(proposed, LEIDEN, { termsHash: 'hash-1' }))).toBe('done');
  });

  it('a version that the client did not see is refused', () => {
    expect(codeOf(accept(proposed, LEIDEN, { expectedVersion: 0 }))).toBe('STALE_VERSION');
  });

  it('the hours that another agreement took meanwhile are respected', () => {
    const overlapping = [{ agreement: 'other', amends: null, hoursPerWeek: '8' }];
    expect(codeOf(decideAccept(proposed, { ...request, overlapping }, [], LEIDEN))).toBe('PERIOD_OVERLAPS');
    expect(codeOf(decideAccept(proposed, { ...request, overlapping: [{ agreement: 'other', amends: null, hoursPerWeek: '4' }] }, [], LEIDEN))).toBe('done');
  });

  it('on the day after the last day of the proposal it is too late', () => {
    expect(codeOf(accept(agreementAfter(), { ...LEIDEN, on: '2014-03-25' }))).toBe('OFFER_EXPIRED');
    const early = { ...agreementAfter(), expiresOn: '2014-03-10' };
    expect(codeOf(accept(early, { ...LEIDEN, on: '2014-03-10' }))).toBe('done');
  });
});

it('terms for a place that is held for this very agreement can be countered', () => {
  const facts = { ...FACTS, workplace: { ...FACTS.workplace, status: 'HELD' as const } };
  const reopened = agreementAfter(...WAY_TO.AGREED, { type: 'ACCEPTANCES_VOID', reason: 'SIGNATURE_INVALID' });
  const given = (agreement: Agreement): string => codeOf(decideCounter(agreement, 1, draftOf('sw-leiden', versionOf(2, {}, facts), facts), LEIDEN));
  expect([given(reopened), given(proposed)]).toEqual(['done', 'WORKPLACE_TAKEN']);
});

describe('who may speak', () => {
  it('a body outside the agreement is no party', () => {
    expect(codeOf(accept(proposed, STRANGER))).toBe('NOT_A_PARTY');
  });

  it('another office of a party does not speak for it', () => {
    expect(codeOf(accept(proposed, { ...LEIDEN, viewer: viewerOf('sw-leiden', 'ANALYST') }))).toBe('NO_AUTHORITY');
    expect(codeOf(accept(proposed, LEIDEN))).toBe('done');
  });

  it('a mandate that ended binds nobody any more', () => {
    const endedOn = (until: string): Actor => ({ ...LEIDEN, matrix: MATRIX.map((line) => (line.actingBody === 'sw-leiden' && line.role === 'FORMAL_EMPLOYER' ? { ...line, until } : line)) });
    expect(codeOf(accept(proposed, endedOn('2014-03-02')))).toBe('NO_AUTHORITY');
    expect(codeOf(accept(proposed, endedOn('2014-03-03')))).toBe('done');
  });

  it('a mandate that was prolonged since the terms were written binds again', () => {
    const short = { ...proposed, parties: proposed.parties.map((party) => ({ ...party, authorityUntil: '2014-03-02' })) };
    expect(codeOf(accept(short, LEIDEN))).toBe('done');
  });

  it('who is no party is told so before anything about the version', () => {
    expect(codeOf(accept(proposed, STRANGER, { expectedVersion: 7 }))).toBe('NOT_A_PARTY');
  });
});

describe('countering', () => {
  it('makes a new version that voids what was accepted and accepts itself', () => {
    const countered = counter(agreementAfter(ACCEPTED_BY_LEIDEN), ZOETERMEER, { hoursPerWeek: '26' });
    expect(countered).toMatchObject([{ type: 'COUNTERED', terms: { number: 2 }, acceptances: [{ role: 'RECEIVING_COMPANY' }] }]);
  });

  it('waits for the others while one\'s own version is on the table', () => {
    expect(codeOf(counter(proposed, CASE_WORKER))).toBe('NOT_YOUR_TURN');
    expect(codeOf(counter(proposed, ZOETERMEER))).toBe('done');
  });

  it('waits for the others after accepting', () => {
    expect(codeOf(counter(agreementAfter(ACCEPTED_BY_LEIDEN), LEIDEN))).toBe('NOT_YOUR_TURN');
  });

  it('brings no terms that break a rule', () => {
    expect(codeOf(counter(proposed, ZOETERMEER, { hoursPerWeek: '36' }))).toBe('HOURS_OUT_OF_BOUNDS');
  });

  it('never gives out a version number a second time', () => {
    const draft = draftOf('sw-zoetermeer-rijswijk', versionOf(1));
    expect(codeOf(decideCounter(proposed, 1, draft, ZOETERMEER))).toBe('STALE_VERSION');
  });
});

describe('rejecting and withdrawing', () => {
  const reject = (agreement: Agreement, actor: Actor): Decision => decideReject(agreement, 1, 'past niet', actor);
  const withdraw = (agreement: Agreement, actor: Actor): Decision => decideWithdraw(agreement, 1, 'past niet', actor);

  it('who is asked may reject, who accepted may not', () => {
    expect(typesOf(reject(proposed, LEIDEN))).toEqual(['REJECTED']);
    expect(codeOf(reject(proposed, CASE_WORKER))).toBe('NOT_YOUR_TURN');
  });

  it('who accepted may withdraw, who is asked rejects instead', () => {
    expect(typesOf(withdraw(agreementAfter(ACCEPTED_BY_LEIDEN), LEIDEN))).toEqual(['WITHDRAWN']);
    expect(codeOf(withdraw(proposed, LEIDEN))).toBe('NOT_YOUR_TURN');
  });

  it('who is refused is told what his own body did', () => {
    const asked = withdraw(proposed, LEIDEN);
    const accepted = decideReject(agreementAfter(ACCEPTED_BY_LEIDEN), 1, 'past niet', LEIDEN);
    expect(isRefused(asked) && refusalMessage(asked)).toContain('nog niet akkoord');
    expect(isRefused(accepted) && refusalMessage(accepted)).toContain('is akkoord');
  });

  it('the residence authority may withdraw also when another version is on the table', () => {
    const countered = agreementAfter({ type: 'COUNTERED', ...counterParts() });
    expect(typesOf(withdraw(countered, CASE_WORKER))).toEqual(['WITHDRAWN']);
  });

  it('an old version is refused', () => {
    expect(codeOf(decideReject(proposed, 2, 'x', LEIDEN))).toBe('STALE_VERSION');
    expect(codeOf(decideWithdraw(proposed, 2, 'x', CASE_WORKER))).toBe('STALE_VERSION');
  });
});

describe('each state', () => {
  const answerable = ['PROPOSED'];
  const withdrawable = ['PROPOSED', 'RESERVING', 'AGREED', 'WORKER_INFORMED', 'WORKER_AGREED'];

  it.each(Object.entries(WAY_TO))('%s takes answers only while proposed and a withdrawal only before signing', (state, events) => {
    const agreement = agreementAfter(...events);
    expect(agreement.state).toBe(state);
    const open = { ...agreement, acceptances: [] };
    for (const decision of [accept(open, LEIDEN), counter(open, LEIDEN), decideReject(open, 1, 'x', LEIDEN)]) {
      expect(codeOf(decision)).toBe(answerable.includes(state) ? 'done' : 'WRONG_STATE');
    }
    expect(codeOf(decideWithdraw(agreement, 1, 'x', CASE_WORKER))).toBe(withdrawable.includes(state) ? 'done' : 'WRONG_STATE');
  });
});

it('an acceptance of all four roles needs three bodies in the case of Voorschoten', () => {
  const complete = agreementAfter(ACCEPTED_BY_LEIDEN, ACCEPTED_BY_ZOETERMEER);
  expect(complete.acceptances.map((one) => one.role).sort()).toEqual(['FORMAL_EMPLOYER', 'PLACING_COMPANY', 'RECEIVING_COMPANY', 'RESIDENCE_AUTHORITY']);
});

function counterParts() {
  const { version: terms, parties, acceptances } = draftOf('sw-zoetermeer-rijswijk', versionOf(2));
  return { terms, parties, acceptances };
}
