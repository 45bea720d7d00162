import { describe, expect, it } from '@jest/globals';
import type { Agreement } from './agreement.js';
import { onDate } from './commitment.js';
import type { IndicationFacts } from './facts.js';
import type { Decision } from './negotiation.js';
import { isRefused } from './refusals.js';
import { decideResume, decideSuspend } from './suspension.js';
import { agreementAfter, CASE_WORKER, FACTS, LEIDEN, ON, STRANGER, WAY_TO, ZOETERMEER } from './testing/sample-agreement.js';

const codeOf = (decision: Decision): string => (isRefused(decision) ? decision.refused : 'done');
const active = agreementAfter(...WAY_TO.ACTIVE);
const suspended = agreementAfter(...WAY_TO.SUSPENDED);
const until = (agreement: Agreement, day: string): Agreement => ({ ...agreement, current: { ...agreement.current, terms: { ...agreement.current.terms, until: day } } });
const resume = (agreement: Agreement, changes: { indication?: Partial<IndicationFacts> | null; version?: number; actor?: typeof LEIDEN } = {}): Decision => {
  const indication = changes.indication === null || FACTS.indication === null ? null : { ...FACTS.indication, ...changes.indication };
  return decideResume(agreement, { expectedVersion: changes.version ?? 1, reason: 'beter', indication }, changes.actor ?? CASE_WORKER);
};

describe('suspending', () => {
  it.each([['the case worker', CASE_WORKER], ['the placing company', LEIDEN], ['the receiving company', ZOETERMEER]])('is done by %s, from today, with a reason', (_who, actor) => {
    expect(decideSuspend(active, 1, 'ziekte', actor)).toEqual([{ type: 'SUSPENDED', on: ON, reason: 'ziekte' }]);
  });

  it('is not for who is no party, nor for who looked at another version', () => {
    expect(codeOf(decideSuspend(active, 1, 'ziekte', STRANGER))).toBe('NOT_A_PARTY');
    expect(codeOf(decideSuspend(active, 2, 'ziekte', LEIDEN))).toBe('STALE_VERSION');
    expect(codeOf(decideSuspend(active, 1, 'ziekte', LEIDEN))).toBe('done');
  });

  it('is not done twice', () => {
    expect(codeOf(decideSuspend(suspended, 1, 'ziekte', LEIDEN))).toBe('WRONG_STATE');
  });
});

describe('resuming', () => {
  it('is done from today, with a reason, at the version that was seen', () => {
    expect(resume(suspended)).toEqual([{ type: 'RESUMED', on: ON, reason: 'beter' }]);
    expect(codeOf(resume(suspended, { version: 2 }))).toBe('STALE_VERSION');
    expect(codeOf(resume(suspended, { actor: STRANGER }))).toBe('NOT_A_PARTY');
  });

  it('is not possible when the agreed period is over, on its last day it is', () => {
    expect(codeOf(resume(until(suspended, '2014-03-02')))).toBe('PERIOD_OVERLAPS');
    expect(codeOf(resume(until(suspended, ON)))).toBe('done');
  });

  it('needs an indication of the right kind for the period that is left, or a request to renew it', () => {
    const fixed = until(suspended, '2014-09-30');
    expect(codeOf(resume(fixed, { indication: null }))).toBe('INDICATION_EXPIRES');
    expect(codeOf(resume(fixed, { indication: { kind: 'NEW_SHELTERED' } }))).toBe('INDICATION_EXPIRES');
    expect(codeOf(resume(fixed, { indication: { validUntil: '2014-09-29' } }))).toBe('INDICATION_EXPIRES');
    expect(codeOf(resume(fixed, { indication: { validUntil: '2014-09-29', reindicationRequestedOn: '2014-02-01' } }))).toBe('done');
    expect(codeOf(resume(fixed, { indication: { validUntil: '2014-09-30' } }))).toBe('done');
  });

  it('of work without an end asks only that the indication holds today', () => {
    expect(codeOf(resume(suspended, { indication: { validUntil: '2014-03-02' } }))).toBe('INDICATION_EXPIRES');
    expect(codeOf(resume(suspended, { indication: { validUntil: ON } }))).toBe('done');
  });
});

it('an agreement that stands still ends on the day after its last day, like one that runs', () => {
  const types = (on: string): string[] => onDate(until(suspended, '2014-12-31'), on).map((event) => event.type);
  expect(types('2014-12-31')).not.toContain('ENDED');
  expect(types('2015-01-01')).toContain('ENDED');
});
