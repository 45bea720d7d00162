import { describe, expect, it } from '@jest/globals';
import { isOpen, openingPurposes, rightsOf, type FieldPolicy } from './field-policy.js';
import { loadRegisters } from './registers.js';
import type { Viewer } from './viewer.js';

const { purposes } = loadRegisters();
const caseWorker: Viewer = { subject: 'anna', body: 'werk-en-inkomen', roles: ['CASE_WORKER'], scopes: ['agreements:write'], purpose: 'wsw' };
const rights = rightsOf(caseWorker, purposes);
const nobody = rightsOf({ ...caseWorker, roles: [], scopes: [], purpose: null }, purposes);
const policy = (over: Partial<FieldPolicy>): FieldPolicy => ({ authenticated: false, scopes: null, groups: null, ...over });

describe('a field', () => {
  it('without a directive is open to everybody', () => {
    expect(isOpen(policy({}), nobody)).toBe(true);
  });

  it('that asks for a sign-in is closed to nobody in particular', () => {
    expect(isOpen(policy({ authenticated: true }), nobody)).toBe(false);
    expect(isOpen(policy({ authenticated: true }), rights)).toBe(true);
  });

  it('asks for one of its lists, and that one in full', () => {
    expect(isOpen(policy({ groups: [['names', 'benefits']] }), rights)).toBe(true);
    expect(isOpen(policy({ groups: [['names', 'debts']] }), rights)).toBe(false);
    expect(isOpen(policy({ groups: [['debts'], ['names']] }), rights)).toBe(true);
    expect(isOpen(policy({ groups: [] }), rights)).toBe(false);
  });

  it('with several directives asks for all of them', () => {
    expect(isOpen(policy({ scopes: [['agreements:write']], groups: [['names']] }), rights)).toBe(true);
    expect(isOpen(policy({ scopes: [['statistics:read']], groups: [['names']] }), rights)).toBe(false);
  });
});

describe('the rights of a viewer', () => {
  it('are those of his roles for the purpose that he named, and none without one', () => {
    expect([...rightsOf({ ...caseWorker, purpose: null }, purposes).groups]).toEqual([]);
    expect([...rightsOf({ ...caseWorker, purpose: 'no-such-purpose' }, purposes).groups]).toEqual([]);
    expect([...rightsOf({ ...caseWorker, purpose: 'inzage' }, purposes).groups]).toEqual([]);
    expect(rights.groups.has('names')).toBe(true);
  });

  it('never hold debts for the Wsw', () => {
    expect(rights.groups.has('debts')).toBe(false);
    expect(openingPurposes(policy({ groups: [['debts']] }), caseWorker, purposes).map(({ code }) => code)).toEqual(['schuldhulp']);
  });

  it('hold no person for who makes policy, whatever purpose he names', () => {
    const analyst: Viewer = { ...caseWorker, roles: ['ANALYST', 'POLICY_OFFICER', 'COUNCIL_MEMBER', 'OPERATOR'] };
    expect(purposes.flatMap(({ code }) => [...rightsOf({ ...analyst, purpose: code }, purposes).groups])).toEqual([]);
  });
});
