import { describe, expect, it } from '@jest/globals';
import { BoundedCache } from './bounded-cache.js';

describe('a bounded cache', () => {
  it('never holds more than its bound, and keeps what is asked for again and again', () => {
    const cache = new BoundedCache<number, string>(10);
    cache.set(0, 'often');
    for (let key = 1; key < 1000; key += 1) {
      cache.set(key, 'once');
      expect(cache.get(0)).toBe('often');
      expect(cache.size).toBeLessThanOrEqual(10);
    }
    expect(cache.get(1)).toBeUndefined();
  });

  it('counts by weight when it is told how', () => {
    const cache = new BoundedCache<string, true>(100, (text) => text.length);
    for (let n = 0; n < 50; n += 1) cache.set(String(n).padStart(30, '0'), true);
    expect(cache.size).toBeLessThanOrEqual(4);
  });
});
