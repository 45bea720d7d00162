import { describe, expect, it } from '@jest/globals';
import { authorityOn, loadRegisters } from '#kernel/registers.js';
import { loadOperations } from './operations.js';

const registers = loadRegisters();
const bodies = new Set(registers.bodies.map(({ id }) => id));
const actingFor = (role: string, date: string) =>
  Object.fromEntries(authorityOn(registers, date).filter((rule) => rule.role === role).map(({ principal, actingBody }) => [principal, actingBody]));

describe('the registers', () => {
  it('every party, principal and acting body is a body with a synthetic number of its own', () => {
    const named = [...registers.parties.map(({ body }) => body), ...registers.authority.flatMap(({ principal, actingBody }) => [principal, actingBody])];
    expect(named.filter((id) => !bodies.has(id))).toEqual([]);
    expect(registers.bodies.every(({ oin }) => /^00000099\d{12}$/.test(oin))).toBe(true);
    expect(new Set(registers.bodies.map(({ oin }) => oin)).size).toBe(registers.bodies.length);
  });

  it('in one role a principal has at most one acting body on one day', () => {
    for (const date of ['2008-01-01', '2011-12-31', '2012-01-01', '2014-03-03', '2015-07-01', '2026-01-01']) {
      const pairs = authorityOn(registers, date).map(({ role, principal }) => `${role} ${principal}`);
      expect(new Set(pairs).size).toBe(pairs.length);
    }
  });

  it('the joint service acts for its three colleges since 1 January 2012, and for no other', () => {
    const ofJointService = (date: string) => Object.entries(actingFor('RESIDENCE_AUTHORITY', date)).filter(([, body]) => body === 'werk-en-inkomen').map(([principal]) => principal);
    expect(ofJointService('2012-01-01').sort()).toEqual(['gm-0626', 'gm-0629', 'gm-1916']);
    expect(ofJointService('2011-12-31')).toEqual([]);
  });

  it('before that the college of Voorschoten acted itself; that authority has ended', () => {
    expect(actingFor('RESIDENCE_AUTHORITY', '2011-12-31')['gm-0626']).toBe('gm-0626');
    expect(actingFor('RESIDENCE_AUTHORITY', '2014-03-03')['gm-0626']).toBe('werk-en-inkomen');
  });

  it('the formal employer is the designated firm, or the board that replaced its colleges', () => {
    const employers = actingFor('FORMAL_EMPLOYER', '2014-03-03');
    expect([employers['gm-0626'], employers['gm-0546'], employers['gm-1916'], employers['gm-0629']]).toEqual(['sw-leiden', 'sw-leiden', 'sw-zoetermeer-rijswijk', 'sw-wassenaar']);
    expect(Object.values(employers).filter((body) => body === 'sw-wassenaar')).toHaveLength(9);
  });

  it('every role has a purpose, and every purpose a legal ground', () => {
    expect(new Set(registers.purposes.flatMap(({ roles }) => roles)).size).toBe(10);
    expect(registers.purposes.every(({ legalGround }) => legalGround.length > 3)).toBe(true);
  });

  it('the public operations are four documents', () => {
    expect([...loadOperations().keys()]).toEqual(['analyst-handling.graphql', 'negotiation.graphql', 'partner-placements.graphql', 'portal-dossier.graphql']);
  });
});
