import { describe, expect, it } from '@jest/globals';
import { daysBetween } from '#law/terms/calendar.js';
import { inForceOn, isInForce, lastValidityWithTask, needsReindication, reindicationDecisionDueOn, reindicationDueOn } from './indication.js';

const wsw = { kind: 'WSW' as const, decidedOn: '2010-05-03', validUntil: '2014-06-30', reindicationRequestedOn: null };

describe('the last day to ask re-indication', () => {
  it('lies sixteen weeks before the end of validity', () => {
    expect(reindicationDueOn(wsw)).toBe('2014-03-10');
  });

  it('stays on a Sunday, because a term counted backwards does not roll', () => {
    expect(reindicationDueOn({ ...wsw, validUntil: '2014-06-29' })).toBe('2014-03-09');
  });

  it('does not exist for an indication without an end', () => {
    expect(reindicationDueOn({ ...wsw, validUntil: null })).toBeNull();
  });

  it('does not exist for new sheltered work, which the Wsw does not govern', () => {
    expect(reindicationDueOn({ ...wsw, kind: 'NEW_SHELTERED' })).toBeNull();
  });

  it('once asked is decided within sixteen weeks, without rolling', () => {
    expect(reindicationDecisionDueOn({ ...wsw, reindicationRequestedOn: '2014-01-05' })).toBe('2014-04-27');
    expect(reindicationDecisionDueOn({ ...wsw, reindicationRequestedOn: '2010-01-15' })).toBeNull();
    expect(reindicationDecisionDueOn(wsw)).toBeNull();
  });

  it('is no duty any more once the request was made in the running period', () => {
    expect(needsReindication({ ...wsw, reindicationRequestedOn: '2014-01-15' })).toBe(false);
  });

  it('is still a duty when the only request led to this very decision', () => {
    expect(needsReindication({ ...wsw, reindicationRequestedOn: '2010-01-15' })).toBe(true);
  });

  it('is selected by the same arithmetic as it is computed', () => {
    expect(reindicationDueOn({ ...wsw, validUntil: lastValidityWithTask('2014-03-03', 7) })).toBe('2014-03-10');
  });
});

describe('an indication in force', () => {
  it('counts its first and its last day', () => {
    expect([isInForce(wsw, '2010-05-03'), isInForce(wsw, '2014-06-30')]).toEqual([true, true]);
  });

  it('is not in force the day after its last day', () => {
    expect(isInForce(wsw, '2014-07-01')).toBe(false);
  });

  it('is the one decided last when two overlap', () => {
    const later = { ...wsw, decidedOn: '2013-02-01', validUntil: '2018-01-31' };
    expect(inForceOn([later, wsw], '2014-03-03')).toBe(later);
  });
});

it('days are counted as calendar days and may be negative', () => {
  expect([daysBetween('2014-03-03', '2014-03-10'), daysBetween('2014-03-03', '2014-02-28')]).toEqual([7, -3]);
});
