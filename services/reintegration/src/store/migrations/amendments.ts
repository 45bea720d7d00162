/** A running agreement can be amended: an agreement that names the one it replaces, at most one that has not left. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

const LEFT = `('ENDED', 'REJECTED', 'DECLINED', 'WITHDRAWN', 'LAPSED')`;
const NOT_ON_OFFER = `('ENDED', 'REJECTED', 'WITHDRAWN', 'LAPSED')`;

export class AgreementTables4 implements MigrationInterface {
  readonly name = 'AgreementTables41700000002005';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table agreement add column amends uuid references agreement (id)');
    await runner.query(`create unique index agreement_one_amendment on agreement (amends) where amends is not null and state not in ${LEFT}`);
    await runner.query('drop index agreement_one_per_offer');
    await runner.query(`create unique index agreement_one_per_offer on agreement (offer) where amends is null and state not in ${NOT_ON_OFFER}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index agreement_one_per_offer');
    await runner.query(`create unique index agreement_one_per_offer on agreement (offer) where state not in ${NOT_ON_OFFER}`);
    await runner.query('drop index agreement_one_amendment');
    await runner.query('alter table agreement drop column amends');
  }
}
