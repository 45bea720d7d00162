import { describe, expect, it } from '@jest/globals';
import { parse } from 'graphql';
import { company, directory, inputOf } from '../check-input.js';
import { oneEvaluatedPlan } from './one-evaluated-plan.js';

const operations = new Map([['twins.graphql', parse('query Twins { places { twin { label } } }')]]);
const withLabel = (sdl: string) => sdl.replaceAll('{ id: ID! }', '{ id: ID!  label: String }');
const withTwin = (prefix: string) =>
  company(prefix)
    .replace('interface Workplace { id: ID!', 'interface Workplace { id: ID!  twin: Workplace')
    .replace('employer: Employer }', `employer: Employer  twin: Workplace }`);
const federation = (directorySdl: string) => inputOf({ reintegration: directorySdl, 'sw-leiden': withTwin('Leiden'), 'sw-wassenaar': withTwin('Wassenaar') });

describe('one-evaluated-plan', () => {
  it('a hop back to the directory is one plan at 3 and at 30 companies when interfaces have no key', () => {
    expect(oneEvaluatedPlan.check({ ...federation(withLabel(directory)), operations })).toEqual([]);
  });

  it('the same hop is refused when the interface has a key: the planner weighs two ways per company', () => {
    const keyed = withLabel(directory).replace('interface Workplace {', 'interface Workplace @key(fields: "id") {');
    expect(oneEvaluatedPlan.check({ ...federation(keyed), operations })[0]).toMatch(/^Twins: \d+ evaluated plans at 3 companies$/);
  });
});
