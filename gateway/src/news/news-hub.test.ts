import { afterEach, describe, expect, it } from '@jest/globals';
import { NewsHub } from './news-hub.js';
import type { NewsFeed, NewsListener } from './news-source.js';

/** A feed that a test speaks through. */
class SpokenFeed {
  listener: NewsListener | null = null;
  opened = 0;
  readonly feed: NewsFeed = async (listener, ending) => {
    this.listener = listener;
    this.opened += 1;
    listener.opened(listener.cursor(), 1);
    await new Promise<void>((resolve) => (ending.aborted ? resolve() : ending.addEventListener('abort', () => resolve())));
    this.listener = null;
  };
  say(seq: number, id: string): boolean | undefined {
    return this.listener?.heard({ seq, id });
  }
}

let hub: NewsHub;
let spoken: SpokenFeed;
function start(bounds = { perUser: 5, inAll: 500 }): void {
  spoken = new SpokenFeed();
  hub = new NewsHub(spoken.feed, bounds, 'werk-en-inkomen');
}
afterEach(() => hub.stop());

const join = (subject: string, id: string | null = null, after: number | null = null) => hub.join({ subject, id, after });
const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('subscribers of one gateway', () => {
  it('all hear what changed, and one that asked for one agreement hears of that one only', async () => {
    start();
    const [everything, one] = [await join('a'), await join('b', 'y')];
    spoken.say(1, 'x');
    spoken.say(2, 'y');
    expect([await everything.next(), await everything.next()]).toEqual([{ seq: 1, id: 'x' }, { seq: 2, id: 'y' }]);
    expect(await one.next()).toEqual({ seq: 2, id: 'y' });
    expect(spoken.opened).toBe(1);
  });

  it('who is slow is told the newest of each, in the order of the numbers', async () => {
    start();
    const seat = await join('a');
    for (const [seq, id] of [[1, 'x'], [2, 'y'], [3, 'x'], [4, 'x']] as const) spoken.say(seq, id);
    expect([await seat.next(), await seat.next()]).toEqual([{ seq: 2, id: 'y' }, { seq: 4, id: 'x' }]);
  });

  it('who does not read at all is cut off, the others are not', async () => {
    start();
    const [asleep, awake] = [await join('a'), await join('b')];
    for (let seq = 1; seq <= 1_001; seq += 1) {
      spoken.say(seq, `x${seq}`);
      expect(await awake.next()).toEqual({ seq, id: `x${seq}` });
    }
    expect(await asleep.next()).toBe('cut');
  });

  it('who comes back is told what he missed, nothing twice', async () => {
    start();
    const first = await join('a');
    spoken.say(1, 'x');
    spoken.say(2, 'y');
    first.leave('cut');
    const back = await join('a', null, 1);
    spoken.say(3, 'z');
    expect([back.from, await back.next(), await settled().then(() => null)]).toEqual([1, { seq: 2, id: 'y' }, null]);
  });

  it('who missed more than is kept is told to look everything up', async () => {
    start();
    const other = await join('b');
    for (let seq = 1; seq <= 1_002; seq += 1) {
      spoken.say(seq, 'x');
      await other.next();
    }
    await expect(join('a', null, 1)).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
    expect(await (await join('a', null, 2)).next()).toEqual({ seq: 1_002, id: 'x' });
  });

  it('are so many per user and so many in all; who leaves makes room', async () => {
    start({ perUser: 2, inAll: 3 });
    const [one] = await Promise.all([join('a'), join('a')]);
    await expect(join('a')).rejects.toMatchObject({ code: 'LIMIT_EXCEEDED' });
    await join('b');
    await expect(join('c')).rejects.toMatchObject({ code: 'LIMIT_EXCEEDED' });
    one.leave('cut');
    await expect(join('a')).resolves.toBeDefined();
  });

  it('that come at the same time cannot pass the bound together', async () => {
    start({ perUser: 2, inAll: 500 });
    const came = await Promise.allSettled([join('a'), join('a'), join('a'), join('a')]);
    expect(came.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'rejected']);
  });

  it('the stream ends with the last of them, and begins again where it was', async () => {
    start();
    const seat = await join('a');
    spoken.say(1, 'x');
    seat.leave('cut');
    await settled();
    expect(spoken.listener).toBeNull();
    await join('a');
    expect([spoken.opened, spoken.listener?.cursor()]).toEqual([2, 1]);
  });

  it('are all told when the stream cannot go on', async () => {
    start();
    const seat = await join('a');
    expect(spoken.listener?.opened(5_000, 4_001)).toBe(false);
    expect(await seat.next()).toBe('gap');
  });

  it('wait in vain when there is no stream, and hear which body is silent', async () => {
    hub = new NewsHub((_listener, ending) => new Promise((resolve) => ending.addEventListener('abort', () => resolve())), { perUser: 1, inAll: 1 }, 'werk-en-inkomen');
    await expect(join('a')).rejects.toMatchObject({ code: 'UNAVAILABLE', extensions: { body: 'werk-en-inkomen' } });
    await expect(join('a')).rejects.toMatchObject({ code: 'UNAVAILABLE' });
  });

  it('are cut off when the gateway stops, and nobody comes in after that', async () => {
    start();
    const seat = await join('a');
    await hub.stop();
    expect(await seat.next()).toBe('cut');
    await expect(join('a')).rejects.toMatchObject({ code: 'UNAVAILABLE' });
  });

  it('ask in turns', async () => {
    start();
    let running = 0;
    let most = 0;
    const work = async (): Promise<void> => {
      most = Math.max(most, (running += 1));
      await settled();
      running -= 1;
    };
    await Promise.all(Array.from({ length: 50 }, () => hub.turns.take(work)));
    expect([running, most]).toEqual([0, 8]);
  });
});
