import { describe, expect, it } from '@jest/globals';
import { actingBodies, partyFor, requiredParties, rolesOf } from './parties.js';
import { DESIGNATION, FACTS, MANDATE, MATRIX, ON, partiesOf } from './testing/sample-agreement.js';

const wassenaar = {
  residence: { municipality: '0629' },
  employment: { placingBody: 'sw-wassenaar', formalEmployer: 'gm-0629', payingMunicipality: '0629' },
  workplace: { receivingBody: 'sw-zoetermeer-rijswijk' },
};
const shown = (facts: Parameters<typeof requiredParties>[0], on = ON): string[] =>
  partiesOf(facts, on).map((party) => `${party.role}: ${party.actingBody} for ${party.onBehalfOf}`);

describe('the parties', () => {
  it('of a resident of Voorschoten at Leiden\'s firm: the joint service by mandate, the firm as formal employer too', () => {
    expect(shown(FACTS)).toEqual([
      'RESIDENCE_AUTHORITY: werk-en-inkomen for gm-0626',
      'FORMAL_EMPLOYER: sw-leiden for gm-0626',
      'PLACING_COMPANY: sw-leiden for sw-leiden',
      'RECEIVING_COMPANY: sw-zoetermeer-rijswijk for sw-zoetermeer-rijswijk',
    ]);
    expect(partiesOf(FACTS).map((party) => party.basis).slice(0, 2)).toEqual([MANDATE, DESIGNATION]);
  });

  it('of a worker of Wassenaar\'s arrangement: its board in place of the college as employer, the joint service for arts 8 and 9', () => {
    expect(shown(wassenaar).slice(0, 3)).toEqual([
      'RESIDENCE_AUTHORITY: werk-en-inkomen for gm-0629',
      'FORMAL_EMPLOYER: sw-wassenaar for gm-0629',
      'PLACING_COMPANY: sw-wassenaar for sw-wassenaar',
    ]);
  });

  it('are the same when the arrangement names itself as the employer', () => {
    const rule = { role: 'FORMAL_EMPLOYER', principal: 'sw-wassenaar', actingBody: 'sw-wassenaar', basis: 'bestuur', from: '2008-01-01', until: null };
    const own = { ...wassenaar, employment: { ...wassenaar.employment, formalEmployer: 'sw-wassenaar' } };
    expect(requiredParties(own, [...MATRIX, rule], ON)).toContainEqual({ role: 'FORMAL_EMPLOYER', actingBody: 'sw-wassenaar', onBehalfOf: 'sw-wassenaar', basis: 'bestuur', authorityUntil: null });
  });

  it('follow the matrix of the day: before the mandate the college acted itself', () => {
    const residence = (on: string) => partyFor('RESIDENCE_AUTHORITY', 'gm-0626', MATRIX, on);
    expect(residence('2011-12-31')).toMatchObject({ actingBody: 'gm-0626', onBehalfOf: 'gm-0626', authorityUntil: '2011-12-31' });
    expect(residence('2012-01-01')).toMatchObject({ actingBody: 'werk-en-inkomen', onBehalfOf: 'gm-0626', authorityUntil: null });
  });

  it('take the paying municipality as employer where none is registered', () => {
    const unregistered = { ...wassenaar, employment: { placingBody: 'sw-leiden', formalEmployer: null, payingMunicipality: '0626' } };
    expect(shown(unregistered)[1]).toBe('FORMAL_EMPLOYER: sw-leiden for gm-0626');
  });

  it.each([
    ['college van de woongemeente', { residence: { municipality: '0999' } }],
    ['formele werkgever', { employment: { ...wassenaar.employment, formalEmployer: 'gm-0999' } }],
    ['plaatsend sw-bedrijf', { employment: { ...wassenaar.employment, placingBody: 'sw-elders' } }],
    ['ontvangend sw-bedrijf', { workplace: { receivingBody: 'sw-elders' } }],
  ])('are not complete where the matrix names no %s, and nobody steps in', (role, changes) => {
    expect(requiredParties({ ...wassenaar, ...changes }, MATRIX, ON)).toEqual({ refused: 'NO_AUTHORITY', detail: `Het bevoegdhedenregister wijst op deze dag niemand aan als ${role}.` });
  });

  it('never include UWV or the hirer', () => {
    expect(partiesOf(FACTS).map((party) => party.role)).not.toContain('HIRER');
    expect(actingBodies(partiesOf(FACTS))).toEqual(['werk-en-inkomen', 'sw-leiden', 'sw-zoetermeer-rijswijk']);
  });

  it('let one body act in several roles', () => {
    expect(rolesOf(partiesOf(FACTS), 'sw-leiden')).toEqual(['FORMAL_EMPLOYER', 'PLACING_COMPANY']);
  });
});
