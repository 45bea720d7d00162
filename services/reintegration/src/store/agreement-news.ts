/**
 * That an agreement changed: written in the transaction of the change, told in the order of the commits. The head row is locked
 * until the commit, so that nobody can read number 8 before number 7 is there, and no number is ever missing.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { DataSource, EntityManager } from 'typeorm';

/** Whoever was away for longer looks everything up again. */
const KEPT = 1_000;
const EVERY_MS = 200;
const PAGE = 500;

export interface News {
  readonly seq: number;
  readonly agreement: string;
  readonly version: number;
}

/** The first line of a stream: the newest number, and the oldest that is kept (one more than the newest when nothing is). */
export interface NewsPosition {
  readonly head: number;
  readonly oldest: number;
}

export async function recordNews(manager: EntityManager, changed: { readonly id: string; readonly version: number; readonly revision: number }): Promise<void> {
  await manager.query(
    `with head as (update news_head set seq = seq + 1 returning seq),
          forgotten as (delete from agreement_news using head where agreement_news.seq <= head.seq - ${KEPT})
     insert into agreement_news (seq, agreement, version, revision) select head.seq, $1, $2, $3 from head`,
    [changed.id, changed.version, changed.revision],
  );
}

/** Where the stream stands, then what came after `after` as far as it is kept, then each as it comes. */
export async function* agreementNews(dataSource: DataSource, after: number, ending: AbortSignal): AsyncGenerator<News | NewsPosition> {
  const position = await positionOf(dataSource);
  yield position;
  let cursor = Math.max(after, position.oldest - 1);
  while (!ending.aborted) {
    for (const news of await newsAfter(dataSource, cursor)) {
      yield news;
      cursor = news.seq;
    }
    await sleep(EVERY_MS, undefined, { signal: ending }).catch(() => undefined);
  }
}

async function positionOf(dataSource: DataSource): Promise<NewsPosition> {
  const [row]: { head: string; oldest: string }[] = await dataSource.query(
    'select seq as head, coalesce((select min(seq) from agreement_news), seq + 1) as oldest from news_head',
  );
  if (!row) throw new Error('the head of the news is gone');
  return { head: Number(row.head), oldest: Number(row.oldest) };
}

async function newsAfter(dataSource: DataSource, seq: number): Promise<News[]> {
  const rows: { seq: string; agreement: string; version: number }[] = await dataSource.query('select seq, agreement, version from agreement_news where seq > $1 order by seq limit $2', [seq, PAGE]);
  return rows.map((row) => ({ ...row, seq: Number(row.seq) }));
}
