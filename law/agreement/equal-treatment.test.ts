import { expect, it } from '@jest/globals';
import { equalPay } from './equal-treatment.js';

it('who is supplied earns at least what the hirer pays his own people', () => {
  expect(equalPay({ paid: '12.10', atHirer: '12.10', agreementDeviates: false })).toBe('EQUAL');
  expect(equalPay({ paid: '12.09', atHirer: '12.10', agreementDeviates: false })).toBe('LOWER');
});

it('less is possible only by a collective agreement', () => {
  expect(equalPay({ paid: '9.00', atHirer: '12.10', agreementDeviates: true })).toBe('BY_COLLECTIVE_AGREEMENT');
  expect(equalPay({ paid: null, atHirer: null, agreementDeviates: true })).toBe('BY_COLLECTIVE_AGREEMENT');
});

it('what nobody looked up is not known, and not equal', () => {
  expect(equalPay({ paid: null, atHirer: '12.10', agreementDeviates: false })).toBe('NOT_KNOWN');
  expect(equalPay({ paid: '9.00', atHirer: '12.10', agreementDeviates: null })).toBe('NOT_KNOWN');
});
