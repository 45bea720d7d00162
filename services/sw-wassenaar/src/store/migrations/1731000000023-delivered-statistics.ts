/**
 * The delivered statistics may be read for the half-yearly delivery of a municipality and for nothing else: by the directory, for a case
 * worker, under that purpose (Wsw art. 15 lid 1; Regeling uitvoering sw en begeleid werken, annex to art. 11). Decision 0017.
 */
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { readsAs } from '#shell/row-security/protect.js';
import { DIRECTORY } from '#sw-contract/directory.js';
import { STATISTICS_PURPOSE } from '#sw-contract/domain/policy.js';

const FOR_A_DELIVERY = `${readsAs('CASE_WORKER')} AND (select schakel_setting('from')) = '${DIRECTORY}' AND (select schakel_setting('purpose')) = '${STATISTICS_PURPOSE}'`;

export class DeliveredStatistics1731000000023 implements MigrationInterface {
  readonly name = 'DeliveredStatistics1731000000023';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE POLICY read_door ON statistiek FOR SELECT USING (${FOR_A_DELIVERY})`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP POLICY read_door ON statistiek');
  }
}
