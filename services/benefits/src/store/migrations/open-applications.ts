/**
 * Who has an application that is not decided. The worklist of a college is counted from its residents: in the register of a country that is a few thousand persons, of whom a few
 * per cent wait, and each was looked up among all that he ever applied for (docs/performance.md).
 */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class OpenApplications1 implements MigrationInterface {
  readonly name = 'OpenApplications1732000000014';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create index application_open_of_person on application (person_id) where decided_on is null');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index application_open_of_person');
  }
}
