import { expect, it } from '@jest/globals';
import { parameterOn } from '../parameters.js';
import { KNOWN_PARAMETERS } from '../testing/known-parameters.js';
import { isTooMuchSupervision, supervisionShare } from './supervision.js';

const MOST = parameterOn(KNOWN_PARAMETERS, 'SUPERVISION_MAX_PERCENT', '2014-04-01').value;

it('fifteen percent of the working time is not too much, a little more is', () => {
  expect(isTooMuchSupervision('3.6', '24', MOST)).toBe(false);
  expect(isTooMuchSupervision('3.61', '24', MOST)).toBe(true);
});

it('the share is told in tenths of a percent, and judged without rounding', () => {
  expect(supervisionShare('3', '24')).toBe('12.5');
  expect(supervisionShare('4.201', '28')).toBe('15.0');
  expect(isTooMuchSupervision('4.201', '28', MOST)).toBe(true);
});
