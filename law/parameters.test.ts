import { describe, expect, it } from '@jest/globals';
import { findParameter, parameterOn, type Parameter } from './parameters.js';
import { KNOWN_PARAMETERS } from './testing/known-parameters.js';

const value = (from: string, until: string | null, text: string, municipality: string | null = null): Parameter => ({
  name: 'FULL_WEEK_HOURS', municipality, from, until, value: text, unit: 'hours', ground: 'Besluit, bijlage', verified: true,
});
const parameters = [value('2008-01-01', '2014-12-31', '36'), value('2015-01-01', null, '38'), value('2015-01-01', null, '40', '1916')];

describe('a parameter', () => {
  it('is chosen by the day it holds on, first and last day included', () => {
    expect(['2008-01-01', '2014-12-31', '2015-01-01'].map((on) => parameterOn(parameters, 'FULL_WEEK_HOURS', on).value)).toEqual(['36', '36', '38']);
  });

  it('of the municipality itself goes before the general one', () => {
    expect(parameterOn(parameters, 'FULL_WEEK_HOURS', '2015-02-01', '1916').value).toBe('40');
    expect(parameterOn(parameters, 'FULL_WEEK_HOURS', '2015-02-01', '0626').value).toBe('38');
  });

  it('that nobody gave is not guessed', () => {
    expect(() => parameterOn(parameters, 'FULL_WEEK_HOURS', '2007-12-31')).toThrow(RangeError);
    expect(findParameter(parameters, 'MINIMUM_WAGE', '2015-01-01')).toBeNull();
  });

  it('of the register has one value per day, name and municipality, and a ground', () => {
    const keys = KNOWN_PARAMETERS.map(({ name, municipality }) => `${name} ${municipality ?? ''}`);
    for (const key of new Set(keys)) {
      const rows = KNOWN_PARAMETERS.filter(({ name, municipality }) => `${name} ${municipality ?? ''}` === key).toSorted((a, b) => a.from.localeCompare(b.from));
      for (const [index, row] of rows.entries()) {
        const next = rows[index + 1];
        expect(next === undefined || (row.until !== null && row.until < next.from)).toBe(true);
        expect(row.ground.length).toBeGreaterThan(5);
      }
    }
    expect(keys.length).toBeGreaterThan(0);
  });
});
