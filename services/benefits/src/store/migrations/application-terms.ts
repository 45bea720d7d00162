/**
 * What the term of an application depends on beside its suspensions: the weeks of an ordinance (Awb art. 4:13 lid 1), a new term that was
 * told (4:14) and a notice of default (4:17). `due_rolls`: false where the last day was named by the body and no law set it.
 */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ApplicationTerms1 implements MigrationInterface {
  readonly name = 'ApplicationTerms1731000000011';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table application add term_weeks int, add new_term_told_on date, add new_term_until date,
      add default_notice_on date, add due_rolls boolean not null default true`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table application drop term_weeks, drop new_term_told_on, drop new_term_until, drop default_notice_on, drop due_rolls');
  }
}
