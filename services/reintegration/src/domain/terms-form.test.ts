import { expect, it } from '@jest/globals';
import { wrongTermsForm, type TermsForm } from './terms-form.js';
import { ON, PROPOSAL } from './testing/sample-agreement.js';

const codes = new Set(['LOW_STIMULI']);
const isRight = (changes: Partial<TermsForm>): boolean => wrongTermsForm({ ...PROPOSAL, ...changes }, codes, ON) === null;

it.each<[string, Partial<TermsForm>, Partial<TermsForm>]>([
  ['a wage percentage is 0 to 100', { wagePercentage: '100.01' }, { wagePercentage: '100' }],
  ['supervision is part of the working hours', { supervisionHoursPerWeek: '24.5' }, { supervisionHoursPerWeek: '24' }],
  ['a function is not empty', { function: ' ' }, { function: 'I' }],
  ['a function counts at most 200 characters', { function: 'a'.repeat(201) }, { function: 'a'.repeat(200) }],
  ['a location counts at most 200 characters', { location: 'a'.repeat(201) }, { location: 'a'.repeat(200) }],
  ['hours have at most two decimals', { hoursPerWeek: '24.125' }, { hoursPerWeek: '24.120' }],
  ['hours are more than nothing', { hoursPerWeek: '0', supervisionHoursPerWeek: null }, { hoursPerWeek: '0.01', supervisionHoursPerWeek: null }],
  ['a fee has at most two decimals', { secondmentFeePerHour: '5.505' }, { secondmentFeePerHour: '5.50' }],
  ['a fee is at most 500 an hour', { secondmentFeePerHour: '500.01' }, { secondmentFeePerHour: '500' }],
  ['an amount is not negative', { transportCostPerWeek: '-1' }, { transportCostPerWeek: '0' }],
  ['notice is 0 to 12 months', { noticeMonths: 13 }, { noticeMonths: 12 }],
  ['the end does not come before the start', { until: '2014-03-31' }, { until: '2014-04-01' }],
  ['the trial lies within the period', { trialUntil: '2014-03-31' }, { trialUntil: '2014-04-30' }],
  ['the start lies after the beginning of the Wsw', { from: '2007-12-31' }, { from: '2008-01-01' }],
  ['the end lies within fifty years', { until: '2099-01-01' }, { until: '2064-03-03' }],
  ['adaptations are those of the register', { adaptations: ['OTHER'] }, { adaptations: ['LOW_STIMULI'] }],
])('%s', (_rule, wrong, right) => {
  expect([isRight(wrong), isRight(right)]).toEqual([false, true]);
});
