import { describe, expect, it } from '@jest/globals';
import { NewsLog } from './news-log.js';

function logWith(...seqs: number[]): NewsLog {
  const log = new NewsLog();
  log.opened(seqs.length, 1);
  for (const seq of seqs) expect(log.add({ seq, id: `a${seq}` })).toBe(true);
  return log;
}

describe('the log of changes', () => {
  it('says where it is only when everything that was promised has come', () => {
    const log = new NewsLog();
    expect(log.position).toBeNull();
    log.opened(2, 1);
    log.add({ seq: 1, id: 'a' });
    expect(log.position).toBeNull();
    log.add({ seq: 2, id: 'b' });
    expect(log.position).toBe(2);
  });

  it('gives what came after a number, and nothing when a part of it is gone', () => {
    const log = logWith(1, 2, 3);
    expect(log.since(1)?.map(({ seq }) => seq)).toEqual([2, 3]);
    expect(log.since(3)).toEqual([]);
    expect(log.since(4)).toBeNull();
    const cut = new NewsLog();
    cut.opened(12, 11);
    for (const seq of [11, 12]) cut.add({ seq, id: 'a' });
    expect(cut.since(10)?.length).toBe(2);
    expect(cut.since(9)).toBeNull();
  });

  it('keeps a thousand', () => {
    const log = logWith(...Array.from({ length: 1_200 }, (_, index) => index + 1));
    expect(log.since(200)?.length).toBe(1_000);
    expect(log.since(199)).toBeNull();
  });

  it('takes no number twice and skips none', () => {
    const log = logWith(1, 2);
    expect(log.add({ seq: 2, id: 'a' })).toBe(false);
    expect(log.add({ seq: 4, id: 'a' })).toBe(false);
    expect(log.add({ seq: 3, id: 'a' })).toBe(true);
  });

  it('goes on after a cut, and forgets when the stream cannot', () => {
    const log = logWith(1, 2);
    expect(log.opened(5, 3)).toBe(true);
    expect(log.cursor).toBe(2);
    expect(log.opened(1_100, 101)).toBe(false);
    expect([log.cursor, log.since(2)]).toEqual([100, null]);
    const restored = logWith(1, 2, 3);
    expect(restored.opened(2, 1)).toBe(false);
    expect(restored.cursor).toBe(0);
  });
});
