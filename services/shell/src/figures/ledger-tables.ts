/** Which tables of figures were shown to whom: no figures of persons, and the counts by one dimension only, to tell how far two populations differ. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ShellTables7 implements MigrationInterface {
  readonly name = 'ShellTables1700000000006';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table figures_question (
        id bigint generated always as identity primary key, asked_at timestamptz not null default now(), asked_on date not null,
        body text not null, subject text not null, topic text not null, reference_date date not null, question text not null,
        population text not null, totals jsonb not null)`);
    await runner.query('create index figures_question_of_body on figures_question (body, topic, reference_date, asked_on)');
    await runner.query('create index figures_question_of_subject on figures_question (subject, asked_at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table figures_question');
  }
}
