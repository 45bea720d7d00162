import { expect, it } from '@jest/globals';
import { trialStanding } from './trial-placement.js';

it('a trial of two months is short, of six possible by ordinance, of more too long', () => {
  const until = (day: string): string => trialStanding('2015-04-01', day, '2', '4');
  expect([until('2015-05-31'), until('2015-06-01'), until('2015-09-30'), until('2015-10-01')]).toEqual(['SHORT', 'BY_ORDINANCE', 'BY_ORDINANCE', 'TOO_LONG']);
});
