import { describe, expect, it } from '@jest/globals';
import { refusesToSign, type SigningRequest, type SigningTicket } from './acceptance.js';
import { SCOPES } from '#kernel/viewer.js';

const RULES = [{ role: 'PLACING_COMPANY', principal: 'sw-leiden', actingBody: 'sw-leiden', basis: 'voor zichzelf', from: '2008-01-01', until: null }];
const PARTY = { role: 'PLACING_COMPANY', onBehalfOf: 'sw-leiden', basis: 'voor zichzelf' };
const TERMS = { workForm: 'INTERNAL', from: '2014-04-01', hoursPerWeek: '24' };

describe('a body signs', () => {
  const request: SigningRequest = { agreement: 'a', amends: null, termsHash: 'h', terms: TERMS, parties: [PARTY], given: null };
  const given = { hash: 'input', terms: TERMS };
  const officer = { subject: 's', body: 'sw-leiden', roles: ['PLACEMENT_OFFICER' as const], scopes: SCOPES, purpose: 'wsw' };
  const accept: SigningTicket = { viewer: officer, action: 'accept', object: 'a', contentHash: 'h' };
  const counter: SigningTicket = { ...accept, action: 'counter', contentHash: 'input' };
  const refusal = (ticket: SigningTicket | null, changed: Partial<SigningRequest> = {}, date = '2014-03-03') =>
    refusesToSign(ticket, { ...request, ...changed }, { body: 'sw-leiden', rules: RULES, date });

  it('for its own placement officer, what he was shown or what he sent', () => {
    expect(refusal(accept)).toBeNull();
    expect(refusal(counter, { given })).toBeNull();
    expect(refusal({ ...counter, action: 'propose', object: 'offer' }, { given })).toBeNull();
    expect(refusal({ ...counter, action: 'amend', object: 'running' }, { given, amends: 'running' })).toBeNull();
  });

  it('never without a ticket, for another body or role, or for another agreement', () => {
    expect(refusal(null)).toBe('NO_TICKET');
    expect(refusal({ ...accept, viewer: { ...officer, body: 'sw-wassenaar' } })).toBe('NOT_OUR_OFFICER');
    expect(refusal({ ...accept, viewer: { ...officer, roles: ['CASE_WORKER'] } })).toBe('NOT_OUR_OFFICER');
    expect(refusal({ ...accept, object: 'other' })).toBe('OTHER_COMMAND');
    expect(refusal({ ...counter, object: 'other' }, { given })).toBe('OTHER_COMMAND');
    expect(refusal({ ...counter, action: 'amend', object: 'running' }, { given, amends: 'another' })).toBe('OTHER_COMMAND');
    expect(refusal({ ...counter, action: 'amend', object: 'a' }, { given })).toBe('OTHER_COMMAND');
  });

  it('never other terms than he saw or sent', () => {
    expect(refusal({ ...accept, contentHash: 'other' })).toBe('OTHER_TERMS');
    expect(refusal({ ...accept, contentHash: undefined })).toBe('OTHER_TERMS');
    expect(refusal(counter)).toBe('OTHER_TERMS');
    expect(refusal({ ...counter, contentHash: undefined }, { given })).toBe('OTHER_TERMS');
    expect(refusal(counter, { given: { ...given, hash: 'other' } })).toBe('OTHER_TERMS');
    expect(refusal(counter, { given, terms: { ...TERMS, hoursPerWeek: '25' } })).toBe('OTHER_TERMS');
    expect(refusal(counter, { given: { hash: 'h', terms: TERMS }, termsHash: 'input' })).toBe('OTHER_TERMS');
  });

  it.each([
    ['role', { role: 'RESIDENCE_AUTHORITY' }],
    ['principal', { onBehalfOf: 'gm-0626' }],
    ['basis', { basis: 'mandaat' }],
  ])('only with the %s of its own register', (_what, changes) => {
    expect(refusal(accept, { parties: [PARTY, { ...PARTY, ...changes }] })).toBe('NO_AUTHORITY');
  });

  it('only in some role, and only while the register says so', () => {
    expect(refusal(accept, { parties: [] })).toBe('NO_AUTHORITY');
    expect(refusal(accept, {}, '2007-12-31')).toBe('NO_AUTHORITY');
  });
});
