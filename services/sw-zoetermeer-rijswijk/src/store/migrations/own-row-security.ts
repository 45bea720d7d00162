// Who sees which of this company's workers, said once more where the rows lie. A worker and a placement follow the employment;
// a hold names an agreement and no person, and decides how a place is shown to everybody who asks. Decision 0017.
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect, READING, unprotect, type RowRules } from '#shell/row-security/protect.js';
import { DROP_EMPLOYMENT_FUNCTIONS, employmentFunctions, employmentSeen, seesPlacement, seesWorker, type EmploymentColumns } from '#sw-contract/store/employment-rules.js';

const columns = (alias: string): EmploymentColumns => ({ id: `${alias}.number`, person: `${alias}.person`, payingMunicipality: `${alias}.paying_municipality` });

const RULES: Readonly<Record<string, RowRules>> = {
  employment: { read: employmentSeen(columns('employment')), figures: 'true' },
  worker: { read: seesWorker('worker.person'), figures: 'true' },
  placement: { read: seesPlacement('placement.employment') },
  placement_suspension: { read: `${READING} and exists (select 1 from placement p where p.agreement = placement_suspension.agreement)` },
  hold: { read: READING },
};

export class OwnRowSecurity1 implements MigrationInterface {
  readonly name = 'OwnRowSecurity1700000000201';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of employmentFunctions('employment', columns('e'), { column: 'number', type: 'text' })) await runner.query(statement);
    for (const [table, rules] of Object.entries(RULES)) await protect(runner, table, rules);
  }

  async down(runner: QueryRunner): Promise<void> {
    await unprotect(runner, ...Object.keys(RULES));
    await runner.query(DROP_EMPLOYMENT_FUNCTIONS);
  }
}
