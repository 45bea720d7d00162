import { expect, it } from '@jest/globals';
import { feeStanding } from './fair-fee.js';

it('a secondment without a fee is against the act', () => {
  expect([feeStanding(null, '2.00'), feeStanding('0', '2.00'), feeStanding('0', '0')]).toEqual(['ABSENT', 'ABSENT', 'ABSENT']);
});

it('a fee below the floor is against policy, on it or above it fair', () => {
  expect([feeStanding('1.99', '2.00'), feeStanding('2', '2.00'), feeStanding('5.50', '2.00')]).toEqual(['BELOW_FLOOR', 'FAIR', 'FAIR']);
});
