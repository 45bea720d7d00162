import { describe, expect, it } from '@jest/globals';
import { categoryTask, moveTask, shiftTasks } from './finance-tasks.js';

const NAMES: Readonly<Record<string, string>> = { '0626': 'Voorschoten', '0629': 'Wassenaar', '0363': 'Amsterdam' };
const nameOf = (code: string): string => NAMES[code] ?? code;
const move = (on: string, from: string, to: string) => ({ person: 'p', on, from, to });

describe('a move of residence', () => {
  it('8.4 row 7: tells both dates, the indication at once and the money from 1 January of the second calendar year', () => {
    const task = moveTask('p', [move('2012-12-31', '0626', '0629')], '2013-03-01', nameOf);
    expect(task).toMatchObject({ id: 'move:p:2012-12-31', kind: 'RESIDENCE_MOVE', person: 'p', dueOn: '2014-01-01', article: 'Wsw art. 10' });
    expect(task?.text).toMatch(/op 31 december 2012 van Voorschoten naar Wassenaar.*vanaf die dag.*Vanaf 1 januari 2014 betaalt Wassenaar/);
    expect(moveTask('p', [move('2012-12-31', '0626', '0629')], '2014-01-01', nameOf)).toBeNull();
    expect(moveTask('p', [], '2014-01-01', nameOf)).toBeNull();
  });

  it('that would cost from 2015 on is told as what no law settles', () => {
    expect(moveTask('p', [move('2013-01-01', '0626', '0629')], '2014-03-03', nameOf)?.text).toMatch(/1 januari 2015 zou Wassenaar betalen, maar dan regelt geen wet dat meer/);
  });

  it('8.4 row 8: a second one is a choice of a human, with both readings, by the first of the dates', () => {
    const task = moveTask('p', [move('2012-05-01', '0626', '0629'), move('2013-05-01', '0629', '0363')], '2014-03-03', nameOf);
    expect(task).toMatchObject({ kind: 'DOUBLE_MOVE', dueOn: '2014-01-01', article: 'Wsw art. 10 lid 2' });
    expect(task?.text).toMatch(/\(1\) Letterlijk.*Wassenaar betaalt vanaf 2014-01-01 aan Voorschoten.*\(2\) .*Amsterdam/);
    expect(moveTask('p', [move('2012-05-01', '0626', '0629'), move('2013-05-01', '0629', '0363')], '2015-01-01', nameOf)).toBeNull();
  });
});

describe('a changed category', () => {
  it('8.4 row 5: counts from the month end it applies on, and no word says which category', () => {
    const task = categoryTask({ agreement: 'a', indication: 'I-2', person: null, decidedOn: '2014-02-11' });
    expect(task).toMatchObject({ id: 'category:a:I-2', kind: 'CATEGORY_CHANGE', dueOn: '2014-02-28', person: null });
    expect(task.text).not.toMatch(/ernstig|matig|SEVERE|MODERATE|\d,\d/);
  });
});

describe('the joint shift of labour years', () => {
  it('8.4 row 23: is a task for every municipality with a minimum, until 31 August', () => {
    expect(shiftTasks(['0626', '0629'], '2014-07-01', nameOf).map(({ id, dueOn }) => [id, dueOn])).toEqual([['shift:0626:2014', '2014-08-31'], ['shift:0629:2014', '2014-08-31']]);
    expect(shiftTasks(['0626'], '2014-08-31', nameOf)).toHaveLength(1);
    for (const on of ['2014-03-03', '2014-09-01', '2015-07-01']) expect(shiftTasks(['0626'], on, nameOf)).toEqual([]);
  });
});
