import { describe, expect, it } from '@jest/globals';
import { followsFrom } from './given-terms.js';

const TERMS = {
  employment: 'leiden:E:1', workplace: 'zoetermeer-rijswijk:W:1', workForm: 'SECONDMENT_INDIVIDUAL', from: '2014-04-01', until: null, hoursPerWeek: '28.5',
  hirer: { id: 'kvk:99000001', name: 'x' }, function: 'Medewerker inpak', location: '2265', adaptations: ['FIXED_STRUCTURE', 'LOW_STIMULI'],
  supervisionHoursPerWeek: null, secondmentFeePerHour: '5.5', wagePercentage: null, noticeMonths: 1, trialUntil: null, returnGuarantee: true, transport: null, subsidy: null,
};
const GIVEN = { workForm: 'SECONDMENT_INDIVIDUAL', from: '2014-04-01', hoursPerWeek: '28.50', secondmentFeePerHour: '5.500' };
const ALL = {
  ...GIVEN, until: null, hirer: 'kvk:99000001', function: 'Medewerker inpak', location: '2265', adaptations: ['LOW_STIMULI', 'FIXED_STRUCTURE', 'LOW_STIMULI'],
  supervisionHoursPerWeek: null, wagePercentage: null, noticeMonths: 1, trialUntil: null, returnGuarantee: true, transportArrangedBy: null, transportCostPerWeek: null, subsidy: null,
};

describe('terms follow from what the officer sent', () => {
  it('when every field that he named is in them, however its number or list is written', () => {
    expect(followsFrom(GIVEN, TERMS)).toBe(true);
    expect(followsFrom(ALL, TERMS)).toBe(true);
    const transport = { arrangedBy: 'PLACING_COMPANY', costPerWeek: '12.5' };
    expect(followsFrom({ ...GIVEN, transportArrangedBy: 'PLACING_COMPANY', transportCostPerWeek: '12.50' }, { ...TERMS, transport })).toBe(true);
  });

  it.each([
    ['workForm', 'INTERNAL'], ['from', '2014-04-02'], ['until', '2015-03-31'], ['hoursPerWeek', '28'], ['hirer', { id: 'kvk:99000002', name: 'x' }],
    ['function', 'Medewerker groen'], ['location', '2263'], ['adaptations', ['LOW_STIMULI']], ['supervisionHoursPerWeek', '3'], ['secondmentFeePerHour', '5.51'],
    ['wagePercentage', '100'], ['noticeMonths', 2], ['trialUntil', '2014-05-01'], ['returnGuarantee', false],
    ['transport', { arrangedBy: 'PLACING_COMPANY', costPerWeek: null }], ['transport', { arrangedBy: null, costPerWeek: '1' }], ['subsidy', 'WAGE_COST'],
  ])('and not when %s is another', (field, value) => {
    expect(followsFrom(ALL, { ...TERMS, [field]: value })).toBe(false);
  });

  it('a fee, an end, a subsidy or transport that he did not name is not in them', () => {
    const { secondmentFeePerHour: _fee, ...withoutFee } = GIVEN;
    expect(followsFrom(withoutFee, TERMS)).toBe(false);
    expect(followsFrom(GIVEN, { ...TERMS, until: '2014-12-31' })).toBe(false);
    expect(followsFrom(GIVEN, { ...TERMS, subsidy: 'WSW_ARTICLE_7' })).toBe(false);
    expect(followsFrom(GIVEN, { ...TERMS, transport: { arrangedBy: 'PLACING_COMPANY', costPerWeek: null } })).toBe(false);
  });

  it('a function, a place or a notice that he left out comes from facts and policy', () => {
    expect(followsFrom(GIVEN, { ...TERMS, function: 'Anders', location: '2316', noticeMonths: 3, adaptations: [], returnGuarantee: false, hirer: null })).toBe(true);
  });

  it('a field that this body does not know is one that it cannot check', () => {
    expect(followsFrom({ ...GIVEN, bonus: '100' }, { ...TERMS, bonus: '100' })).toBe(false);
    expect(followsFrom({ ...GIVEN, constructor: 'x' }, TERMS)).toBe(false);
  });

  it('what is no number equals no number', () => {
    expect(followsFrom({ ...GIVEN, hoursPerWeek: 28.5 }, TERMS)).toBe(false);
    expect(followsFrom({ ...GIVEN, hoursPerWeek: 'veel' }, { ...TERMS, hoursPerWeek: 'veel' })).toBe(false);
  });
});
