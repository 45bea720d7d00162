import { Big } from 'big.js';
import { describe, expect, it } from '@jest/globals';
import { silencePenalty, tellBefore } from './fixed-term-notice.js';

describe('whether a contract for a fixed term goes on', () => {
  it('is told at the latest one month before its end', () => {
    expect(tellBefore('2015-01-01', '2015-12-31')).toBe('2015-11-30');
    expect(tellBefore('2015-01-01', '2015-06-30')).toBe('2015-05-30');
  });

  it('need not be told of a contract shorter than six months, without an end, or over before 2015', () => {
    expect(tellBefore('2015-01-01', '2015-06-29')).toBeNull();
    expect(tellBefore('2015-01-01', null)).toBeNull();
    expect(tellBefore('2014-01-01', '2014-12-31')).toBeNull();
  });
});

describe('who does not tell', () => {
  const penalty = (toldOn: string | null): string => silencePenalty('1550', '2015-01-01', '2015-12-31', toldOn);

  it('owes a month\'s wage', () => expect([penalty(null), penalty('2016-01-01'), penalty('2015-12-31')]).toEqual(['1550.00', '1550.00', '1550.00']));
  it('in time owes nothing', () => expect([penalty('2015-11-30'), penalty('2015-03-01')]).toEqual(['0.00', '0.00']));
  it('late owes a part, more with every day', () => {
    expect(penalty('2015-12-01')).toBe('50.00');
    const days = Array.from({ length: 31 }, (_, index) => penalty(`2015-12-${String(index + 1).padStart(2, '0')}`));
    expect(days.every((one, index) => index === 0 || new Big(one).gt(days[index - 1]!))).toBe(true);
  });
});
