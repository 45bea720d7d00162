import { describe, expect, it } from '@jest/globals';
import { mergeTasks, reindicationTask } from './tasks.js';

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

describe('a list of tasks from several sources', () => {
  const task = (number: string, validUntil: string) => reindicationTask({ number, person: 'p', validUntil });

  it('is one list by due date, then id, cut at the page', () => {
    const merged = mergeTasks([[task('b', '2014-07-01'), task('c', '2014-08-01')], [task('a', '2014-07-01')]], 2);
    expect(merged.map((one) => one.id)).toEqual(['reindication:a', 'reindication:b']);
  });
});
