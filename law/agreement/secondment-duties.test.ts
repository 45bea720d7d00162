import { describe, expect, it } from '@jest/globals';
import { parameterOn } from '../parameters.js';
import { KNOWN_PARAMETERS } from '../testing/known-parameters.js';
import { secondmentDuties } from './secondment-duties.js';

const row = (name: string): string => parameterOn(KNOWN_PARAMETERS, name, '2014-04-01').value;
const SINCE = { hirerDuties: row('WAADI_HIRER_DUTIES_SINCE'), registration: row('WAADI_REGISTRATION_SINCE') };
const codesOn = (on: string): string[] => secondmentDuties(on, SINCE).map(({ code }) => code);

describe('who supplies a worker', () => {
  it('owes him equal treatment, no fee and the risks told, always', () => {
    expect(codesOn('2010-01-01')).toEqual(['EQUAL_TREATMENT', 'NO_FEE_FROM_WORKER', 'RISKS_TOLD']);
  });

  it('has stood in the trade register as a lender since 1 July 2012', () => {
    expect(codesOn('2012-06-30')).not.toContain('LENDER_REGISTERED');
    expect(codesOn('2012-07-01')).toContain('LENDER_REGISTERED');
  });

  it('cites an article for every duty', () => {
    expect(secondmentDuties('2014-04-01', SINCE).filter(({ article }) => !article.startsWith('Waadi art. '))).toEqual([]);
    expect(secondmentDuties('2014-04-01', SINCE).filter(({ on }) => on === 'HIRER').map(({ code }) => code)).toEqual(['SAME_FACILITIES', 'VACANCIES_TOLD']);
  });
});
