import { describe, expect, it } from '@jest/globals';
import { canonicalJson, contentHash } from '#kernel/canonical.js';
import { canonicalTerms, type TermsProposal } from './terms.js';
import { FACTS, ON, PROPOSAL } from './testing/sample-agreement.js';

const hashOf = (changes: Partial<TermsProposal> = {}): string => contentHash(canonicalTerms({ ...PROPOSAL, ...changes }, FACTS, ON));

describe('canonical terms', () => {
  it('hash to the same value for ever', () => {
    expect(hashOf()).toBe('b2e170f1ac4232efd1b5d0dc5674c7479ebd4e3b3721b4d3ade9fbd04d5021fe');
  });

  it('do not depend on how a number is written or in which order a list is given', () => {
    expect(hashOf({ hoursPerWeek: '24.00', secondmentFeePerHour: '5.5' })).toBe(hashOf());
    expect(hashOf({ adaptations: ['B', 'A', 'B'] })).toBe(hashOf({ adaptations: ['A', 'B'] }));
  });

  it('survive being stored and read as JSON', () => {
    const terms = canonicalTerms(PROPOSAL, FACTS, ON);
    expect(canonicalJson(JSON.parse(JSON.stringify(terms)))).toBe(canonicalJson(terms));
  });

  it.each([
    ['hours', { hoursPerWeek: '24.5' }],
    ['start', { from: '2014-04-02' }],
    ['end', { until: '2015-03-31' }],
    ['fee', { secondmentFeePerHour: '5.51' }],
    ['function', { function: 'Medewerker groen' }],
    ['hirer', { hirer: { id: 'kvk:99000002', name: 'Ander' } }],
    ['adaptations', { adaptations: [] }],
    ['subsidy', { subsidy: 'WAGE_COST' as const }],
    ['notice', { noticeMonths: 2 }],
    ['return guarantee', { returnGuarantee: false }],
    ['transport', { transportArrangedBy: 'RECEIVING_COMPANY' as const }],
  ])('change with the %s', (_name, changes) => {
    expect(hashOf(changes)).not.toBe(hashOf());
  });

  it('hold no personal data: the worker is known by the placing company\'s own number only', () => {
    expect(canonicalJson(canonicalTerms(PROPOSAL, FACTS, ON))).not.toContain('person');
  });

  it('take from the facts what the proposal leaves open', () => {
    expect(canonicalTerms(PROPOSAL, FACTS, ON)).toMatchObject({
      hirer: { name: 'Verzonnen Inpak' }, function: 'Medewerker inpak', location: '2265', adaptations: ['LOW_STIMULI'], noticeMonths: 1, returnGuarantee: true,
      reviewDates: ['2014-07-01'], costBearers: [{ cost: 'SUPERVISION', body: 'sw-leiden' }, { cost: 'WAGE', body: 'gm-0626' }],
    });
  });
});
