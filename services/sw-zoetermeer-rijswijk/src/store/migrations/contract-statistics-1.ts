// What the half-yearly statistics ask of an employment and the company knew nowhere else: the part of the wage that is paid, the form of work
// before the present one, and why somebody left and where to, in the codes of the regulation. Null is not known.
import type { MigrationInterface, QueryRunner } from 'typeorm';

const COLUMNS = ['paid_percentage', 'former_form', 'former_hours', 'former_paid_percentage', 'former_until', 'leaving_reason', 'destination'];

export class ContractStatistics1 implements MigrationInterface {
  readonly name = 'ContractStatistics1731000000021';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table employment
        add paid_percentage integer check (paid_percentage between 0 and 100),
        add former_form text, add former_hours numeric, add former_paid_percentage integer check (former_paid_percentage between 0 and 100),
        add former_until date check (former_until >= from_date and (until_date is null or former_until < until_date)),
        add leaving_reason integer check (leaving_reason between 1 and 9),
        add destination integer check (destination between 1 and 11),
        add check ((former_form is null) = (former_until is null))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table employment ${COLUMNS.map((column) => `drop ${column}`).join(', ')}`);
  }
}
