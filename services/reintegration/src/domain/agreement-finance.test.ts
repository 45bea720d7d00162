import { describe, expect, it } from '@jest/globals';
import { Big } from 'big.js';
import fc from 'fast-check';
import type { Parameter } from '#law/parameters.js';
import { advancesLeft, differences, financeOf } from './agreement-finance.js';
import type { TermsFacts } from './facts.js';
import type { FinanceFacts } from './finance-facts.js';
import { FACTS, ON, PROPOSAL } from './testing/sample-agreement.js';
import { canonicalTerms, type TermsProposal } from './terms.js';

const parameter = (name: string, value: string): Parameter => ({ name, municipality: null, from: '2008-01-01', until: null, value, unit: '', ground: '', verified: true });
const PARAMETERS = [parameter('FULL_WEEK_HOURS', '36'), parameter('SEVERE_FACTOR', '1.25'), parameter('WEEKS_PER_YEAR', '52')];
const grant = (municipality: string, year: number) => ({ municipality, year, stateGrant: '2600000', minimumLabourYears: '100', realisedLabourYears: null });
const FINANCE: FinanceFacts = { category: 'SEVERE', moves: [], municipalities: [grant('0626', 2014), grant('0629', 2014)] };
/** Employed with the college of Voorschoten, moved to Wassenaar in 2012. */
const MOVED: FinanceFacts = { ...FINANCE, moves: [{ on: '2012-05-01', from: '0626', to: '0629' }] };

const factsWith = (finance: FinanceFacts, over: Partial<TermsFacts> = {}): TermsFacts => ({ ...FACTS, ...over, finance });
const of = (finance: FinanceFacts, changes: Partial<TermsProposal> = {}, over: Partial<TermsFacts> = {}) => {
  const facts = factsWith(finance, over);
  const found = financeOf(canonicalTerms({ ...PROPOSAL, hoursPerWeek: '28', ...changes }, facts, ON), facts, PARAMETERS, ON);
  if (!found) throw new Error('no finance');
  return found;
};
const linesOf = (found: ReturnType<typeof of>) => found.lines.map(({ kind, body, direction, amountPerYear }) => [kind, body, direction, amountPerYear]);

