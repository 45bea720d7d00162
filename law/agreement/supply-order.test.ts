import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { forbidden } from './check.js';
import { type SupplyConditions, supplyChecks } from './supply-order.js';

const from = '2014-04-01';
const inOrder: SupplyConditions = { pay: 'EQUAL', facilities: true, vacanciesMadeKnown: true, feeFromWorker: false, directHire: 'FREE', strike: false, informationOn: '2014-03-31' };
const ARTICLES = ['Waadi art. 8', 'Waadi art. 8a', 'Waadi art. 8b', 'Waadi art. 9', 'Waadi art. 9a', 'Waadi art. 10', 'Waadi art. 11'];
const outcome = (article: string, change: Partial<SupplyConditions>, on = '2014-03-03') => supplyChecks({ ...inOrder, ...change }, from, on).find((one) => one.article === article)?.outcome;

describe('an order to lend workers', () => {
  it('that is in order meets every article, each asked once', () => {
    expect(supplyChecks(inOrder, from, '2014-03-03').map((one) => [one.article, one.outcome])).toEqual(ARTICLES.map((article) => [article, 'MET']));
  });

  it('warns of what nobody declared, and never takes silence for a yes', () => {
    expect([outcome('Waadi art. 8', { pay: null }), outcome('Waadi art. 8a', { facilities: null }), outcome('Waadi art. 8b', { vacanciesMadeKnown: null })]).toEqual(['WARNING', 'WARNING', 'WARNING']);
  });

  it('may follow a collective agreement that deviates from the hirer\'s pay', () => {
    expect(outcome('Waadi art. 8', { pay: 'COLLECTIVE_AGREEMENT' })).toBe('MET');
  });

  it('asks no fee of the worker', () => {
    expect(outcome('Waadi art. 9', { feeFromWorker: true })).toBe('REFUSED');
  });

  it('may not hinder direct employment, and whether a fee for it is reasonable is for a human', () => {
    expect([outcome('Waadi art. 9a', { directHire: 'HINDERED' }), outcome('Waadi art. 9a', { directHire: 'FEE' })]).toEqual(['REFUSED', 'HUMAN']);
  });

  it('stands still during a strike or lock-out', () => {
    expect(outcome('Waadi art. 10', { strike: true })).toBe('REFUSED');
  });

  it('gives qualifications and risks before the first day: a warning until then, a refusal from then on', () => {
    const told = (informationOn: string | null, on: string) => outcome('Waadi art. 11', { informationOn }, on);
    expect([told(null, '2014-03-31'), told(null, from), told(from, from), told('2014-03-31', '2014-05-01')]).toEqual(['WARNING', 'REFUSED', 'REFUSED', 'MET']);
  });

  it('is forbidden exactly when some article is broken, whatever else is declared', () => {
    const conditions: fc.Arbitrary<SupplyConditions> = fc.record({
      pay: fc.constantFrom(null, 'EQUAL' as const, 'COLLECTIVE_AGREEMENT' as const), facilities: fc.constantFrom(null, true, false), vacanciesMadeKnown: fc.constantFrom(null, true, false),
      feeFromWorker: fc.boolean(), directHire: fc.constantFrom('FREE' as const, 'FEE' as const, 'HINDERED' as const), strike: fc.boolean(), informationOn: fc.constantFrom(null, '2014-03-31', '2014-04-01'),
    });
    fc.assert(fc.property(conditions, (one) => {
      const broken = one.facilities === false || one.vacanciesMadeKnown === false || one.feeFromWorker || one.directHire === 'HINDERED' || one.strike || one.informationOn === '2014-04-01';
      expect(forbidden(supplyChecks(one, from, '2014-03-03')) !== null).toBe(broken);
    }));
  });
});
