import { describe, expect, it } from '@jest/globals';
import type { LabourDispute } from '#law/agreement/labour-dispute.js';
import type { OverlappingAgreement, TermsFacts } from './facts.js';
import { checkTerms } from './terms-checks.js';
import { canonicalTerms, type TermsProposal } from './terms.js';
import { FACTS, ON, PROPOSAL } from './testing/sample-agreement.js';

type Changes = { [K in keyof TermsFacts]?: Partial<TermsFacts[K]> | null };

function codeOf(proposal: Partial<TermsProposal>, changes: Changes = {}, overlapping: OverlappingAgreement[] = [], disputes: LabourDispute[] = [], on = ON): string {
  const facts = {
    residence: FACTS.residence,
    employment: { ...FACTS.employment, ...changes.employment },
    workplace: { ...FACTS.workplace, ...changes.workplace },
    indication: changes.indication === null ? null : { ...FACTS.indication!, ...changes.indication },
  };
  return checkTerms({ terms: canonicalTerms({ ...PROPOSAL, ...proposal }, facts, on), facts, overlapping, disputes, on })?.refused ?? 'fine';
}

it('terms that break no rule are fine', () => {
  expect(codeOf({})).toBe('fine');
});

describe('the place', () => {
  it.each(['HELD', 'TAKEN'] as const)('that is %s is taken', (status) => {
    expect(codeOf({}, { workplace: { status } })).toBe('WORKPLACE_TAKEN');
  });

  it('that is closed, or free only after the start, does not suit', () => {
    expect(codeOf({}, { workplace: { status: 'CLOSED' } })).toBe('WORKPLACE_UNSUITABLE');
    expect(codeOf({}, { workplace: { availableFrom: '2014-04-02' } })).toBe('WORKPLACE_UNSUITABLE');
    expect(codeOf({}, { workplace: { availableFrom: '2014-04-01' } })).toBe('fine');
  });

  it('is at the own company for internal work', () => {
    const internal = { workForm: 'INTERNAL', secondmentFeePerHour: null } as const;
    expect(codeOf(internal)).toBe('WORKPLACE_UNSUITABLE');
    expect(codeOf(internal, { workplace: { receivingBody: 'sw-leiden' } })).toBe('fine');
  });

  it('without an advised adaptation suits only when the terms promise it', () => {
    expect(codeOf({ adaptations: [] }, { workplace: { adaptations: [] } })).toBe('WORKPLACE_UNSUITABLE');
    expect(codeOf({ adaptations: ['LOW_STIMULI'] }, { workplace: { adaptations: [] } })).toBe('fine');
    expect(codeOf({ adaptations: [] }, { workplace: { adaptations: ['LOW_STIMULI'] } })).toBe('fine');
  });
});

describe('a hirer', () => {
  const strike = { hirer: 'kvk:99000001', from: '2014-03-20', until: null };

  it('where people strike gets nobody (Waadi art. 10)', () => {
    expect(codeOf({}, {}, [], [strike])).toBe('WORKPLACE_UNSUITABLE');
    expect(codeOf({}, {}, [], [{ ...strike, until: '2014-03-31' }])).toBe('fine');
    expect(codeOf({}, {}, [], [{ ...strike, hirer: 'kvk:99000002' }])).toBe('fine');
  });
});

describe('hours', () => {
  it.each([
    ['23.9', 'HOURS_OUT_OF_BOUNDS'],
    ['24', 'fine'],
    ['28', 'fine'],
    ['28.1', 'HOURS_OUT_OF_BOUNDS'],
    ['0', 'HOURS_OUT_OF_BOUNDS'],
    ['-24', 'HOURS_OUT_OF_BOUNDS'],
  ])('%s per week, where the place offers 24 to 32 and the employment counts 28: %s', (hoursPerWeek, expected) => {
    expect(codeOf({ hoursPerWeek })).toBe(expected);
  });

  it('never pass the full week of 36, whatever the place offers', () => {
    const wide = { workplace: { hoursPerWeekMax: null }, employment: { hoursPerWeek: null } };
    expect(codeOf({ hoursPerWeek: '36.5' }, wide)).toBe('HOURS_OUT_OF_BOUNDS');
    expect(codeOf({ hoursPerWeek: '36' }, wide)).toBe('fine');
  });
});

