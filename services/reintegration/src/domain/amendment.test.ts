import { describe, expect, it } from '@jest/globals';
import type { Agreement } from './agreement.js';
import { decideAmend, mayAmend, replacedBy, type LiveAmendment } from './amendment.js';
import type { Decision } from './negotiation.js';
import { isRefused } from './refusals.js';
import type { Actor } from './standing.js';
import { agreementAfter, draftOf, LEIDEN, STRANGER, versionOf, WAY_TO } from './testing/sample-agreement.js';

const ON = '2014-05-01';
const leiden: Actor = { ...LEIDEN, on: ON };
const active = agreementAfter(...WAY_TO.ACTIVE);
const endingOn = (until: string): Agreement => ({ ...active, current: { ...active.current, terms: { ...active.current.terms, until } } });
const codeOf = (decision: Decision): string => (isRefused(decision) ? decision.refused : decision.map(({ type }) => type).join());

interface Changes {
  readonly actor?: Actor;
  readonly from?: string;
  readonly expectedVersion?: number;
  readonly live?: LiveAmendment | null;
}

function amend(agreement: Agreement, { actor = leiden, from = '2014-06-01', expectedVersion = 1, live = null }: Changes = {}): string {
  const draft = draftOf('sw-leiden', versionOf(1, { from, hoursPerWeek: '26' }));
  return codeOf(decideAmend(agreement, { expectedVersion, by: 'amendment', draft, live }, actor));
}

describe('amending', () => {
  it('is for a party, on the version it saw, while the agreement runs', () => {
    expect(amend(active)).toBe('AMENDED');
    expect(amend(active, { actor: { ...STRANGER, on: ON } })).toBe('NOT_A_PARTY');
    expect(amend(active, { expectedVersion: 7 })).toBe('STALE_VERSION');
    for (const events of [WAY_TO.PROPOSED, WAY_TO.SIGNED, WAY_TO.ENDING, WAY_TO.ENDED]) expect(amend(agreementAfter(...events))).toBe('WRONG_STATE');
  });

  it('is done once at a time', () => {
    expect(amend(active, { live: { id: 'other', state: 'PROPOSED' } })).toBe('WRONG_STATE');
  });

  it('says of a signed amendment that the new agreement is the one to act on, since it cannot be withdrawn', () => {
    const sentence = (state: LiveAmendment['state']): string | null | undefined => mayAmend(active, { id: 'other', state }, leiden)?.detail;
    expect(sentence('WORKER_AGREED')).toMatch(/onderhandeld/);
    for (const state of ['COMMITTING', 'SIGNED'] as const) expect(sentence(state)).toMatch(/al ondertekend\. Doe dit bij de nieuwe afspraak/);
  });

  it('starts after the running agreement did, and follows on without a gap', () => {
    expect(amend(active, { from: '2014-04-01' })).toBe('PERIOD_OVERLAPS');
    expect(amend(endingOn('2014-06-30'), { from: '2014-07-01' })).toBe('AMENDED');
    expect(amend(endingOn('2014-06-30'), { from: '2014-07-02' })).toBe('PERIOD_OVERLAPS');
  });

  it('gives the worker the same time to know as a first proposal', () => {
    expect(amend(active, { from: '2014-05-14' })).toBe('LEAD_TIME_TOO_SHORT');
    expect(amend(active, { from: '2014-05-15' })).toBe('AMENDED');
  });
});

describe('the day on which an amendment starts', () => {
  const amendment: Agreement = { ...agreementAfter(...WAY_TO.SIGNED), id: 'amendment', amends: active.id };

  it.each(['ACTIVE', 'ENDING'] as const)('ends the agreement that it replaces the day before, when that is %s', (state) => {
    expect(replacedBy(agreementAfter(...WAY_TO[state]), amendment)).toEqual([{ type: 'REPLACED', by: 'amendment', endsOn: '2014-03-31' }]);
  });

  it('finds nothing to end when it has ended already', () => {
    expect(replacedBy(agreementAfter(...WAY_TO.ENDED), amendment)).toEqual([]);
  });
});
