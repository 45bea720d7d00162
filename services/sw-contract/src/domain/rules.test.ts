import { describe, expect, it } from '@jest/globals';
import { refusesToSign, type SigningTicket } from './acceptance.js';
import { mayActAs, municipalitiesOf } from './authority.js';
import { placementStatus } from './placement-status.js';
import { referenceDates } from './reference-dates.js';
import { isCancelled } from './tombstone.js';

const REGISTER = [
  { role: 'RESIDENCE_AUTHORITY', principal: 'gm-0626', actingBody: 'gm-0626', from: '2008-01-01', until: '2011-12-31' },
  { role: 'RESIDENCE_AUTHORITY', principal: 'gm-0626', actingBody: 'werk-en-inkomen', from: '2012-01-01', until: null },
  { role: 'PLACING_COMPANY', principal: 'sw-leiden', actingBody: 'sw-leiden', from: '2008-01-01', until: null },
];

describe('a body', () => {
  it('acts for a municipality only while the register says so', () => {
    expect(municipalitiesOf(REGISTER, 'werk-en-inkomen', '2014-03-03')).toEqual(['0626']);
    expect(municipalitiesOf(REGISTER, 'werk-en-inkomen', '2011-12-31')).toEqual([]);
    expect(municipalitiesOf(REGISTER, 'gm-0626', '2011-12-31')).toEqual(['0626']);
  });

  it('acts in the roles of the register', () => {
    expect(mayActAs(REGISTER, 'sw-leiden', 'PLACING_COMPANY', '2014-03-03')).toBe(true);
    expect(mayActAs(REGISTER, 'sw-leiden', 'RESIDENCE_AUTHORITY', '2014-03-03')).toBe(false);
    expect(mayActAs(REGISTER, 'sw-leiden', 'PLACING_COMPANY', '2007-12-31')).toBe(false);
  });
});

describe('a placement', () => {
  const period = { from: '2014-04-01', until: '2014-06-30' };

  it('is planned before, active from the first to the last day, ended after', () => {
    expect(placementStatus(period, '2014-03-31')).toBe('PLANNED');
    expect(placementStatus(period, '2014-04-01')).toBe('ACTIVE');
    expect(placementStatus(period, '2014-06-30')).toBe('ACTIVE');
    expect(placementStatus(period, '2014-07-01')).toBe('ENDED');
    expect(placementStatus({ ...period, until: null }, '2030-01-01')).toBe('ACTIVE');
  });

  it('that was ended before it began is ended on any day', () => {
    expect(placementStatus({ ...period, until: '2014-03-10' }, '2014-03-05')).toBe('ENDED');
  });
});

describe('a hold', () => {
  it('is cancelled by a release of a higher epoch', () => {
    expect(isCancelled({ epoch: 2, termsVersion: 1 }, { epoch: 1, termsVersion: 5 })).toBe(true);
    expect(isCancelled({ epoch: 2, termsVersion: 1 }, { epoch: 3, termsVersion: 1 })).toBe(false);
    expect(isCancelled(null, { epoch: 0, termsVersion: 1 })).toBe(false);
  });

  it('is, within one epoch, cancelled unless it is for later terms', () => {
    expect(isCancelled({ epoch: 2, termsVersion: 1 }, { epoch: 2, termsVersion: 1 })).toBe(true);
    expect(isCancelled({ epoch: 2, termsVersion: 1 }, { epoch: 2, termsVersion: 2 })).toBe(false);
    expect(isCancelled({ epoch: 2, termsVersion: null }, { epoch: 2, termsVersion: 2 })).toBe(true);
  });
});

describe('workers are counted', () => {
  it('on the business date, or on a given day', () => {
    expect(referenceDates(false, null, '2014-03-03')).toEqual([{ period: '2014-03-03', on: '2014-03-03' }]);
    expect(referenceDates(false, '2013-12-31', '2014-03-03')).toEqual([{ period: '2013-12-31', on: '2013-12-31' }]);
  });

  it('by period on the last days of the last four half-years', () => {
    expect(referenceDates(true, null, '2014-03-03').map((date) => date.period)).toEqual(['2012-1', '2012-2', '2013-1', '2013-2']);
    expect(referenceDates(true, null, '2014-06-30').at(-1)).toEqual({ period: '2014-1', on: '2014-06-30' });
  });
});

describe('a body signs', () => {
  const request = { agreement: 'a', termsHash: 'h', roles: ['PLACING_COMPANY'] };
  const officer = { subject: 's', body: 'sw-leiden', roles: ['PLACEMENT_OFFICER' as const], purpose: 'wsw' };
  const accept: SigningTicket = { viewer: officer, action: 'accept', object: 'a', contentHash: 'h' };
  const refusal = (ticket: SigningTicket | null, changed: Partial<typeof request> = {}) => refusesToSign(ticket, { ...request, ...changed }, 'sw-leiden', REGISTER, '2014-03-03');

  it('for its own placement officer, what he was shown', () => {
    expect(refusal(accept)).toBeNull();
    expect(refusal({ viewer: officer, action: 'counter', object: 'a' })).toBeNull();
    expect(refusal({ viewer: officer, action: 'propose' })).toBeNull();
  });

  it('never without a ticket, for another body or role, for other terms or another agreement', () => {
    expect(refusal(null)).toBe('NO_TICKET');
    expect(refusal({ ...accept, viewer: { ...officer, body: 'sw-wassenaar' } })).toBe('NOT_OUR_OFFICER');
    expect(refusal({ ...accept, viewer: { ...officer, roles: ['CASE_WORKER'] } })).toBe('NOT_OUR_OFFICER');
    expect(refusal({ ...accept, contentHash: 'other' })).toBe('OTHER_COMMAND');
    expect(refusal({ viewer: officer, action: 'counter', object: 'other' })).toBe('OTHER_COMMAND');
  });

  it('only in roles that the register gives it', () => {
    expect(refusal(accept, { roles: ['RESIDENCE_AUTHORITY'] })).toBe('NO_AUTHORITY');
    expect(refusal(accept, { roles: [] })).toBe('NO_AUTHORITY');
  });
});
