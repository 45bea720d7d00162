import { describe, expect, it } from '@jest/globals';
import { type Role, type Viewer, SCOPES } from '#kernel/viewer.js';
import { employmentAccess, exactnessFor, mayReadCells, maySeeMunicipality, NO_ROWS, placementScope, readsShares } from './policy.js';

const COMPANY = { body: 'sw-leiden', directory: 'reintegration' };
const JOINT_SERVICE = 'werk-en-inkomen';
const MUNICIPALITIES = ['0626', '0629', '1916'];

const worker = { id: '7', person: 'p-7', workerName: 'Proefpersoon', workForm: 'INTERNAL', hoursPerWeek: '36', from: '2010-01-01', until: null, formalEmployer: null, payingMunicipality: '0546' } as const;
const viewer = (role: Role, body: string, purpose: string | null = 'wsw'): Viewer => ({ subject: 'p-7', body, roles: [role], scopes: SCOPES, purpose });
const access = (who: Viewer, from = 'gateway', shared: string[] = []) => employmentAccess({ viewer: who, from }, COMPANY, who.body === JOINT_SERVICE ? MUNICIPALITIES : [], shared);

describe('who sees which workers of a company', () => {
  it('is everybody for its own placement officer, in full', () => {
    const own = access(viewer('PLACEMENT_OFFICER', 'sw-leiden'));
    expect(own.scope.everything).toBe(true);
    expect(own.levelOf(worker)).toBe('FULL');
  });

  it('is nobody without a purpose, whatever the role', () => {
    for (const role of ['PLACEMENT_OFFICER', 'CASE_WORKER', 'WORKER'] as const) {
      expect(access(viewer(role, 'sw-leiden', null), 'gateway', ['7']).scope).toEqual(NO_ROWS);
      expect(access(viewer(role, 'sw-leiden', null), 'reintegration', ['7']).scope).toEqual(NO_ROWS);
    }
  });

  it('is, for a case worker, who is paid by the municipalities of his body', () => {
    const { scope, levelOf } = access(viewer('CASE_WORKER', JOINT_SERVICE));
    expect(scope).toEqual({ everything: false, persons: [], payingMunicipalities: MUNICIPALITIES, employments: [] });
    expect(levelOf({ ...worker, payingMunicipality: '0626' })).toBe('FULL');
    expect(levelOf(worker)).toBe('PROFILE');
  });

  it('is, for the officer of another company, who is shared with it, without the person id', () => {
    const { scope, levelOf } = access(viewer('PLACEMENT_OFFICER', 'sw-wassenaar'), 'gateway', ['7']);
    expect(scope).toEqual({ ...NO_ROWS, employments: ['7'] });
    expect(levelOf(worker)).toBe('SHARED');
  });

  it('is everybody as a profile when the directory asks for an officer or a case worker, not for an analyst', () => {
    const officer = access(viewer('PLACEMENT_OFFICER', 'sw-wassenaar'), 'reintegration');
    expect(officer.scope.everything).toBe(true);
    expect(officer.levelOf(worker)).toBe('PROFILE');
    expect(access(viewer('ANALYST', JOINT_SERVICE), 'reintegration').scope).toEqual(NO_ROWS);
    expect(access(viewer('PLACEMENT_OFFICER', 'sw-wassenaar'), 'benefits').scope).toEqual(NO_ROWS);
  });

  it('is oneself for a worker', () => {
    const { scope, levelOf } = access(viewer('WORKER', 'sw-leiden', 'inzage'));
    expect(scope).toEqual({ ...NO_ROWS, persons: ['p-7'] });
    expect(levelOf(worker)).toBe('FULL');
  });

  it('is nobody for those who see aggregates only', () => {
    for (const role of ['ANALYST', 'POLICY_OFFICER', 'COUNCIL_MEMBER', 'PARTICIPATION_COUNCIL', 'PRIVACY_OFFICER', 'OPERATOR', 'WIJKTEAM'] as const) {
      expect(access(viewer(role, JOINT_SERVICE), 'gateway', ['7']).scope).toEqual(NO_ROWS);
    }
  });
});

describe('the other doors', () => {
  it('never widen placements by sharing or for the directory', () => {
    const asker = { viewer: viewer('PLACEMENT_OFFICER', 'sw-wassenaar'), from: 'reintegration' };
    expect(placementScope(asker, COMPANY, [])).toEqual(NO_ROWS);
  });

  it('read the shares only for whom they can matter', () => {
    expect(readsShares({ viewer: viewer('PLACEMENT_OFFICER', 'sw-wassenaar'), from: 'gateway' }, COMPANY)).toBe(true);
    expect(readsShares({ viewer: viewer('PLACEMENT_OFFICER', 'sw-leiden'), from: 'gateway' }, COMPANY)).toBe(false);
    expect(readsShares({ viewer: viewer('ANALYST', JOINT_SERVICE), from: 'gateway' }, COMPANY)).toBe(false);
  });

  it('labour years are exact for the own officer, for a case worker those of his municipalities, and rounded for an analyst and another company', () => {
    const told = [viewer('PLACEMENT_OFFICER', 'sw-leiden'), viewer('CASE_WORKER', 'werk-en-inkomen'), viewer('ANALYST', 'werk-en-inkomen'), viewer('PLACEMENT_OFFICER', 'sw-wassenaar')];
    expect(told.map((one) => exactnessFor(one, COMPANY))).toEqual(['ALL', 'OWN_MUNICIPALITIES', 'ROUNDED', 'ROUNDED']);
  });

  it('keep cells from the gateway and labour years to the municipalities of the viewer', () => {
    const analyst = viewer('ANALYST', JOINT_SERVICE);
    expect(mayReadCells({ viewer: analyst, from: 'gateway' })).toBe(false);
    expect(mayReadCells({ viewer: analyst, from: 'reintegration' })).toBe(true);
    expect(maySeeMunicipality(analyst, COMPANY, MUNICIPALITIES, '0626')).toBe(true);
    expect(maySeeMunicipality(analyst, COMPANY, MUNICIPALITIES, '0546')).toBe(false);
    expect(maySeeMunicipality(viewer('PLACEMENT_OFFICER', 'sw-leiden'), COMPANY, [], '0546')).toBe(true);
  });
});
