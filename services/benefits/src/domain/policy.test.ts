import { describe, expect, it } from '@jest/globals';
import { type Role, type Viewer, SCOPES } from '#kernel/viewer.js';
import { debtDeliveryScope, maySeeDebts, maySeeFigures, NOTHING, personScope, type Mandate } from './policy.js';

const mandate = (principal: string, change: Partial<Mandate> = {}): Mandate => ({
  role: 'RESIDENCE_AUTHORITY',
  principal,
  actingBody: 'werk-en-inkomen',
  from: '2012-01-01',
  until: null,
  ...change,
});
const MANDATES = [mandate('gm-1916'), mandate('gm-0629'), mandate('gm-0626', { until: '2014-06-30' })];
const PURPOSES = [
  { code: 'wsw', roles: ['CASE_WORKER', 'PLACEMENT_OFFICER'] },
  { code: 'schuldhulp', roles: ['CASE_WORKER', 'WIJKTEAM'] },
  { code: 'statistiek', roles: ['ANALYST', 'POLICY_OFFICER'] },
  { code: 'inzage', roles: ['WORKER'] },
  { code: 'levering-ddas', roles: ['CASE_WORKER'] },
];
const viewer = (role: Role, change: Partial<Viewer> = {}): Viewer => ({
  subject: 'someone',
  body: 'werk-en-inkomen',
  roles: [role],
  scopes: SCOPES,
  purpose: 'wsw',
  ...change,
});
const scope = (who: Viewer, on = '2014-03-03') => personScope(who, { mandates: MANDATES, purposes: PURPOSES }, on);

describe('scope of persons', () => {
  it('gives a case worker the residents of the municipalities his body acts for on the day', () => {
    expect(scope(viewer('CASE_WORKER'))).toEqual({ kind: 'residents', municipalities: ['0626', '0629', '1916'] });
  });

  it('ends with the mandate, its last day included', () => {
    expect(scope(viewer('CASE_WORKER'), '2014-06-30')).toMatchObject({ municipalities: ['0626', '0629', '1916'] });
    expect(scope(viewer('CASE_WORKER'), '2014-07-01')).toMatchObject({ municipalities: ['0629', '1916'] });
  });

  it('is empty without a purpose, and full for the same viewer with one', () => {
    expect(scope(viewer('CASE_WORKER', { purpose: null }))).toBe(NOTHING);
    expect(scope(viewer('CASE_WORKER')).kind).toBe('residents');
  });

  it('is empty for a purpose that the role may not name, and full for one that it may', () => {
    expect(scope(viewer('CASE_WORKER', { purpose: 'statistiek' }))).toBe(NOTHING);
    expect(scope(viewer('CASE_WORKER', { purpose: 'schuldhulp' })).kind).toBe('residents');
  });

  it('is empty for a case worker of a body without a mandate', () => {
    expect(scope(viewer('CASE_WORKER', { body: 'sw-leiden' }))).toBe(NOTHING);
  });

  it('does not follow from the authority of a formal employer', () => {
    const employer = [mandate('gm-1916', { role: 'FORMAL_EMPLOYER' })];
    expect(personScope(viewer('CASE_WORKER'), { mandates: employer, purposes: PURPOSES }, '2014-03-03')).toBe(NOTHING);
  });

  it('gives a worker himself and nobody else', () => {
    expect(scope(viewer('WORKER', { subject: 'own-pseudonym', purpose: 'inzage' }))).toEqual({ kind: 'own', person: 'own-pseudonym' });
  });

  it.each<Role>(['PLACEMENT_OFFICER', 'ANALYST', 'POLICY_OFFICER', 'PRIVACY_OFFICER', 'COUNCIL_MEMBER', 'PARTICIPATION_COUNCIL', 'WIJKTEAM', 'OPERATOR'])(
    'is empty for %s',
    (role) => {
      expect(scope(viewer(role))).toBe(NOTHING);
    },
  );
});

describe('debts', () => {
  it('are read for debt help and by the person himself, not to place somebody in work', () => {
    expect(maySeeDebts(viewer('CASE_WORKER', { purpose: 'schuldhulp' }))).toBe(true);
    expect(maySeeDebts(viewer('WORKER', { purpose: 'inzage' }))).toBe(true);
    expect(maySeeDebts(viewer('CASE_WORKER', { purpose: 'wsw' }))).toBe(false);
  });
});

describe('figures', () => {
  it.each<Role>(['ANALYST', 'POLICY_OFFICER', 'COUNCIL_MEMBER', 'PARTICIPATION_COUNCIL', 'CASE_WORKER'])('are open to %s', (role) => {
    expect(maySeeFigures(viewer(role))).toBe(true);
  });

  it.each<Role>(['PLACEMENT_OFFICER', 'PRIVACY_OFFICER', 'WIJKTEAM', 'WORKER', 'OPERATOR'])('are closed to %s', (role) => {
    expect(maySeeFigures(viewer(role))).toBe(false);
  });
});

describe('the delivery of debt help to the CBS', () => {
  const delivers = (change: Partial<Viewer> = {}) => debtDeliveryScope(viewer('CASE_WORKER', { purpose: 'levering-ddas', ...change }), { mandates: MANDATES, purposes: PURPOSES }, '2014-03-03');

  it('is of the municipalities that the body acts for, and shows nobody as a resident', () => {
    expect(delivers()).toEqual(['0626', '0629', '1916']);
    expect(scope(viewer('CASE_WORKER', { purpose: 'levering-ddas' }))).toBe(NOTHING);
  });

  it('is nothing for another purpose, role or body', () => {
    expect([delivers({ purpose: 'schuldhulp' }), delivers({ roles: ['WIJKTEAM'] }), delivers({ body: 'sw-leiden' })]).toEqual([[], [], []]);
  });
});
