import { describe, expect, it } from '@jest/globals';
import { forEachLimited } from './limited.js';

describe('work with a limit', () => {
  it('never has more than the limit under way, and does everything', async () => {
    let now = 0;
    let most = 0;
    const done: number[] = [];
    await forEachLimited([1, 2, 3, 4, 5], 2, async (item) => {
      most = Math.max(most, (now += 1));
      await new Promise((resolve) => setTimeout(resolve, 5));
      now -= 1;
      done.push(item);
    });
    expect({ most, done: done.sort() }).toEqual({ most: 2, done: [1, 2, 3, 4, 5] });
  });

  it('begins nothing new after a failure, and tells it', async () => {
    const begun: number[] = [];
    const work = (item: number): Promise<void> => {
      begun.push(item);
      return item === 1 ? Promise.reject(new Error('no')) : Promise.resolve();
    };
    await expect(forEachLimited([1, 2, 3, 4], 1, work)).rejects.toThrow('no');
    expect(begun).toEqual([1]);
  });
});
