import { describe, expect, it } from '@jest/globals';
import { employmentStatistics, periodOf, type HeldEmployment } from './employment-statistics.js';

const HALF_YEAR = { firstDay: '2013-07-01', lastDay: '2013-12-31' };
const inside = { workForm: 'INTERNAL', hoursPerWeek: '32', paidPercentage: 100 } as const;
const supervised = { workForm: 'SUPERVISED_EMPLOYMENT', hoursPerWeek: '28', paidPercentage: 70 } as const;
const held: HeldEmployment = {
  person: 'p', payingMunicipality: '0626', from: '2008-04-01', until: null, present: inside, former: null, leavingReason: null, destination: null,
};
const told = (changes: Partial<HeldEmployment>) => employmentStatistics({ ...held, ...changes }, HALF_YEAR);

describe('a half-year', () => {
  it.each([[20131, '2013-01-01', '2013-06-30'], [20132, '2013-07-01', '2013-12-31']])('%i is from %s to %s', (code, firstDay, lastDay) => {
    expect(periodOf(code)).toEqual({ firstDay, lastDay });
  });

  it.each([20133, 20130, 2013, 201312, -20132])('%i is none', (code) => expect(periodOf(code)).toBeNull());
});

describe('an employment in the statistics', () => {
  it.each([['INTERNAL', 1], ['SECONDMENT_INDIVIDUAL', 2], ['SECONDMENT_GROUP', 3]] as const)('%s is a contract with secondment code %i', (workForm, secondment) => {
    expect(told({ present: { ...inside, workForm } })).toMatchObject({ contract: { from: '2008-04-01', until: null, secondment, hoursPerWeek: '32', paidPercentage: 100 }, supervised: null });
  });

  it('supervised employment is no contract', () => {
    expect(told({ present: supervised })).toMatchObject({ contract: null, supervised: { from: '2008-04-01', until: null, hoursPerWeek: '28', paidPercentage: 70 } });
  });

  it('new sheltered work is no Wsw and is not told', () => expect(told({ present: { ...inside, workForm: 'NEW_SHELTERED' } })).toBeNull());

  it('is told in the half-years that it touches, and in no other', () => {
    expect(told({ until: '2013-06-30' })).toBeNull();
    expect(told({ until: '2013-07-01' })).not.toBeNull();
    expect(told({ from: '2014-01-01' })).toBeNull();
    expect(told({ from: '2013-12-31' })).not.toBeNull();
  });

  it('that ended in the half-year has its last day, reason and destination', () => {
    expect(told({ until: '2013-12-31', leavingReason: 8, destination: 7 })).toMatchObject({ contract: { until: '2013-12-31' }, leavingReason: 8, destination: 7 });
  });

  it('that ends after the last day has not ended yet', () => {
    expect(told({ until: '2014-01-31', leavingReason: 7, destination: 8 })).toMatchObject({ contract: { until: null }, leavingReason: null, destination: null });
  });
});

describe('a change of the form of work', () => {
  const former = { ...inside, until: '2013-09-30' };

  it('closes the old form, opens the new one the day after, and leaves reason and destination empty', () => {
    expect(told({ present: supervised, former })).toEqual({
      person: 'p', payingMunicipality: '0626', leavingReason: null, destination: null,
      contract: { from: '2008-04-01', until: '2013-09-30', secondment: 1, hoursPerWeek: '32', paidPercentage: 100 },
      supervised: { from: '2013-10-01', until: null, hoursPerWeek: '28', paidPercentage: 70 },
    });
  });

  it('after the last day has not happened yet', () => {
    expect(told({ present: supervised, former: { ...inside, until: '2014-02-28' } })).toMatchObject({ contract: { until: null, secondment: 1 }, supervised: null });
  });

  it('between two kinds of contract is one contract, as it is now', () => {
    expect(told({ present: { ...inside, workForm: 'SECONDMENT_GROUP' }, former })).toMatchObject({ contract: { from: '2008-04-01', until: null, secondment: 3 }, supervised: null });
  });

  it('and back again overwrites what was told of the first contract', () => {
    expect(told({ present: inside, former: { ...supervised, until: '2013-09-30' } })).toMatchObject({ contract: { from: '2013-10-01', until: null }, supervised: { until: '2013-09-30' } });
  });
});