describe('the indication', () => {
  it('covers the whole period, unless re-indication was asked (domain brief 8.4 row 4)', () => {
    expect(codeOf({ until: '2019-07-01' })).toBe('INDICATION_EXPIRES');
    expect(codeOf({ until: '2019-07-01' }, { indication: { reindicationRequestedOn: '2014-02-01' } })).toBe('fine');
    expect(codeOf({ until: '2019-06-30' })).toBe('fine');
  });

  it('covers the first year of open-ended work, unless re-indication was asked', () => {
    expect(codeOf({}, { indication: { validUntil: '2015-03-30' } })).toBe('INDICATION_EXPIRES');
    expect(codeOf({}, { indication: { validUntil: '2015-03-30', reindicationRequestedOn: '2014-02-01' } })).toBe('fine');
    expect(codeOf({}, { indication: { validUntil: '2015-03-31' } })).toBe('fine');
    expect(codeOf({}, { indication: { validUntil: null } })).toBe('fine');
  });

  it('is for this kind of work, and is there', () => {
    expect(codeOf({}, { indication: null })).toBe('INDICATION_EXPIRES');
    expect(codeOf({}, { indication: { kind: 'NEW_SHELTERED' } })).toBe('INDICATION_EXPIRES');
    expect(codeOf({ workForm: 'NEW_SHELTERED', secondmentFeePerHour: null }, { indication: { kind: 'NEW_SHELTERED', validUntil: null } })).toBe('fine');
  });
});

describe('subsidy', () => {
  it('of Wsw art. 7 is for supervised employment only', () => {
    expect(codeOf({ subsidy: 'WSW_ARTICLE_7' })).toBe('SUBSIDY_CONFLICT');
    expect(codeOf({ subsidy: 'WSW_ARTICLE_7', workForm: 'SUPERVISED_EMPLOYMENT' })).toBe('fine');
  });

  it('for wage costs is never for work under the Wsw (Participatiewet art. 10d lid 3), and not before 2015', () => {
    expect(codeOf({ subsidy: 'WAGE_COST', from: '2015-02-01' })).toBe('SUBSIDY_CONFLICT');
    const sheltered = { subsidy: 'WAGE_COST', workForm: 'NEW_SHELTERED' } as const;
    const indicated = { indication: { kind: 'NEW_SHELTERED' } } as const;
    expect(codeOf({ ...sheltered, from: '2014-12-01' }, indicated)).toBe('SUBSIDY_CONFLICT');
    expect(codeOf({ ...sheltered, from: '2015-02-01' }, indicated)).toBe('fine');
  });
});

describe('the period', () => {
  it('leaves the hours of other agreements alone', () => {
    expect(codeOf({}, {}, [{ agreement: 'other', amends: null, hoursPerWeek: '4.5' }])).toBe('PERIOD_OVERLAPS');
    expect(codeOf({}, {}, [{ agreement: 'other', amends: null, hoursPerWeek: '4' }])).toBe('fine');
  });

  it('lies within the employment', () => {
    expect(codeOf({}, { employment: { from: '2014-04-02' } })).toBe('PERIOD_OVERLAPS');
    expect(codeOf({}, { employment: { until: '2015-03-31' } })).toBe('PERIOD_OVERLAPS');
    expect(codeOf({ until: '2015-03-31' }, { employment: { until: '2015-03-31' } })).toBe('fine');
  });
});

describe('the fee', () => {
  it('is bargained for every secondment, not below the floor (Wsw art. 5)', () => {
    expect(codeOf({ secondmentFeePerHour: '1.99' })).toBe('FEE_BELOW_FLOOR');
    expect(codeOf({ secondmentFeePerHour: null })).toBe('FEE_BELOW_FLOOR');
    expect(codeOf({ secondmentFeePerHour: '2.00' })).toBe('fine');
    expect(codeOf({ secondmentFeePerHour: null, workForm: 'INTERNAL' }, { workplace: { receivingBody: 'sw-leiden' } })).toBe('fine');
  });
});

describe('the start', () => {
  it('leaves fourteen days to inform the worker', () => {
    expect(codeOf({ from: '2014-03-16' })).toBe('LEAD_TIME_TOO_SHORT');
    expect(codeOf({ from: '2014-03-17' })).toBe('fine');
  });
});
