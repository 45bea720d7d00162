import { describe, expect, it } from '@jest/globals';
import { GROUNDS, groundOf } from './suspension-grounds.js';

describe('the ground of a suspension (Awb 4:15)', () => {
  it.each([
    ['Awb art. 4:15 lid 1 onder a', '1a'],
    ['Awb art. 4:15 lid 1, onder b', '1b'],
    ['artikel 4:15, tweede lid', null],
    ['Awb 4:15(2)(a)', '2a'],
    ['Awb art. 4:15 lid 2 onderdeel b', '2b'],
    ['awb 4:15 lid 2 sub C', '2c'],
    ['Awb art. 4:15', null],
    ['Awb art. 4:5 lid 1 onder a', null],
    ['Awb art. 4:15 lid 1 onder c', null],
  ])('is read from %j as %s and never guessed', (text, ground) => {
    expect(groundOf(text)).toBe(ground);
  });

  it('is told when it ends in the cases of lid 4, when it begins for force majeure alone', () => {
    const told = Object.entries(GROUNDS);
    expect(told.filter(([, rule]) => rule.tellsEnd).map(([ground]) => ground)).toEqual(['1b', '2b', '2c']);
    expect(told.filter(([, rule]) => rule.tellsStart).map(([ground]) => ground)).toEqual(['2c']);
    expect(told.filter(([, rule]) => rule.asksCompletion).map(([ground]) => ground)).toEqual(['1a']);
  });
});
