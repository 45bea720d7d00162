import { describe, expect, it } from '@jest/globals';
import { dealt, Dice } from './random.js';

/** Written down once; another value means another population. */
const ANCHOR = 7191;

const draws = (label: string): number[] => {
  const dice = new Dice(label);
  return Array.from({ length: 50 }, () => dice.fraction());
};

describe('seeded numbers', () => {
  it('the same label gives the same sequence, another label another', () => {
    expect(draws('clients')).toEqual(draws('clients'));
    expect(draws('clients')).not.toEqual(draws('workers'));
  });

  it('the first number of a stream is fixed, on every machine', () => {
    expect(new Dice('anchor').whole(0, 999_999)).toBe(ANCHOR);
  });

  it('whole numbers stay within their bounds and reach both', () => {
    const dice = new Dice('bounds');
    const seen = new Set(Array.from({ length: 500 }, () => dice.whole(3, 7)));
    expect([...seen].sort()).toEqual([3, 4, 5, 6, 7]);
  });

  it('dealing gives exactly the stated shares', () => {
    const cards = dealt(new Dice('cards'), { rare: 0.02, some: 0.15, most: 0.83 }, 800);
    const count = (card: string): number => cards.filter((one) => one === card).length;
    expect([count('rare'), count('some'), count('most')]).toEqual([16, 120, 664]);
  });

  it('choosing some keeps their order and repeats none', () => {
    const chosen = new Dice('some').some([1, 2, 3, 4, 5, 6, 7, 8], 4);
    expect(chosen).toHaveLength(4);
    expect(chosen).toEqual([...chosen].sort((one, other) => one - other));
  });
});
