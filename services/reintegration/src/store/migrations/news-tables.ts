/** That an agreement changed, in the order of the commits. Numbers and ids only; what is kept is bounded, who missed more looks again. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class NewsTables1 implements MigrationInterface {
  readonly name = 'NewsTables1700000002004';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table agreement_news (
        seq bigint primary key, agreement uuid not null, version integer not null, revision integer not null, at timestamptz not null default now())`);
    await runner.query('create table news_head (id integer primary key default 1 check (id = 1), seq bigint not null)');
    await runner.query('insert into news_head (seq) values (0)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table agreement_news, news_head');
  }
}
