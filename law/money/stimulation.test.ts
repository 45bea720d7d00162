import { describe, expect, it } from '@jest/globals';
import { KNOWN_PARAMETERS } from '../testing/known-parameters.js';
import { parameterOn } from '../parameters.js';
import { stimulation, stimulationFaults } from './stimulation.js';

const MAXIMUM = parameterOn(KNOWN_PARAMETERS, 'STIMULATION_MAX', '2014-06-30').value;
const contract = { underSwAgreement: false, controlledBySwBody: false, months: 6 };

describe('the extra amount for supervised employment', () => {
  it('is an even part of the budget per labour year', () => {
    expect(stimulation('2.5', '6000', '12000000', MAXIMUM)).toBe('5000.00');
  });

  it('is at most 3,000 euros per labour year', () => {
    expect(stimulation('2.5', '3000', '12000000', MAXIMUM)).toBe('7500.00');
  });

  it('is nothing when nobody in the country realised any', () => {
    expect(stimulation('0', '0', '12000000', MAXIMUM)).toBe('0.00');
  });

  it('counts a contract of six months with an ordinary employer, and says all reasons why not', () => {
    expect(stimulationFaults(contract)).toEqual([]);
    expect(stimulationFaults({ underSwAgreement: true, controlledBySwBody: true, months: 5 }))
      .toEqual(['EMPLOYER_UNDER_SW_AGREEMENT', 'EMPLOYER_CONTROLLED_BY_SW_BODY', 'CONTRACT_TOO_SHORT']);
  });
});
