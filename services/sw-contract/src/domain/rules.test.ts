import { describe, expect, it } from '@jest/globals';
import { inForce, municipalitiesOf } from '#kernel/authority.js';
import { basisOf } from './authority.js';
import { placementStatus } from './placement-status.js';
import { referenceDates } from './reference-dates.js';
import { isCancelled } from './tombstone.js';

const REGISTER = [
  { role: 'RESIDENCE_AUTHORITY', principal: 'gm-0626', actingBody: 'gm-0626', basis: 'eerder', from: '2008-01-01', until: '2011-12-31' },
  { role: 'RESIDENCE_AUTHORITY', principal: 'gm-0626', actingBody: 'werk-en-inkomen', basis: 'mandaat', from: '2012-01-01', until: null },
  { role: 'PLACING_COMPANY', principal: 'sw-leiden', actingBody: 'sw-leiden', basis: 'voor zichzelf', from: '2008-01-01', until: null },
];

describe('a body', () => {
  it('acts for a municipality only while the register says so', () => {
    expect(municipalitiesOf(inForce(REGISTER, '2014-03-03'), 'werk-en-inkomen')).toEqual(['0626']);
    expect(municipalitiesOf(inForce(REGISTER, '2011-12-31'), 'werk-en-inkomen')).toEqual([]);
    expect(municipalitiesOf(inForce(REGISTER, '2011-12-31'), 'gm-0626')).toEqual(['0626']);
  });

  it('acts in the roles of the register, for the bodies and on the basis that it names', () => {
    expect(basisOf(REGISTER, 'sw-leiden', 'PLACING_COMPANY', 'sw-leiden', '2014-03-03')).toBe('voor zichzelf');
    expect(basisOf(REGISTER, 'sw-leiden', 'PLACING_COMPANY', 'sw-wassenaar', '2014-03-03')).toBeNull();
    expect(basisOf(REGISTER, 'sw-leiden', 'RESIDENCE_AUTHORITY', 'gm-0626', '2014-03-03')).toBeNull();
    expect(basisOf(REGISTER, 'sw-leiden', 'PLACING_COMPANY', 'sw-leiden', '2007-12-31')).toBeNull();
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

  it('is suspended from the first day without work up to the day of resuming, and only while it runs', () => {
    const suspensions = [{ from: '2014-04-10', until: '2014-04-20' }, { from: '2014-06-01', until: null }];
    const statuses = ['2014-03-31', '2014-04-09', '2014-04-10', '2014-04-19', '2014-04-20', '2014-06-30', '2014-07-01'].map((day) => placementStatus(period, day, suspensions));
    expect(statuses).toEqual(['PLANNED', 'ACTIVE', 'SUSPENDED', 'SUSPENDED', 'ACTIVE', 'SUSPENDED', 'ENDED']);
    expect(placementStatus(period, '2014-04-10', [{ from: '2014-04-10', until: '2014-04-10' }])).toBe('ACTIVE');
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
