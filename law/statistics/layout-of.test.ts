import { describe, expect, it } from '@jest/globals';
import { LAYOUT_2008 } from './layout-2008.js';
import { LAYOUT_2015 } from './layout-2015.js';
import { layoutOf } from './layout-of.js';
import { FIELD_NAMES } from './wsw-field.js';

const numberOf = (layout: typeof LAYOUT_2008, name: string): number | undefined => layout.fields.find((field) => field.name === name)?.number;

describe('the layouts of the Statistiek Wsw', () => {
  it.each([[LAYOUT_2008, 29, 139], [LAYOUT_2015, 28, 126]] as const)('have the official number of fields and positions', (layout, fields, positions) => {
    expect(layout.fields.map((field) => field.number)).toEqual(Array.from({ length: fields }, (_, index) => index + 1));
    expect(layout.fields.reduce((sum, field) => sum + field.width, 0)).toBe(positions);
    expect(layout.positions).toBe(positions);
  });

  it('number their fields as the annex does', () => {
    const names = ['betalende_gemeente', 'bsn', 'geslacht', 'gemeente_inschrijving', 'indicatiebesluit', 'instroom_wachtlijst', 'begin_dienstbetrekking', 'begin_begeleid_werken', 'bestemming_uitstroom'];
    expect(names.map((name) => numberOf(LAYOUT_2008, name))).toEqual([undefined, 3, undefined, 5, 11, 16, 19, 24, 29]);
    expect(names.map((name) => numberOf(LAYOUT_2015, name))).toEqual([3, 4, 6, 7, 13, undefined, 18, 23, 28]);
  });

  it('leave the indication to the municipality of registration and the work to the paying side', () => {
    const suppliers = (layout: typeof LAYOUT_2008, from: number, until: number): string[] => [...new Set(layout.fields.slice(from - 1, until).map(({ supplier }) => supplier))];
    expect([suppliers(LAYOUT_2008, 11, 18), suppliers(LAYOUT_2008, 19, 29)]).toEqual([['residence'], ['payer']]);
    expect([suppliers(LAYOUT_2015, 13, 17), suppliers(LAYOUT_2015, 18, 28)]).toEqual([['residence'], ['payer']]);
  });

  it('have no field twice and none without a name', () => {
    const both = [...LAYOUT_2008.fields, ...LAYOUT_2015.fields].map(({ name }) => name);
    expect([...new Set(both)].sort()).toEqual([...FIELD_NAMES].sort());
  });

  it('give destination 03 two meanings', () => {
    const meaning = (layout: typeof LAYOUT_2008): unknown => layout.fields.at(-1)?.domain;
    expect(meaning(LAYOUT_2008)).toMatchObject({ codes: { '03': 'wachtlijst Wsw' } });
    expect(meaning(LAYOUT_2015)).toMatchObject({ codes: { '03': 'geen Wsw-plaats' } });
  });
});

describe('the layout of a half-year', () => {
  it.each([[20081, '2008'], [20142, '2008'], [20151, '2015'], [20252, '2015']])('%d is delivered in the text of %s', (halfYear, name) => {
    expect(layoutOf(halfYear).name).toBe(name);
  });

  it.each([20072, 20133, 20130, 2013, Number.NaN])('%d has none', (halfYear) => {
    expect(() => layoutOf(halfYear)).toThrow(RangeError);
  });
});
