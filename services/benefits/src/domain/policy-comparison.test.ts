import { describe, expect, it } from '@jest/globals';
import { inForce, type PolicyFacts } from './facts.js';
import { policyComparison } from './policy-comparison.js';

const policy = (municipality: string, parameter: string, value: string, change: Partial<PolicyFacts> = {}): PolicyFacts => ({
  municipality,
  parameter,
  value,
  unit: '%',
  from: '2012-01-01',
  until: null,
  councilDecision: null,
  ...change,
});

describe('comparison of policy', () => {
  it('gives one row per parameter and one value per municipality, also where there is none', () => {
    const rows = policyComparison([policy('1916', 'income-limit', '110'), policy('0626', 'income-limit', '120'), policy('1916', 'term', '18')], '2014-03-03');
    expect(rows.map((row) => [row.parameter, row.differs, row.values.map(({ policy: one }) => one?.value ?? null)])).toEqual([
      ['income-limit', true, ['120', '110']],
      ['term', true, [null, '18']],
    ]);
  });

  it('compares what is in force on the day, first and last day included', () => {
    const history = [policy('1916', 'term', '30', { until: '2013-12-31' }), policy('1916', 'term', '18', { from: '2014-01-01' })];
    const value = (on: string) => policyComparison(history, on)[0]?.values[0]?.policy?.value;
    expect([value('2013-12-31'), value('2014-01-01')]).toEqual(['30', '18']);
  });
});

describe('periods', () => {
  it('let the one that began last count where two overlap', () => {
    const homes = [{ from: '2010-01-01', until: null }, { from: '2013-06-01', until: null }];
    expect(inForce(homes, '2014-03-03')?.from).toBe('2013-06-01');
    expect(inForce(homes, '2009-12-31')).toBeNull();
  });
});
