/** An agreement needs somebody who acts in each role: the register names one for every worker that the population makes. */
import { describe, expect, it } from '@jest/globals';
import { authorityOn, loadRegisters } from '#kernel/registers.js';
import { fixedWorkers } from './fixed-people.js';
import { COMPANIES } from './parameters.js';
import { makePopulation } from './population.js';

const inForce = authorityOn(loadRegisters(), '2014-03-03');
const actingAs = (role: string, principal: string): string[] => inForce.filter((rule) => rule.role === role && rule.principal === principal).map((rule) => rule.actingBody);

describe('the authority register on the business date', () => {
  it.each(COMPANIES)('lets the %s firm act for every formal employer of its workers, and as placing and receiving company', (code) => {
    const company = `sw-${code}`;
    const employers = new Set(makePopulation().companies[code].workers.map((one) => one.formalEmployer));
    expect([...employers].filter((body) => actingAs('FORMAL_EMPLOYER', body).join() !== company)).toEqual([]);
    expect([actingAs('PLACING_COMPANY', company), actingAs('RECEIVING_COMPANY', company)]).toEqual([[company], [company]]);
  });

  it('lets the joint service act for the college of every worker who is written down by hand', () => {
    expect(fixedWorkers.filter((one) => actingAs('RESIDENCE_AUTHORITY', `gm-${one.municipality}`).join() !== 'werk-en-inkomen')).toEqual([]);
  });
});
