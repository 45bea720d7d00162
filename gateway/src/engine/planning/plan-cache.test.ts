import { describe, expect, it } from '@jest/globals';
import { PlanCache, type CacheBounds } from './plan-cache.js';

const BOUNDS: CacheBounds = { entries: 3, bytes: 10_000, failureMs: 1000 };

function counting(bounds: CacheBounds = BOUNDS, sizeOf = (): number => 10): { cache: PlanCache<string>; made: string[]; clock: { now: number } } {
  const made: string[] = [];
  const clock = { now: 0 };
  const make = async (text: string): Promise<string> => {
    made.push(text);
    if (text.startsWith('bad')) throw new Error(text);
    return `plan of ${text}`;
  };
  return { cache: new PlanCache(make, sizeOf, bounds, () => clock.now), made, clock };
}

describe('the cache of plans', () => {
  it('a text that many ask at once is planned once', async () => {
    const { cache, made } = counting();
    expect(await Promise.all([cache.get('a'), cache.get('a'), cache.get('a')])).toEqual(Array(3).fill('plan of a'));
    expect(made).toEqual(['a']);
    expect(cache.figures).toMatchObject({ hits: 2, misses: 1, entries: 1 });
  });

  it('of more texts than it holds, those go that were not asked for longest', async () => {
    const { cache, made } = counting();
    for (const text of ['a', 'b', 'c', 'a', 'd', 'a', 'b']) await cache.get(text);
    expect(made).toEqual(['a', 'b', 'c', 'd', 'b']);
    expect(cache.figures.entries).toBe(3);
  });

  it('it never holds more bytes than it may; what is larger by itself is not kept', async () => {
    const { cache } = counting({ ...BOUNDS, bytes: 100 }, () => 40);
    for (const text of ['a', 'b', 'c']) await cache.get(text);
    expect(cache.figures).toMatchObject({ entries: 2, bytes: 84 });
    const { cache: small } = counting({ ...BOUNDS, bytes: 30 }, () => 40);
    expect(await small.get('a')).toBe('plan of a');
    expect(small.figures).toMatchObject({ entries: 0, bytes: 0 });
  });

  it('what could not be planned is refused without planning for a while, and then tried again', async () => {
    const { cache, made, clock } = counting();
    await expect(cache.get('bad')).rejects.toThrow('bad');
    await expect(cache.get('bad')).rejects.toThrow('bad');
    expect(made).toEqual(['bad']);
    clock.now = 1001;
    await expect(cache.get('bad')).rejects.toThrow('bad');
    expect(made).toEqual(['bad', 'bad']);
  });

  it('tells what was asked most, the most recent first among equals', async () => {
    const { cache } = counting();
    for (const text of ['a', 'b', 'c', 'b']) await cache.get(text);
    expect(cache.mostUsed(2)).toEqual(['b', 'c']);
  });
});
