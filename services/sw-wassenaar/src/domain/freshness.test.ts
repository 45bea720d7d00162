import { describe, expect, it } from '@jest/globals';
import { freshnessOf } from './freshness.js';

const files = { roster: '2014-02-28', workplaces: '2014-03-02' };

describe('how fresh this company is', () => {
  it('is as old as its oldest current file', () => {
    expect(freshnessOf(files, '2014-03-03')).toEqual({ asOf: '2014-02-28T00:00:00.000Z', fresh: true });
    expect(freshnessOf({ roster: '2014-02-28', workplaces: '2014-02-09' }, '2014-03-03').asOf).toBe('2014-02-09T00:00:00.000Z');
  });

  it.each([
    ['2014-03-10', true],
    ['2014-03-11', false],
  ])('workplaces of 2 March are fresh for eight days: on %s %s', (today, fresh) => {
    expect(freshnessOf(files, today).fresh).toBe(fresh);
  });

  it.each([
    ['2014-04-04', true],
    ['2014-04-05', false],
  ])('a roster of 28 February is fresh for 35 days: on %s %s', (today, fresh) => {
    expect(freshnessOf({ roster: '2014-02-28', workplaces: '2014-03-30' }, today).fresh).toBe(fresh);
  });

  it('is not fresh while a kind of file never came, and has no date before the first', () => {
    expect(freshnessOf({ roster: '2014-02-28', workplaces: null }, '2014-03-03')).toEqual({ asOf: '2014-02-28T00:00:00.000Z', fresh: false });
    expect(freshnessOf({ roster: null, workplaces: null }, '2014-03-03')).toEqual({ asOf: null, fresh: false });
  });
});