describe('the finance of an agreement', () => {
  it('counts 28 hours of a severely handicapped worker as 0.97 labour years, and each calendar year by its own month ends', () => {
    const found = of(FINANCE, { until: '2015-06-15' });
    expect([found.labourYears, found.employmentLabourYears, found.countsFor, found.ruleSet]).toEqual(['0.97', '0.97', 'gm-0626', 'wsw-2008']);
    expect(found.years).toEqual([{ year: 2014, monthEnds: 9, labourYears: '0.73' }, { year: 2015, monthEnds: 5, labourYears: '0.41' }]);
  });

  it('after a move counts the fee that the new municipality pays the employing college, from 1 January of the second calendar year', () => {
    const found = of(MOVED);
    expect([found.residencyFeeFrom, found.residencyFeePerYear, found.countsFor]).toEqual(['2014-01-01', '25220.00', 'gm-0629']);
    expect(found.lines.find(({ kind }) => kind === 'RESIDENCY_FEE')).toMatchObject({ body: 'gm-0629', counterparty: 'gm-0626', amountPerYear: '25220.00', amountPerMonth: '2101.67' });
    expect(found.advances.reduce((sum, one) => sum.plus(one), new Big(0)).toFixed(2)).toBe('25220.00');
  });

  it('before that day the labour years count for the college that was left', () => {
    const later = { ...MOVED, moves: [{ on: '2012-12-31', from: '0626', to: '0629' }] };
    expect(of(later, { from: '2013-12-31' }).countsFor).toBe('gm-0626');
    expect(of(later, { from: '2014-01-01' }).countsFor).toBe('gm-0629');
  });

  it('asks no fee of a year in which no law asks one, and says so', () => {
    const found = of({ ...MOVED, moves: [{ on: '2013-02-01', from: '0626', to: '0629' }] });
    expect([found.residencyFeeFrom, found.residencyFeePerYear]).toEqual([null, null]);
    expect(found.lines.find(({ kind }) => kind === 'RESIDENCY_FEE')).toMatchObject({ from: '2015-01-01', amountPerYear: null, article: null });
  });

  it('leaves two moves to a human, with both readings, and counts nothing by either', () => {
    const found = of({ ...MOVED, moves: [...MOVED.moves, { on: '2013-05-01', from: '0629', to: '0363' }] });
    expect([found.residencyFeeFrom, found.residencyFeePerYear]).toEqual([null, null]);
    expect(found.undecided).toHaveLength(1);
    expect(found.undecided[0]?.readings.length).toBeGreaterThan(1);
  });

  it('knows of no fee when the employment is with the new municipality itself, and asks a human when it is with a third one or before that day', () => {
    const taken = of(MOVED, {}, { employment: { ...FACTS.employment, payingMunicipality: '0629' } });
    expect([taken.residencyFeeFrom, taken.countsFor, taken.undecided]).toEqual([null, 'gm-0629', []]);
    expect(of({ ...MOVED, moves: [{ on: '2013-05-01', from: '0626', to: '0629' }] }, {}, { employment: { ...FACTS.employment, payingMunicipality: '0629' } }).undecided).toHaveLength(1);
    const third = of(MOVED, {}, { employment: { ...FACTS.employment, payingMunicipality: '0546' } });
    expect([third.residencyFeeFrom, third.undecided.length]).toEqual([null, 1]);
  });

  it('in supervised employment the new municipality steps in and pays no fee', () => {
    const found = of(MOVED, { workForm: 'SUPERVISED_EMPLOYMENT', secondmentFeePerHour: null });
    expect(found.residencyFeePerYear).toBeNull();
    expect(linesOf(found)).toContainEqual(['SUBSIDY', 'gm-0629', 'PAYS', null]);
  });

  it('knows of no fee when the move came before the employment, or when the grant of the payer was not delivered', () => {
    expect(of(MOVED, {}, { employment: { ...FACTS.employment, from: '2013-01-01' } }).residencyFeeFrom).toBeNull();
    const unknown = of({ ...MOVED, municipalities: [grant('0626', 2014)] });
    expect([unknown.residencyFeeFrom, unknown.residencyFeePerYear]).toEqual(['2014-01-01', null]);
  });

  it('says when residence and employment differ and nobody delivered a move', () => {
    const found = of(FINANCE, {}, { residence: { ...FACTS.residence, municipality: '0629' } });
    expect(found.undecided.map(({ readings }) => readings)).toEqual([[]]);
  });

  it('has a line for every cost bearer of the terms, and for what comes in', () => {
    expect(linesOf(of(FINANCE, { transportArrangedBy: 'PLACING_COMPANY', transportCostPerWeek: '12.50', subsidy: 'WAGE_COST' }))).toEqual([
      ['SUPERVISION', 'sw-leiden', 'PAYS', null], ['TRANSPORT', 'sw-leiden', 'PAYS', '650.00'], ['WAGE', 'gm-0626', 'PAYS', null],
      ['SECONDMENT_FEE', 'sw-leiden', 'RECEIVES', '8008.00'], ['STATE_GRANT', 'gm-0626', 'RECEIVES', '25220.00'], ['SUBSIDY', 'gm-0626', 'PAYS', null],
    ]);
  });

  it('new sheltered work makes no labour years, whatever the category', () => {
    expect(of({ ...FINANCE, category: null }, { workForm: 'NEW_SHELTERED' })).toMatchObject({ labourYears: '0.00', residencyFeePerYear: null });
  });

  it('is not counted with a category that nobody gave', () => {
    const facts = factsWith({ ...FINANCE, category: null });
    expect(financeOf(canonicalTerms(PROPOSAL, facts, ON), facts, PARAMETERS, ON)).toBeNull();
    expect(financeOf(canonicalTerms(PROPOSAL, FACTS, ON), FACTS, PARAMETERS, ON)).toBeNull();
  });

  it('counted again with another category says what changed, and never the category', () => {
    const texts = differences(of({ ...MOVED, category: 'MODERATE' }), of(MOVED));
    expect(texts).toEqual(['Arbeidsjaren per jaar: 0,78 werd 0,97.', 'Vergoeding na verhuizing per jaar: 20280 werd 25220.']);
    expect(differences(of(MOVED), of(MOVED))).toEqual([]);
  });

  it('8.4 row 12: what was paid and the advances that are left are the new fee, on whatever day it was corrected', () => {
    const [kept, now] = [of({ ...MOVED, category: 'MODERATE' }), of(MOVED)];
    fc.assert(fc.property(fc.integer({ min: 1, max: 12 }), (month) => {
      const on = `2014-${String(month).padStart(2, '0')}-15`;
      const paid = kept.advances.slice(0, month);
      const left = advancesLeft(kept, now, on);
      expect([...paid, ...left].reduce((sum, one) => sum.plus(one), new Big(0)).toFixed(2)).toBe('25220.00');
      expect(left).toHaveLength(Math.max(1, 12 - month));
    }), { numRuns: 12 });
    expect(advancesLeft(of(FINANCE), now, '2014-03-03').reduce((sum, one) => sum.plus(one), new Big(0)).toFixed(2)).toBe('25220.00');
    expect(advancesLeft(kept, now, '2013-12-31')).toEqual([]);
    expect(advancesLeft(of(FINANCE), of(FINANCE), ON)).toEqual([]);
  });

  it('the years of an agreement of a whole calendar year are the labour years of its terms', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 36 }), fc.constantFrom('MODERATE', 'SEVERE'), (hours, category) => {
      const found = of({ ...FINANCE, category: category as 'MODERATE' | 'SEVERE' }, { hoursPerWeek: String(hours), from: '2014-01-01', until: '2014-12-31' });
      expect(found.years).toEqual([{ year: 2014, monthEnds: 12, labourYears: found.labourYears }]);
    }), { numRuns: 40 });
  });
});
