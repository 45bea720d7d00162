import { describe, expect, it } from '@jest/globals';
import { type Role, type Viewer, SCOPES } from '#kernel/viewer.js';
import { isEmpty, maySeeAggregates, personScope, principalsOf } from './directory-policy.js';

const authority = [
  { role: 'RESIDENCE_AUTHORITY', principal: 'gm-0626', actingBody: 'werk-en-inkomen' },
  { role: 'RESIDENCE_AUTHORITY', principal: 'gm-0629', actingBody: 'werk-en-inkomen' },
  { role: 'RESIDENCE_AUTHORITY', principal: 'gm-0546', actingBody: 'gm-0546' },
  { role: 'FORMAL_EMPLOYER', principal: 'gm-0546', actingBody: 'sw-leiden' },
];
const viewer = (role: Role, over: Partial<Viewer> = {}): Viewer => ({ subject: 's', body: 'werk-en-inkomen', roles: [role], scopes: SCOPES, purpose: 'wsw', ...over });
const scope = (who: Viewer) => personScope(who, authority, '2014-03-03');

describe('whose rows a viewer reads', () => {
  it('a case worker reads the residents of the municipalities his body acts for', () => {
    expect(scope(viewer('CASE_WORKER')).municipalities).toEqual(['0626', '0629']);
  });

  it('a case worker of a municipality that acts for itself reads its own residents', () => {
    expect(scope(viewer('CASE_WORKER', { body: 'gm-0546' })).municipalities).toEqual(['0546']);
  });

  it('a municipality that gave its mandate to another body reads none itself', () => {
    expect(scope(viewer('CASE_WORKER', { body: 'gm-0626' })).municipalities).toEqual([]);
  });

  it('a body that acts only as employer for a municipality reads no residents', () => {
    expect(scope(viewer('CASE_WORKER', { body: 'sw-leiden' })).municipalities).toEqual([]);
  });

  it('a placement officer reads those his own company employs', () => {
    expect(scope(viewer('PLACEMENT_OFFICER', { body: 'sw-leiden' }))).toMatchObject({ municipalities: [], company: 'sw-leiden' });
  });

  it('a worker reads himself', () => {
    expect(scope(viewer('WORKER')).self).toBe('s');
  });

  it.each<Role>(['ANALYST', 'POLICY_OFFICER', 'PRIVACY_OFFICER', 'COUNCIL_MEMBER', 'PARTICIPATION_COUNCIL', 'WIJKTEAM', 'OPERATOR'])('%s reads no person', (role) => {
    expect(isEmpty(scope(viewer(role)))).toBe(true);
  });

  it('without a purpose nobody reads anything', () => {
    expect(isEmpty(scope(viewer('CASE_WORKER', { purpose: null })))).toBe(true);
    expect(isEmpty(scope(viewer('CASE_WORKER')))).toBe(false);
  });
});

describe('aggregates', () => {
  it('are for who makes or judges policy', () => {
    expect([maySeeAggregates(viewer('ANALYST')), maySeeAggregates(viewer('COUNCIL_MEMBER'))]).toEqual([true, true]);
  });

  it('are not for who works on persons', () => {
    expect([maySeeAggregates(viewer('CASE_WORKER')), maySeeAggregates(viewer('WORKER'))]).toEqual([false, false]);
  });
});

it('the principals of a body are named once and without itself', () => {
  expect(principalsOf('werk-en-inkomen', [...authority, authority[0]!])).toEqual(['gm-0626', 'gm-0629']);
});
