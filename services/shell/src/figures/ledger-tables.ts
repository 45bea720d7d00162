/** Which tables of figures were shown to whom, and the counts behind them: groups, no persons. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ShellTables7 implements MigrationInterface {
  readonly name = 'ShellTables1700000000006';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table figures_question (
        id bigint generated always as identity primary key, asked_at timestamptz not null default now(), asked_on date not null,
        body text not null, subject text not null, topic text not null, reference_date date not null, question text not null,
        population text not null)`);
    await runner.query(`
      create table figures_population (
        body text not null, topic text not null, reference_date date not null, population text not null, shown_on date not null,
        shown_at timestamptz not null default now(), cells jsonb not null, primary key (body, topic, reference_date, population))`);
    await runner.query('create index figures_question_of_body on figures_question (body, topic, reference_date, asked_on)');
    await runner.query('create index figures_question_of_subject on figures_question (subject, asked_at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table figures_population, figures_question');
  }
}
