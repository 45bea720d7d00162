import { describe, expect, it } from '@jest/globals';
import { agreementScope, isInConfidence, isNobody, maySeePerson, offerScope } from './policy.js';
import { agreementAfter, viewerOf } from './testing/sample-agreement.js';

describe('which agreements are visible', () => {
  it('to officials: those in which their body acts; to a worker: his own', () => {
    expect(agreementScope(viewerOf('sw-leiden', 'PLACEMENT_OFFICER'))).toEqual({ actingBody: 'sw-leiden', self: null });
    expect(agreementScope(viewerOf('werk-en-inkomen', 'WORKER', 'person-1'))).toEqual({ actingBody: null, self: 'person-1' });
  });

  it('to nobody without a purpose, and to no other role', () => {
    expect(isNobody(agreementScope({ ...viewerOf('sw-leiden', 'PLACEMENT_OFFICER'), purpose: null }))).toBe(true);
    for (const role of ['ANALYST', 'OPERATOR', 'POLICY_OFFICER', 'WIJKTEAM', 'PRIVACY_OFFICER'] as const) expect(isNobody(agreementScope(viewerOf('werk-en-inkomen', role)))).toBe(true);
  });

  it('offers stay with the body that spoke to the worker', () => {
    expect(offerScope(viewerOf('sw-leiden', 'PLACEMENT_OFFICER')).actingBody).toBeNull();
    expect(offerScope(viewerOf('werk-en-inkomen', 'CASE_WORKER')).actingBody).toBe('werk-en-inkomen');
  });
});

describe('the person behind an agreement', () => {
  const agreement = agreementAfter();

  it('is known to the residence authority, the placing company and himself', () => {
    expect(maySeePerson(agreement, viewerOf('werk-en-inkomen', 'CASE_WORKER'))).toBe(true);
    expect(maySeePerson(agreement, viewerOf('sw-leiden', 'PLACEMENT_OFFICER'))).toBe(true);
    expect(maySeePerson(agreement, viewerOf('werk-en-inkomen', 'WORKER', 'person-1'))).toBe(true);
  });

  it('is a profile to the receiving company and to any other worker', () => {
    expect(maySeePerson(agreement, viewerOf('sw-zoetermeer-rijswijk', 'PLACEMENT_OFFICER'))).toBe(false);
    expect(maySeePerson(agreement, viewerOf('werk-en-inkomen', 'WORKER', 'person-2'))).toBe(false);
  });
});

it('what the worker said is read by him and his case worker, not by a company that is a party', () => {
  const agreement = agreementAfter();
  expect(isInConfidence(agreement, viewerOf('werk-en-inkomen', 'CASE_WORKER'))).toBe(true);
  expect(isInConfidence(agreement, viewerOf('werk-en-inkomen', 'WORKER', 'person-1'))).toBe(true);
  expect(isInConfidence(agreement, viewerOf('sw-leiden', 'PLACEMENT_OFFICER'))).toBe(false);
  expect(maySeePerson(agreement, viewerOf('sw-leiden', 'WORKER', 'person-2'))).toBe(false);
});
