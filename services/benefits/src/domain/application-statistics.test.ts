import { describe, expect, it } from '@jest/globals';
import { publish } from '#kernel/disclosure/publish.js';
import { countedApplications, HANDLING_SHAPE, handlingCells, handlingRows, handlingSelection, median, percentile, type ApplicationDimension, type DecidedApplication, type StatisticsSelection } from './application-statistics.js';
import { addDays } from '#law/terms/calendar.js';

const decided = (municipality: string, decidedOn: string, days: number): DecidedApplication => ({
  municipality,
  kind: 'WELFARE_BENEFIT',
  decision: 'GRANTED',
  receivedOn: addDays(decidedOn, -days),
  decidedOn,
  suspensions: [],
});
const many = (count: number, municipality: string, decidedOn: string) =>
  Array.from({ length: count }, (_, index) => decided(municipality, decidedOn, index + 1));

function handling(applications: readonly DecidedApplication[], by: ApplicationDimension[], where: StatisticsSelection = {}) {
  const selection = handlingSelection(where);
  const table = publish(handlingCells(applications), HANDLING_SHAPE).table(by, selection);
  return { rows: handlingRows({ ...table, present: true }, applications, by, selection), suppressed: table.suppressed };
}

describe('handling of applications', () => {
  it('counts decided applications by municipality and quarter of the decision, with net and gross days of at least fifty', () => {
    const { rows } = handling([...many(51, '1916', '2013-12-31'), ...many(30, '0626', '2014-01-02')], ['MUNICIPALITY', 'QUARTER']);
    expect(rows.map((row) => [row.key, row.count, row.measures.length])).toEqual([[['0626', '2014-Q1'], 30, 0], [['1916', '2013-Q4'], 50, 4]]);
    expect(rows[1]?.measures).toEqual([
      { name: 'MEDIAN_NET_DAYS', value: '26' },
      { name: 'P90_NET_DAYS', value: '46' },
      { name: 'MEDIAN_GROSS_DAYS', value: '26' },
      { name: 'P90_GROSS_DAYS', value: '46' },
    ]);
  });

  it('takes the suspended days out of the net days only', () => {
    const suspended = many(60, '1916', '2013-12-31').map((one, index) => ({
      ...one,
      suspensions: index < 9 ? [] : [{ from: addDays(one.receivedOn, 2), until: addDays(one.receivedOn, 7) }],
    }));
    const measures = handling(suspended, []).rows[0]?.measures ?? [];
    const value = (name: string) => Number(measures.find((one) => one.name === name)?.value);
    expect(value('P90_GROSS_DAYS') - value('P90_NET_DAYS')).toBe(5);
  });

  it('gives no count and no measure of a small cell, nor of the cell that gives it away', () => {
    const table = handling([...many(4, '0626', '2014-01-02'), ...many(20, '0629', '2014-01-02'), ...many(90, '1916', '2014-01-02')], ['MUNICIPALITY']);
    expect(table.rows.map((row) => [row.key[0], row.count, row.suppressed, row.measures.length])).toEqual([
      ['0626', null, true, 0],
      ['0629', null, true, 0],
      ['1916', 90, false, 4],
    ]);
    expect(table.suppressed).toBe(2);
  });

  it('protects a selection like the table it is cut from', () => {
    const all = [...many(4, '0626', '2014-01-02'), ...many(20, '0629', '2014-01-02'), ...many(90, '1916', '2014-01-02')];
    const slice = handling(all, [], { municipality: '0629' });
    expect(slice.rows).toEqual([{ key: [], count: null, suppressed: true, measures: [] }]);
    expect(handling(all, [], { municipality: '1916' }).rows[0]?.count).toBe(90);
  });

  it('selects by the year of the decision', () => {
    const all = [...many(20, '1916', '2013-12-31'), ...many(40, '1916', '2014-01-02')];
    expect(handling(all, ['MUNICIPALITY'], { year: 2014 }).rows.map((row) => row.count)).toEqual([40]);
  });

  it('leaves out what was decided after the reference date', () => {
    const all = [...many(20, '1916', '2013-12-31'), ...many(40, '1916', '2014-01-02')];
    expect([countedApplications(all, '2013-12-31').length, countedApplications(all, '2014-01-02').length]).toEqual([20, 60]);
  });

  it('leaves out a municipality of which nothing could be shown, so that it costs the others no cell', () => {
    const all = [...many(9, '0546', '2013-12-31'), ...many(10, '0626', '2013-12-31'), ...many(40, '1916', '2013-12-31')];
    const { rows } = handling(countedApplications(all, '2013-12-31'), ['MUNICIPALITY']);
    expect(rows.map((row) => [row.key[0], row.count])).toEqual([['0626', 10], ['1916', 40]]);
  });
});

describe('order statistics', () => {
  it('takes the middle, or the mean of the two in the middle', () => {
    expect([median([1, 2, 9]), median([1, 2, 3, 9])]).toEqual(['2', '2.5']);
  });

  it('takes the nearest rank for a percentile', () => {
    expect([percentile([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 90), percentile([7], 90)]).toEqual(['9', '7']);
  });
});
