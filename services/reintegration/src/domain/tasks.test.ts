import { describe, expect, it } from '@jest/globals';
import { dateTask, mergeTasks, reindicationTask } from './tasks.js';

describe('a re-indication task', () => {
  it('says what, by when and by which article', () => {
    expect(reindicationTask({ number: 'I-7', person: 'p', validUntil: '2014-06-30' })).toEqual({
      id: 'reindication:I-7',
      kind: 'REINDICATION',
      person: 'p',
      agreement: null,
      dueOn: '2014-03-10',
      article: 'Besluit uitvoering sociale werkvoorziening art. 6 lid 1',
      text: 'Vraag herindicatie aan bij UWV, uiterlijk 10 maart 2014: de indicatie is geldig tot en met 30 juni 2014.',
    });
  });
});

describe('a task of a date that has come', () => {
  const reached = { id: 'x', agreement: 'a', person: null };

  it('8.4 row 17: names the article of the notice, the last day, and what is left to do when it has passed', () => {
    const notice = { ...reached, of: 'NOTICE_TASK', dueOn: '2014-11-30' } as const;
    expect(dateTask(notice, '2014-11-02')).toMatchObject({ kind: 'NOTICE', dueOn: '2014-11-30', article: 'Burgerlijk Wetboek art. 7:668 lid 1' });
    expect(dateTask(notice, '2014-11-30').text).toBe('Deze afspraak voor bepaalde tijd loopt af. Zeg uiterlijk 30 november 2014 schriftelijk aan of zij wordt voortgezet.');
    expect(dateTask(notice, '2014-12-01').text).toMatch(/^Deze afspraak eindigt binnen een maand/);
  });

  it('8.4 row 10: a reminder says how much of the validity is gone', () => {
    const half = { ...reached, of: 'REMIND_HALF', dueOn: '2014-03-24' } as const;
    expect(dateTask(half, '2014-03-14')).toMatchObject({ kind: 'REMINDER', article: null, text: expect.stringMatching(/^Herinnering: de helft .* uiterlijk 24 maart 2014/) });
    expect(dateTask({ ...half, of: 'REMIND_MOST' }, '2014-03-20').text).toMatch(/^Herinnering: 80 % /);
  });

  it('after the last day to inform the worker tells the way out', () => {
    const inform = { ...reached, of: 'INFORM_BY', dueOn: '2014-03-18' } as const;
    expect(dateTask(inform, '2014-03-18').text).toMatch(/^Informeer de werknemer uiterlijk 18 maart 2014/);
    expect(dateTask(inform, '2014-03-19').text).toMatch(/latere begindatum voor\.$/);
  });
});

describe('a list of tasks from several sources', () => {
  const task = (number: string, validUntil: string) => reindicationTask({ number, person: 'p', validUntil });

  it('is one list by due date, then id, cut at the page', () => {
    const merged = mergeTasks([[task('b', '2014-07-01'), task('c', '2014-08-01')], [task('a', '2014-07-01')]], 2);
    expect(merged.map((one) => one.id)).toEqual(['reindication:a', 'reindication:b']);
  });
});
