/**
 * A placement that an agreement arranged takes the function and the hirer as they were signed, however long the federation lets them be:
 * after the decision there is no way back, so a text that does not fit would keep the agreement from being carried out for ever.
 * The company's own files keep to their own lengths.
 */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class LangeTeksten1710000000003 implements MigrationInterface {
  readonly name = 'LangeTeksten1710000000003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE plaatsing ALTER functie TYPE varchar(500), ALTER inlnaam TYPE varchar(500)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE plaatsing ALTER functie TYPE varchar(100) USING left(functie, 100), ALTER inlnaam TYPE varchar(200) USING left(inlnaam, 200)');
  }
}
