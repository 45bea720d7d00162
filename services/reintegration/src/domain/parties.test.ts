import { describe, expect, it } from '@jest/globals';
import { actingBodies, requiredParties, rolesOf } from './parties.js';
import { DESIGNATION, FACTS, MANDATE, MATRIX, ON } from './testing/sample-agreement.js';

const wassenaar = {
  residence: { municipality: '0629' },
  employment: { placingBody: 'sw-wassenaar', formalEmployer: 'gm-0629', payingMunicipality: '0629' },
  workplace: { receivingBody: 'sw-zoetermeer-rijswijk' },
};
const shown = (facts: Parameters<typeof requiredParties>[0], on = ON): string[] =>
  requiredParties(facts, MATRIX, on).map((party) => `${party.role}: ${party.actingBody} for ${party.onBehalfOf}`);

describe('the parties', () => {
  it('of a resident of Voorschoten at Leiden\'s firm: the joint service by mandate, the firm as formal employer too', () => {
    expect(shown(FACTS)).toEqual([
      'RESIDENCE_AUTHORITY: werk-en-inkomen for gm-0626',
      'FORMAL_EMPLOYER: sw-leiden for gm-0626',
      'PLACING_COMPANY: sw-leiden for sw-leiden',
      'RECEIVING_COMPANY: sw-zoetermeer-rijswijk for sw-zoetermeer-rijswijk',
    ]);
    expect(requiredParties(FACTS, MATRIX, ON).map((party) => party.basis).slice(0, 2)).toEqual([MANDATE, DESIGNATION]);
  });

  it('of a worker of Wassenaar\'s arrangement: its board in place of the college as employer, the joint service for arts 8 and 9', () => {
    expect(shown(wassenaar).slice(0, 3)).toEqual([
      'RESIDENCE_AUTHORITY: werk-en-inkomen for gm-0629',
      'FORMAL_EMPLOYER: sw-wassenaar for gm-0629',
      'PLACING_COMPANY: sw-wassenaar for sw-wassenaar',
    ]);
  });

  it('are the same when the arrangement names itself as the employer', () => {
    const own = { ...wassenaar, employment: { ...wassenaar.employment, formalEmployer: 'sw-wassenaar' } };
    expect(shown(own)[1]).toBe('FORMAL_EMPLOYER: sw-wassenaar for sw-wassenaar');
  });

  it('follow the matrix of the day: before the mandate the college acted itself', () => {
    expect(shown(FACTS, '2011-12-31')[0]).toBe('RESIDENCE_AUTHORITY: gm-0626 for gm-0626');
    expect(shown(FACTS, '2012-01-01')[0]).toBe('RESIDENCE_AUTHORITY: werk-en-inkomen for gm-0626');
  });

  it('take the paying municipality as employer where none is registered, and a body outside the matrix for itself', () => {
    const elsewhere = { ...wassenaar, employment: { placingBody: 'sw-leiden', formalEmployer: null, payingMunicipality: '0999' } };
    expect(shown(elsewhere)[1]).toBe('FORMAL_EMPLOYER: gm-0999 for gm-0999');
  });

  it('never include UWV or the hirer', () => {
    expect(requiredParties(FACTS, MATRIX, ON).map((party) => party.role)).not.toContain('HIRER');
    expect(actingBodies(requiredParties(FACTS, MATRIX, ON))).toEqual(['werk-en-inkomen', 'sw-leiden', 'sw-zoetermeer-rijswijk']);
  });

  it('let one body act in several roles', () => {
    expect(rolesOf(requiredParties(FACTS, MATRIX, ON), 'sw-leiden')).toEqual(['FORMAL_EMPLOYER', 'PLACING_COMPANY']);
  });
});
