import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { testDatabase, type TestDatabase } from '#shell/testing/test-database.js';
import { reintegration } from '../service.js';
import { agreementNews, recordNews, type News, type NewsPosition } from './agreement-news.js';

let database: TestDatabase;
beforeAll(async () => void (database = await testDatabase(reintegration)));
afterAll(() => database.drop());
const open: AbortController[] = [];
afterEach(() => open.splice(0).forEach((one) => one.abort()));

const changed = (id = randomUUID(), version = 1): Promise<string> => database.dataSource.transaction(async (manager) => recordNews(manager, { id, version, revision: version }).then(() => id));

function follow(after: number): AsyncGenerator<News | NewsPosition> {
  const ending = new AbortController();
  open.push(ending);
  return agreementNews(database.dataSource, after, ending.signal);
}

async function take(stream: AsyncGenerator<News | NewsPosition>, count: number): Promise<(News | NewsPosition)[]> {
  const taken = [];
  while (taken.length < count) taken.push((await stream.next()).value as News | NewsPosition);
  return taken;
}

async function head(): Promise<number> {
  const [first] = (await take(follow(0), 1)) as [NewsPosition];
  return first.head;
}

describe('news of agreements', () => {
  it('comes in the order of the commits, without a hole, also from transactions that overlap', async () => {
    const before = await head();
    const first = await database.dataSource.createQueryRunner();
    await first.startTransaction();
    await recordNews(first.manager, { id: randomUUID(), version: 1, revision: 1 });
    const second = changed();
    const rolledBack = await database.dataSource.createQueryRunner();
    await first.commitTransaction();
    await second;
    await rolledBack.startTransaction();
    await recordNews(rolledBack.manager, { id: randomUUID(), version: 1, revision: 1 });
    await rolledBack.rollbackTransaction();
    await changed();
    await Promise.all([first.release(), rolledBack.release()]);
    const [position, ...news] = (await take(follow(before), 4)) as [NewsPosition, ...News[]];
    expect(position.head).toBe(before + 3);
    expect(news.map(({ seq }) => seq)).toEqual([before + 1, before + 2, before + 3]);
  });

  it('says where it stands, goes on from where it is asked to, and tells what comes while it is open', async () => {
    const old = await changed();
    const stream = follow(await head());
    const [position] = (await take(stream, 1)) as [NewsPosition];
    const id = await changed(randomUUID(), 7);
    expect(id).not.toBe(old);
    expect(await take(stream, 1)).toEqual([{ seq: position.head + 1, agreement: id, version: 7 }]);
  });

  it('is kept for a thousand changes; who asks for older ones hears from where it begins', async () => {
    await database.dataSource.transaction(async (manager) => {
      for (let count = 0; count < 1_010; count += 1) await recordNews(manager, { id: randomUUID(), version: 1, revision: 1 });
    });
    const [position, first] = (await take(follow(0), 2)) as [NewsPosition, News];
    expect([position.oldest, first.seq]).toEqual([position.head - 999, position.head - 999]);
  });

  it('of an empty table begins after the newest', async () => {
    const other = await testDatabase(reintegration);
    const [position] = (await take(agreementNews(other.dataSource, 0, AbortSignal.timeout(1_000)), 1)) as [NewsPosition];
    expect(position).toEqual({ head: 0, oldest: 1 });
    await other.drop();
  });
});
