import { describe, expect, it } from '@jest/globals';
import type { Role } from '#kernel/viewer.js';
import { mayForecast, rounded, seesExactly } from './forecast-disclosure.js';
import { standing } from './labour-year-forecast.js';
import { viewerOf } from './testing/sample-agreement.js';

const QUESTION = { year: 2014, published: [{ municipality: '1916', year: 2014, stateGrant: '2600000', minimumLabourYears: '100', realisedLabourYears: null }] };
const part = (body: string, expected: string) => ({ body, toDate: '20.00', expected });
const exact = (expected: string, companies = [part('sw-leiden', expected)]) => standing(QUESTION, { municipality: '1916', toDate: '16.23', expected, companies });

describe('what a policy officer learns of labour years', () => {
  it('is a multiple of five, and what follows from it is counted from that multiple', () => {
    expect(rounded(QUESTION, exact('97.35'))).toMatchObject({ expected: '95.00', toDate: '15.00', minimum: '100', surplus: '-5.00', clawback: '130000.00', companies: [{ body: 'sw-leiden', expected: '95.00' }] });
  });

  it('is nothing of a sum under ten, nor what could be counted back to it', () => {
    expect(rounded(QUESTION, exact('9.99'))).toMatchObject({ expected: null, toDate: null, surplus: null, clawback: null, companies: null, minimum: '100' });
  });

  it('is no part of a total when one of the parts is small, for the others would tell it', () => {
    const found = rounded(QUESTION, exact('97.35', [part('sw-leiden', '95.80'), part('sw-wassenaar', '1.55')]));
    expect([found.expected, found.companies]).toEqual(['95.00', null]);
  });
});

it('only a case worker sees it exactly, and only he and a policy officer see a forecast at all', () => {
  const seeing = (rule: typeof mayForecast) => (['CASE_WORKER', 'POLICY_OFFICER', 'ANALYST', 'PLACEMENT_OFFICER', 'COUNCIL_MEMBER'] as Role[]).filter((role) => rule(viewerOf('werk-en-inkomen', role)));
  expect(seeing(mayForecast)).toEqual(['CASE_WORKER', 'POLICY_OFFICER']);
  expect(seeing(seesExactly)).toEqual(['CASE_WORKER']);
});
