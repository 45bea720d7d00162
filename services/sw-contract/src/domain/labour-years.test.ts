import { describe, expect, it } from '@jest/globals';
import { countedMonthEnds, labourYears as measured, type LabourYears, measureOf, roundedSum } from './labour-years.js';

const ENDS = countedMonthEnds(2013, '2014-03-03');

const labourYears = (year: number, months: number, positions: Parameters<typeof measured>[2]): LabourYears => measured(year, months, positions, { fullWeekHours: '36', severeFactor: '1.25' });
const all = (hoursPerWeek: string, category: 'MODERATE' | 'SEVERE', municipality = '0626', months = ENDS) =>
  months.map((monthEnd) => ({ monthEnd, municipality, category, workForm: 'INTERNAL' as const, hoursPerWeek }));

describe('realised labour years', () => {
  it('are 1 for a full week in all twelve months', () => {
    expect(labourYears(2013, 12, all('36', 'MODERATE')).total).toBe('1.00');
  });

  it('count severe 1.25: 28 hours all year are 0.97', () => {
    expect(labourYears(2013, 12, all('28', 'SEVERE')).total).toBe('0.97');
  });

  it('average the month ends: six months of 36 hours are a half', () => {
    expect(labourYears(2013, 12, all('36', 'MODERATE', '0626', ENDS.slice(0, 6))).total).toBe('0.50');
  });

  it('are rounded once, at the total, and half goes up', () => {
    const nearlyNothing = all('0.09', 'MODERATE');
    expect(labourYears(2013, 12, nearlyNothing).total).toBe('0.00');
    expect(labourYears(2013, 12, [...nearlyNothing, ...all('0.09', 'MODERATE', '0546')]).total).toBe('0.01');
    expect(labourYears(2013, 12, all('0.18', 'MODERATE')).total).toBe('0.01');
  });

  it('leave out new sheltered work, which is not Wsw', () => {
    const sheltered = all('36', 'MODERATE').map((one) => ({ ...one, workForm: 'NEW_SHELTERED' as const }));
    expect(labourYears(2013, 12, sheltered)).toEqual({ year: 2013, monthsCounted: 12, total: '0.00', byMunicipality: [] });
  });

  it('are told per municipality', () => {
    const figures = labourYears(2013, 12, [...all('36', 'MODERATE', '0626'), ...all('18', 'MODERATE', '0546')]);
    expect(figures.byMunicipality).toEqual([{ municipality: '0546', total: '0.50' }, { municipality: '0626', total: '1.00' }]);
  });
});

describe('the numbers of a year', () => {
  const row = (name: string, value: string) => ({ name, municipality: null, from: '2008-01-01', until: null, value, unit: 'hours', ground: 'Besluit', verified: true });
  const known = [row('FULL_WEEK_HOURS', '36'), row('SEVERE_FACTOR', '1.25')];

  it('are those of the register, and nothing is measured without them', () => {
    expect(measureOf(2013, known)).toEqual({ fullWeekHours: '36', severeFactor: '1.25' });
    expect(measureOf(2007, known)).toBeNull();
    expect(measureOf(2013, known.slice(1))).toBeNull();
  });
});

describe('for who may not see exact sums', () => {
  it('are a multiple of five, and nothing under ten', () => {
    expect(['9.99', '10.00', '412.49', '412.50'].map(roundedSum)).toEqual([null, '10.00', '410.00', '415.00']);
  });
});

describe('the month ends that count', () => {
  it('are the last days that have passed, leap day included', () => {
    expect(countedMonthEnds(2014, '2014-03-03')).toEqual(['2014-01-31', '2014-02-28']);
    expect(countedMonthEnds(2012, '2012-02-29')).toEqual(['2012-01-31', '2012-02-29']);
    expect(countedMonthEnds(2015, '2014-03-03')).toEqual([]);
    expect(ENDS).toHaveLength(12);
  });
});
