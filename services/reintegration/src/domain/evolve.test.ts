import { describe, expect, it } from '@jest/globals';
import type { AgreementEvent } from './agreement.js';
import { evolve, fold, historyOf } from './evolve.js';
import { AGREEMENT_STATES, TERMINAL_STATES } from './state-machine.js';
import { ACCEPTED_BY_LEIDEN, agreementAfter, draftOf, proposedEvent, versionOf, WAY_TO } from './testing/sample-agreement.js';

describe('the history', () => {
  it.each(Object.entries(WAY_TO))('of an agreement in %s folds to that agreement', (state, events) => {
    const history = historyOf(null, [proposedEvent(), ...events], 'CLIENT');
    const folded = fold(history);
    expect(folded).toEqual({ ...agreementAfter(...events), revision: history.length, version: 1 });
    expect(folded.state).toBe(state);
  });

  it('raises the version once per command of a client and never for a step of the coordinator', () => {
    const proposed = agreementAfter();
    const byClient = historyOf(proposed, [ACCEPTED_BY_LEIDEN, { type: 'RESERVATION_STARTED' }], 'CLIENT');
    expect(byClient.map(({ revision, version }) => [revision, version])).toEqual([[2, 2], [3, 2]]);
    const bySteps = historyOf({ ...proposed, revision: 3, version: 2 }, [{ type: 'WORKPLACE_HELD', termsVersion: 1 }], 'COORDINATOR');
    expect(bySteps.map(({ revision, version }) => [revision, version])).toEqual([[4, 2]]);
  });

  it('begins with a proposal and has only one', () => {
    expect(() => fold([])).toThrow();
    expect(() => evolve(agreementAfter(), proposedEvent())).toThrow();
  });

  it('reaches every state by the steps that exist', () => {
    expect(Object.keys(WAY_TO).sort()).toEqual([...AGREEMENT_STATES].sort());
  });
});

describe('a counter', () => {
  it('leaves only its own acceptance', () => {
    const { version: terms, parties, acceptances } = draftOf('sw-zoetermeer-rijswijk', versionOf(2));
    const countered = evolve(agreementAfter(ACCEPTED_BY_LEIDEN), { type: 'COUNTERED', terms, parties, acceptances });
    expect(countered.acceptances.map((one) => [one.role, one.termsVersion])).toEqual([['RECEIVING_COMPANY', 2]]);
    expect(countered.current.number).toBe(2);
  });
});

describe('a place that is gone', () => {
  it('reopens the negotiation without acceptances, and nothing is held', () => {
    const reopened = evolve(agreementAfter(...WAY_TO.RESERVING), { type: 'WORKPLACE_TAKEN', reason: 'TAKEN' });
    expect(reopened).toMatchObject({ state: 'PROPOSED', acceptances: [], holding: false, worker: null });
  });
});

describe('leaving', () => {
  const leaving: AgreementEvent[] = [{ type: 'REJECTED', reason: '' }, { type: 'WITHDRAWN', reason: '' }, { type: 'LAPSED' }, { type: 'ENDED' }];

  it.each(leaving)('by $type holds nothing (I9)', (event) => {
    const left = evolve(agreementAfter(...WAY_TO.AGREED), event);
    expect(left.holding).toBe(false);
    expect(TERMINAL_STATES).toContain(left.state);
  });
});
